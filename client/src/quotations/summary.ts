import * as vscode from 'vscode';
import type { QuotationsResult } from '../../../server/src/lsp/protocol.ts';

/** `14 quotations: 12 verbatim, 1 altered, 1 not found`. */
export function summaryOf({ total, verbatim, altered, misplaced, notFound }: QuotationsResult): string {
  const parts = [
    ...(verbatim > 0 ? [vscode.l10n.t('{0} verbatim', verbatim)] : []),
    ...(altered > 0 ? [vscode.l10n.t('{0} altered', altered)] : []),
    ...(misplaced > 0 ? [vscode.l10n.t('{0} misplaced', misplaced)] : []),
    ...(notFound > 0 ? [vscode.l10n.t('{0} not found', notFound)] : []),
  ].join(vscode.l10n.t(', '));
  return total === 1
    ? vscode.l10n.t('1 quotation: {0}', parts)
    : vscode.l10n.t('{0} quotations: {1}', total, parts);
}
