import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { openPassage, openStatement } from '../navigation/openPassage.ts';
import { childrenOf } from './ancestry.ts';
import { followCursor } from './followCursor.ts';
import { createTreeModel } from './treeModel.ts';
import { isTreeNode } from './treeNode.ts';

/** The view of all statements in the activity bar. */
export function registerTree(corpus: Corpus): vscode.Disposable {
  const model = createTreeModel(corpus);
  const view = vscode.window.createTreeView<TreeNode>('pincite.statements', {
    treeDataProvider: model,
    showCollapseAll: true,
  });
  let opened: vscode.Location | undefined;
  const open = vscode.commands.registerCommand('pincite.open', async (argument?: unknown) => {
    const node = isTreeNode(argument) ? argument : view.selection[0];
    if (node === undefined) return;
    const editor = await openNode(corpus, node);
    opened = new vscode.Location(editor.document.uri, editor.selection.active);
  });
  // A section chosen in the tree stays chosen, although the cursor then stands in its first paragraph as well.
  const isChosen = ({ document, selection }: vscode.TextEditor): boolean =>
    opened?.uri.toString() === document.uri.toString() && opened.range.start.isEqual(selection.active);
  return vscode.Disposable.from(open, followCursor(corpus, view, isChosen), view, model);
}

/** A statement opens at its first words: what stands above them is front matter. */
async function openNode(corpus: Corpus, node: TreeNode): Promise<vscode.TextEditor> {
  if (node.kind !== 'statement') return openPassage(node);
  const [first] = (await corpus.tree(childrenOf(node))) ?? [];
  return openStatement(first ?? node);
}
