// The fixture workspace and the texts that the tests expect, read from the received files.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './harness.ts';

export const stability = 'cn-ru-2025-global-strategic-stability';
export const partnership = 'cn-ru-2025-comprehensive-partnership';

/** A line of a received file, counted from 1. */
export function sourceLine(file: string, line: number): string {
  const extension = vscode.extensions.getExtension('pincite.pincite');
  assert.ok(extension);
  const text = readFileSync(path.join(extension.extensionPath, 'corpus', 'sources', file), 'utf8');
  return text.split(/\r?\n/)[line - 1] ?? '';
}

/** Paragraph 10 of the statement on strategic stability: outer space. */
export const outerSpace = (): string => sourceLine('001_0c5f77757cb6d9ee.txt', 25);

export async function openFixture(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no workspace folder is open');
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** The statement files as workspace symbols know them, once the server has read them. */
export async function statementUri(key: string): Promise<vscode.Uri> {
  const extension = vscode.extensions.getExtension('pincite.pincite');
  assert.ok(extension);
  await extension.activate();
  const uri = vscode.Uri.file(
    path.join(extension.extensionPath, 'corpus', 'statements', `${key}.statement.md`),
  );
  await vscode.workspace.openTextDocument(uri);
  return uri;
}

/** The middle of a text in a document. */
export function within(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `${text} is not in ${document.fileName}`);
  return document.positionAt(at + Math.floor(text.length / 2));
}

/** What hovers say at a place, once they say something. */
export function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  return eventually('a hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    return text !== '' && text;
  });
}

/** Undoes what a test wrote, and closes its editors. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
