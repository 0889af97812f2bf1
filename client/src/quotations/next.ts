import * as vscode from 'vscode';
import type { QuotationVerdict } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { toRange } from '../corpus/places.ts';
import { isDraft } from '../languages.ts';

/** Goes to the next quotation of the editor in front that is not verbatim, from the last to the first. */
export async function goToNextFinding(corpus: Corpus): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isDraft(editor.document)) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Open a Markdown file first: its quotations are what is checked.'),
    );
    return;
  }
  const result = await corpus.quotations({ uri: editor.document.uri.toString() });
  // The user may have gone elsewhere while the server worked.
  if (!result || vscode.window.activeTextEditor !== editor) return;
  const ranges = result.quotations.filter(isDeparture).map(({ range }) => toRange(range));
  const next = ranges.find(({ start }) => start.isAfter(editor.selection.active)) ?? ranges[0];
  if (next === undefined) {
    void vscode.window.showInformationMessage(
      result.total === 0
        ? vscode.l10n.t('There is no quotation with a citation in this document.')
        : vscode.l10n.t('Every quotation of this document is verbatim.'),
    );
    return;
  }
  editor.selection = new vscode.Selection(next.start, next.start);
  editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function isDeparture({ verdict }: QuotationVerdict): boolean {
  return verdict !== 'verbatim' && verdict !== 'uncited';
}
