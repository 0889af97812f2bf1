import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { copiedMime, writeCopied } from '../paste/copied.ts';

const TEXT = 'text/plain';

/** Nodes that are dragged out of the tree: their passages for drafts, and their citation for whatever takes text. */
export function createDrag(corpus: Corpus): vscode.TreeDragAndDropController<TreeNode> {
  return {
    dragMimeTypes: [copiedMime, TEXT],
    dropMimeTypes: [],
    handleDrag: async (nodes, transfer, token) => {
      const passages = nodes.map(({ key, address }) => ({ key, address }));
      const copied = { text: '', passages, wants: 'citation' } as const;
      transfer.set(copiedMime, new vscode.DataTransferItem(writeCopied(copied)));
      const citation = await corpus.compose({ passages, form: 'pandoc' }, token);
      if (citation && 'text' in citation) transfer.set(TEXT, new vscode.DataTransferItem(citation.text));
    },
  };
}
