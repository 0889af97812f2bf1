import * as vscode from 'vscode';
import type { Disposable } from '../disposable.ts';
import { isDraft } from '../languages.ts';

/** Remembers which Markdown editor the user wrote in last. */
export interface Drafts extends Disposable {
  /** The Markdown editor in front, else the one used last if it is still in sight; `undefined` if there is none. */
  current(): vscode.TextEditor | undefined;
}

export function followDrafts(): Drafts {
  let last = vscode.window.activeTextEditor;
  const listener = vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor && isDraft(editor.document)) last = editor;
  });
  return {
    current: () => {
      const active = vscode.window.activeTextEditor;
      if (active && isDraft(active.document)) return active;
      const visible = vscode.window.visibleTextEditors.filter(({ document }) => isDraft(document));
      return (
        visible.find((editor) => editor === last) ??
        visible.find((editor) => editor.document === last?.document) ??
        visible[0]
      );
    },
    dispose: () => {
      listener.dispose();
    },
  };
}
