import type * as vscode from 'vscode';
import type { QuotationForm } from '../../../server/src/lsp/protocol.ts';

/** A quotation that has the line to itself is a block; one in the middle of a sentence stands between marks. */
export function quotationAt(document: vscode.TextDocument, ranges: readonly vscode.Range[]): QuotationForm {
  const isFree = ranges.every(
    ({ start, end }) => start.isEqual(end) && document.lineAt(start.line).isEmptyOrWhitespace,
  );
  return isFree ? 'block' : 'marks';
}
