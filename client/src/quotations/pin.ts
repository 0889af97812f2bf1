import * as vscode from 'vscode';
import type { PinResult } from '../../../server/src/lsp/protocol.ts';
import type { Drafts } from '../citation/drafts.ts';
import type { Corpus } from '../corpus/connection.ts';

/** Pin Cited Passages: what the draft cites now is noted beside it. Gives what was written. */
export function registerPin(corpus: Corpus, drafts: Drafts): vscode.Disposable {
  return vscode.commands.registerCommand('pincite.pin', async (): Promise<PinResult | undefined> => {
    const document = drafts.current()?.document;
    if (document === undefined) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Open a Markdown file first: its citations are what is pinned.'),
      );
      return undefined;
    }
    const result = await corpus.pin({ uri: document.uri.toString() });
    if (!result) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Nothing could be pinned. “Pincite: Show Log” tells more.'),
      );
      return undefined;
    }
    void tell(result, document);
    return result;
  });
}

async function tell(result: PinResult, document: vscode.TextDocument): Promise<void> {
  if ('refused' in result) {
    void vscode.window.showWarningMessage(result.refused);
    return;
  }
  if (result.pins === 0) {
    const name = vscode.workspace.asRelativePath(document.uri);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} cites no statement of the corpus: nothing is pinned.', name),
    );
    return;
  }
  const uri = vscode.Uri.parse(result.uri);
  const open = vscode.l10n.t('Open File');
  const message = extent(result.pins, vscode.workspace.asRelativePath(uri));
  const isPart = result.changed > 0 && result.changed < result.pins;
  const change = isPart ? vscode.l10n.t('{0} of them are new or changed.', result.changed) : '';
  const unchanged = result.changed === 0 ? vscode.l10n.t('Nothing has changed.') : '';
  const sentences = [message, change, unchanged].filter((each) => each !== '');
  const chosen = await vscode.window.showInformationMessage(sentences.join(' '), open);
  if (chosen === open) await vscode.window.showTextDocument(uri);
}

function extent(pins: number, name: string): string {
  return pins === 1
    ? vscode.l10n.t('1 passage pinned in {0}.', name)
    : vscode.l10n.t('{0} passages pinned in {1}.', pins, name);
}
