import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { openPassage } from '../navigation/openPassage.ts';
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
  const open = vscode.commands.registerCommand('pincite.open', async (argument?: unknown) => {
    const node = isTreeNode(argument) ? argument : view.selection[0];
    if (node) await openPassage(node);
  });
  return vscode.Disposable.from(open, followCursor(corpus, view), view, model);
}
