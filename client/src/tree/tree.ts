import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import type { Disposable } from '../disposable.ts';
import { openPassage, openStatement } from '../navigation/openPassage.ts';
import { childrenOf } from './ancestry.ts';
import { createDrag } from './drag.ts';
import { followCursor } from './followCursor.ts';
import { createTreeModel } from './treeModel.ts';
import { isTreeNode } from './treeNode.ts';

export interface Tree extends Disposable {
  /** What is selected in it. */
  selection(): readonly TreeNode[];
}

/** The view of all statements in the activity bar. */
export function registerTree(corpus: Corpus): Tree {
  const model = createTreeModel(corpus);
  const view = vscode.window.createTreeView<TreeNode>('pincite.statements', {
    treeDataProvider: model,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: createDrag(corpus),
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
  const all = vscode.Disposable.from(open, followCursor(corpus, view, isChosen), view, model);
  return {
    selection: () => view.selection,
    dispose: () => {
      all.dispose();
    },
  };
}

/** A statement opens at its first words: what stands above them is front matter. */
async function openNode(corpus: Corpus, node: TreeNode): Promise<vscode.TextEditor> {
  if (node.kind !== 'statement') return openPassage(node);
  const [first] = (await corpus.tree(childrenOf(node))) ?? [];
  return openStatement(first ?? node);
}
