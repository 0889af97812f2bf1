import * as vscode from 'vscode';
import type { QuotationsResult } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { draftLanguage, isDraft } from '../languages.ts';
import { goToNextFinding } from './next.ts';
import { summaryOf } from './summary.ts';

/** Long enough to let a burst of keystrokes pass. */
const DELAY = 250;

/** The language status item that says what the quotations of a draft are worth; there is none where there are no quotations. */
export function registerQuotationStatus(corpus: Corpus): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let asked = 0;
  const hide = (): void => {
    item?.dispose();
    item = undefined;
  };
  const update = async (): Promise<void> => {
    const turn = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    const isShown = document !== undefined && isDraft(document);
    const result = isShown ? await corpus.quotations({ uri: document.uri.toString() }) : undefined;
    if (turn !== asked) return;
    if (!result || result.total === 0) hide();
    else show((item ??= createItem()), result);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), DELAY);
  };
  const isActive = (uri: vscode.Uri): boolean =>
    uri.toString() === vscode.window.activeTextEditor?.document.uri.toString();
  void update();
  return vscode.Disposable.from(
    { dispose: hide },
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
    corpus.onDidChange(updateSoon),
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isActive)) updateSoon();
    }),
    // A quotation that is verbatim comes and goes without a diagnostic.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isActive(document.uri)) updateSoon();
    }),
    vscode.commands.registerCommand('pincite.nextQuotationFinding', () => goToNextFinding(corpus)),
  );
}

function createItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('pincite.quotations', { language: draftLanguage });
  item.name = vscode.l10n.t('Pincite: Quotations');
  return item;
}

function show(item: vscode.LanguageStatusItem, result: QuotationsResult): void {
  const { total, verbatim, uncited, loading } = result;
  item.text = summaryOf(result);
  item.detail = uncited > 0 ? vscode.l10n.t('{0} without a citation', uncited) : '';
  item.busy = loading;
  item.severity =
    verbatim < total ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.command =
    verbatim < total
      ? { command: 'pincite.nextQuotationFinding', title: vscode.l10n.t('Go to Next') }
      : undefined;
}
