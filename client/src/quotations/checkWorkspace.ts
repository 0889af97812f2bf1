import * as vscode from 'vscode';
import type { CheckWorkspaceResult } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';

/** Check All Drafts: every Markdown file of the workspace, also those that are not open. Gives what was found. */
export function registerCheckWorkspace(corpus: Corpus): vscode.Disposable {
  let running: Promise<CheckWorkspaceResult | undefined> | undefined;
  return vscode.commands.registerCommand('pincite.checkWorkspace', () => {
    // Once at a time; who asks again meanwhile gets the same answer.
    running ??= checkWorkspace(corpus).finally(() => {
      running = undefined;
    });
    return running;
  });
}

async function checkWorkspace(corpus: Corpus): Promise<CheckWorkspaceResult | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Pincite: checking all drafts');
  const result = await vscode.window.withProgress(
    { location, title, cancellable: true },
    (progress, token) => {
      let before = 0;
      return corpus.checkWorkspace(({ message, percentage = before }) => {
        progress.report({ increment: percentage - before, ...(message !== undefined && { message }) });
        before = percentage;
      }, token);
    },
  );
  void summarise(result);
  return result;
}

async function summarise(result: CheckWorkspaceResult | undefined): Promise<void> {
  if (result === undefined) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The drafts could not be checked. “Pincite: Show Log” tells more.'),
    );
    return;
  }
  const { drafts, checked, findings } = result;
  if (drafts === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no Markdown files in this workspace.'),
    );
    return;
  }
  const message = vscode.l10n.t('{0}: {1}.', extent(drafts, checked), outcome(result));
  if (findings === 0) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const show = vscode.l10n.t('Show Problems');
  const chosen = await vscode.window.showWarningMessage(message, show);
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function extent(drafts: number, checked: number): string {
  if (checked < drafts) return vscode.l10n.t('Stopped after {0} of {1} drafts', checked, drafts);
  return drafts === 1 ? vscode.l10n.t('1 draft checked') : vscode.l10n.t('{0} drafts checked', drafts);
}

function outcome({ findings, draftsWithFindings }: CheckWorkspaceResult): string {
  if (findings === 0) return vscode.l10n.t('nothing found');
  if (findings === 1) return vscode.l10n.t('1 problem');
  return draftsWithFindings === 1
    ? vscode.l10n.t('{0} problems in 1 draft', findings)
    : vscode.l10n.t('{0} problems in {1} drafts', findings, draftsWithFindings);
}
