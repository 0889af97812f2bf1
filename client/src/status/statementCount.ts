import * as vscode from 'vscode';

/** `1 statement`, `5 statements`. */
export function statementCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', count);
}
