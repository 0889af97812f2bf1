import * as vscode from 'vscode';
import type { WriteEdit, Writing } from '../../../server/src/lsp/protocol.ts';
import type { Corpus } from '../corpus/connection.ts';
import { toProtocolRange, toRange } from '../corpus/places.ts';
import { cursorAfter } from './cursorAfter.ts';
import type { DraftPlace } from './drafts.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/**
 * Writes at every cursor of a draft, as one step to undo; the cursors stand behind what was written then, and the draft
 * is in front. Tells the user why if nothing can be written.
 */
export async function writeInto(corpus: Corpus, place: DraftPlace, writing: Writing): Promise<void> {
  const { document, viewColumn, selections } = place;
  const editor = await vscode.window.showTextDocument(document, {
    ...(viewColumn !== undefined && { viewColumn }),
    preview: false,
  });
  editor.selections = selections;
  const edits = await askForEdits(corpus, document, selections, writing);
  if (edits === undefined) return;
  const [only, ...others] = selections;
  const isSnippet = others.length === 0 && edits.some(({ snippet }) => snippet !== undefined);
  const isWritten = isSnippet
    ? await writeSnippet(document, edits)
    : await writeText(editor, edits, only === undefined ? [] : [only, ...others]);
  if (!isWritten)
    void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was written: the draft changed meanwhile.'));
}

/** `undefined` if nothing can be written, which the user has been told. */
async function askForEdits(
  corpus: Corpus,
  document: vscode.TextDocument,
  selections: readonly vscode.Selection[],
  writing: Writing,
): Promise<readonly WriteEdit[] | undefined> {
  const uri = document.uri.toString();
  const { version } = document;
  const result = await corpus.write({ uri, ranges: selections.map(toProtocolRange), ...writing });
  if (result !== undefined && 'edits' in result && document.version === version) return result.edits;
  void vscode.window.showWarningMessage(refusalOf(result));
  return undefined;
}

/** Why a request gave nothing, for the user. */
export function refusalOf(result: { readonly refused: string } | object | undefined): string {
  if (result === undefined)
    return vscode.l10n.t('The language server does not answer. “Pincite: Show Log” tells more.');
  return 'refused' in result
    ? result.refused
    : vscode.l10n.t('Nothing was written: the draft changed meanwhile.');
}

async function writeText(
  editor: vscode.TextEditor,
  edits: readonly WriteEdit[],
  selections: readonly vscode.Selection[],
): Promise<boolean> {
  const { document } = editor;
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const written = edits.map(({ range, text }) => ({
    start: document.offsetAt(toRange(range).start),
    end: document.offsetAt(toRange(range).end),
    text: text.replace(/\r?\n/g, eol),
  }));
  const cursors = selections.map(({ end }) => cursorAfter(written, document.offsetAt(end)));
  const isDone = await editor.edit((builder) => {
    for (const { range, text } of edits) builder.replace(toRange(range), text);
  });
  if (!isDone) return false;
  editor.selections = cursors.map((offset) => {
    const position = document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
  const [first] = editor.selections;
  if (first) editor.revealRange(first);
  return true;
}

/** Leaves the user at the first place that remains to be filled in. */
async function writeSnippet(document: vscode.TextDocument, edits: readonly WriteEdit[]): Promise<boolean> {
  const ranged = edits.map((edit) => ({ ...edit, range: toRange(edit.range) }));
  return vscode.workspace.applyEdit(workspaceEdit(document.uri, ranged));
}
