import * as vscode from 'vscode';
import { toRange, wordRanges, type Place } from '../corpus/places.ts';
import type { Disposable } from '../disposable.ts';

/** Marks one passage at a time, and the words within it that were looked for. */
export interface PassageMark extends Disposable {
  show(editor: vscode.TextEditor, place: Place): void;
  clear(): void;
}

export function createPassageMark(): PassageMark {
  const passage = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    // The colour above can hardly be seen in the default dark theme.
    dark: { backgroundColor: new vscode.ThemeColor('editor.findRangeHighlightBackground') },
  });
  const words = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  let marked: vscode.TextEditor | undefined;

  const clear = (): void => {
    marked?.setDecorations(passage, []);
    marked?.setDecorations(words, []);
    marked = undefined;
  };
  return {
    show: (editor, place) => {
      if (marked !== editor) clear();
      marked = editor;
      editor.setDecorations(passage, [toRange(place.range)]);
      editor.setDecorations(words, wordRanges(editor.document, place));
    },
    clear,
    dispose: () => {
      passage.dispose();
      words.dispose();
    },
  };
}
