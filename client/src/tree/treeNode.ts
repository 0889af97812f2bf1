import type { TreeNode } from '../../../server/src/lsp/protocol.ts';

/** Whether a command was started on a node of the tree; menus of editors hand it a URI instead. */
export function isTreeNode(argument: unknown): argument is TreeNode {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'kind' in argument &&
    'key' in argument &&
    typeof argument.key === 'string' &&
    'address' in argument &&
    typeof argument.address === 'string'
  );
}
