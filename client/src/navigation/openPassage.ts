import * as vscode from 'vscode';
import { toRange, type Place } from '../corpus/places.ts';
import { createPassageMark } from './passageMark.ts';
import { readingColumn } from './readingColumn.ts';

/** How long a passage stays marked if the reader does nothing. */
const MARKED_MS = 4000;

/** Opens a passage with the cursor at its start, and marks it until the cursor moves. */
export async function openPassage(place: Place): Promise<vscode.TextEditor> {
  const editor = await openAt(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  markForAWhile(editor, place);
  return editor;
}

/** Opens a statement with its first passage on top. */
export function openStatement(first: Place): Promise<vscode.TextEditor> {
  return openAt(first, vscode.TextEditorRevealType.AtTop);
}

async function openAt(place: Place, type: vscode.TextEditorRevealType): Promise<vscode.TextEditor> {
  const range = toRange(place.range);
  const uri = vscode.Uri.parse(place.uri);
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: readingColumn(uri),
    selection: new vscode.Range(range.start, range.start),
    preview: true,
  });
  editor.revealRange(range, type);
  return editor;
}

function markForAWhile(editor: vscode.TextEditor, place: Place): void {
  const mark = createPassageMark();
  mark.show(editor, place);
  const start = toRange(place.range).start;
  const end = (): void => {
    clearTimeout(timer);
    moved.dispose();
    mark.dispose();
  };
  const timer = setTimeout(end, MARKED_MS);
  const moved = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor === editor && selections[0]?.active.isEqual(start) !== true) end();
  });
}
