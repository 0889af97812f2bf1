import * as vscode from 'vscode';
import type { Disposable } from '../disposable.ts';
import { isDraft } from '../languages.ts';

/** A draft and its cursors. */
export interface DraftPlace {
  readonly document: vscode.TextDocument;
  readonly viewColumn: vscode.ViewColumn | undefined;
  readonly selections: readonly vscode.Selection[];
}

/** Remembers which Markdown editor the user wrote in last. */
export interface Drafts extends Disposable {
  /**
   * The Markdown editor in front, else the one used last if it is still open, as it is now: a list may cover it soon.
   * `undefined` if there is none.
   */
  current(): DraftPlace | undefined;
}

export function followDrafts(): Drafts {
  let last = placeOf(vscode.window.activeTextEditor);
  const note = (editor: vscode.TextEditor | undefined): void => {
    last = placeOf(editor) ?? last;
  };
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(note),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) note(textEditor);
    }),
  );
  return {
    current: () => {
      const active = placeOf(vscode.window.activeTextEditor);
      if (active) return active;
      const visible = vscode.window.visibleTextEditors.flatMap((editor) => placeOf(editor) ?? []);
      const isLast = ({ document }: DraftPlace): boolean => document === last?.document;
      const found = visible.find((place) => isLast(place) && place.viewColumn === last?.viewColumn);
      return found ?? visible.find(isLast) ?? (isOpen(last) ? last : undefined) ?? visible[0];
    },
    dispose: () => {
      listeners.dispose();
    },
  };
}

function placeOf(editor: vscode.TextEditor | undefined): DraftPlace | undefined {
  if (editor === undefined || !isDraft(editor.document)) return undefined;
  const { document, viewColumn, selections } = editor;
  return { document, viewColumn, selections: [...selections] };
}

/** Whether a draft has a tab still, behind others. */
function isOpen(place: DraftPlace | undefined): boolean {
  const uri = place?.document.uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs, viewColumn }) =>
    tabs.some(
      ({ input }) =>
        viewColumn === place?.viewColumn &&
        input instanceof vscode.TabInputText &&
        input.uri.toString() === uri,
    ),
  );
}
