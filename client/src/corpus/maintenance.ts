import * as vscode from 'vscode';
import { statementCount } from '../status/statementCount.ts';
import type { Corpus } from './connection.ts';

/** The commands that look after the corpus: Reload Corpus and Show Log. */
export function registerMaintenance(corpus: Corpus, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('pincite.reloadCorpus', () => reload(corpus)),
    vscode.commands.registerCommand('pincite.showLog', () => {
      log.show();
    }),
  );
}

async function reload(corpus: Corpus): Promise<void> {
  const title = vscode.l10n.t('Reading the corpus…');
  const reloaded = vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => corpus.reload());
  if (!(await reloaded)) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The corpus could not be read. “Pincite: Show Log” tells more.'));
    return;
  }
  const status = await corpus.status();
  if (status) vscode.window.setStatusBarMessage(`$(check) ${statementCount(status.statements)}`, 5000);
}
