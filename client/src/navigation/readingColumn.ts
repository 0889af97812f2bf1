import * as vscode from 'vscode';
import { isDraft, isStatement } from '../languages.ts';

/**
 * Where a passage is to be shown: where its statement stands already; beside a draft, where another statement is
 * being read, so that the draft stays in sight; else in the active column.
 */
export function readingColumn(uri: vscode.Uri): vscode.ViewColumn {
  const active = vscode.window.activeTextEditor;
  const visible = vscode.window.visibleTextEditors.filter((editor) => editor.viewColumn !== undefined);
  const own = visible.filter(({ document }) => document.uri.toString() === uri.toString());
  const found = own.find((editor) => editor === active) ?? own[0] ?? (active && besideDraft(active, visible));
  return found?.viewColumn ?? vscode.ViewColumn.Active;
}

function besideDraft(
  active: vscode.TextEditor,
  visible: readonly vscode.TextEditor[],
): vscode.TextEditor | undefined {
  if (!isDraft(active.document)) return undefined;
  return visible.find(
    ({ document, viewColumn }) => isStatement(document) && viewColumn !== active.viewColumn,
  );
}
