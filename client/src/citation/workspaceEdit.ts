import * as vscode from 'vscode';

/** An edit of a draft; `snippet` where something remains to be filled in, or the cursor is to stay within. */
export interface DraftEdit {
  readonly range: vscode.Range;
  readonly text: string;
  readonly snippet?: string;
}

/** One step to undo. If one of the edits is a snippet, all are: VS Code would indent those that are not. */
export function workspaceEdit(uri: vscode.Uri, edits: readonly DraftEdit[]): vscode.WorkspaceEdit {
  const all = new vscode.WorkspaceEdit();
  const isSnippet = edits.some(({ snippet }) => snippet !== undefined);
  if (isSnippet) all.set(uri, edits.map(snippetEdit));
  else
    all.set(
      uri,
      edits.map(({ range, text }) => vscode.TextEdit.replace(range, text)),
    );
  return all;
}

function snippetEdit({ range, text, snippet }: DraftEdit): vscode.SnippetTextEdit {
  const template =
    snippet === undefined ? new vscode.SnippetString().appendText(text) : new vscode.SnippetString(snippet);
  const edit = new vscode.SnippetTextEdit(range, template);
  edit.keepWhitespace = true;
  return edit;
}
