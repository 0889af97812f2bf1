import * as vscode from 'vscode';

/** Where the user was: which editors were open, which one was in front, and what it showed. */
export interface Whereabouts {
  /** The text editor that was in front; `undefined` if there was none. */
  readonly editor: EditorState | undefined;
  /** Notes how an editor looks before a preview scrolls it, if it was open before the preview. */
  aboutToScroll(editor: vscode.TextEditor): void;
  /** Puts everything back, and closes what has been opened since. */
  comeBack(): Promise<void>;
}

export interface EditorState {
  readonly document: vscode.TextDocument;
  readonly viewColumn: vscode.ViewColumn;
  readonly selections: readonly vscode.Selection[];
  readonly top: vscode.Position | undefined;
}

interface TabState {
  readonly viewColumn: vscode.ViewColumn;
  readonly index: number;
  readonly uri: string | undefined;
  readonly isPreview: boolean;
}

export function rememberWhereabouts(): Whereabouts {
  const before = openTabs();
  const front = vscode.window.activeTextEditor;
  const editor = front && stateOf(front);
  const group = vscode.window.tabGroups.activeTabGroup;
  const frontTab = group.activeTab && group.tabs.indexOf(group.activeTab);
  const scrolled = new Map<string, EditorState>();

  return {
    editor,
    aboutToScroll: (other) => {
      const state = stateOf(other);
      if (
        state === undefined ||
        (state.document === editor?.document && state.viewColumn === editor.viewColumn)
      )
        return;
      const id = `${state.viewColumn} ${state.document.uri.toString()}`;
      if (
        !scrolled.has(id) &&
        before.some((tab) => holds(tab, state.viewColumn, state.document.uri.toString()))
      )
        scrolled.set(id, state);
    },
    comeBack: async () => {
      for (const state of scrolled.values()) await restore(state, before, true);
      await reopenReplaced(before);
      if (editor) await restore(editor, before, false);
      else if (frontTab !== undefined)
        await vscode.commands.executeCommand('workbench.action.openEditorAtIndex', frontTab);
      await closeOthers(before);
    },
  };
}

function stateOf(editor: vscode.TextEditor): EditorState | undefined {
  if (editor.viewColumn === undefined) return undefined;
  const { document, viewColumn, selections } = editor;
  return { document, viewColumn, selections: [...selections], top: editor.visibleRanges[0]?.start };
}

function openTabs(): TabState[] {
  return vscode.window.tabGroups.all.flatMap(({ viewColumn, tabs }) =>
    tabs.map((tab, index) => ({ viewColumn, index, uri: uriOf(tab), isPreview: tab.isPreview })),
  );
}

function uriOf(tab: vscode.Tab): string | undefined {
  return tab.input instanceof vscode.TabInputText ? tab.input.uri.toString() : undefined;
}

function holds(tab: TabState, viewColumn: vscode.ViewColumn, uri: string): boolean {
  return tab.viewColumn === viewColumn && tab.uri === uri;
}

async function restore(
  state: EditorState,
  before: readonly TabState[],
  preserveFocus: boolean,
): Promise<void> {
  const { document, viewColumn, selections, top } = state;
  const uri = document.uri.toString();
  const preview = before.some((tab) => tab.isPreview && holds(tab, viewColumn, uri));
  const editor = await vscode.window.showTextDocument(document.uri, { viewColumn, preview, preserveFocus });
  editor.selections = selections;
  if (top && editor.visibleRanges[0]?.start.line !== top.line)
    editor.revealRange(new vscode.Range(top, top), vscode.TextEditorRevealType.AtTop);
}

/** A preview takes the tab of the preview before it: that one is opened again. */
async function reopenReplaced(before: readonly TabState[]): Promise<void> {
  const now = openTabs();
  for (const { viewColumn, uri, isPreview } of before) {
    if (!isPreview || uri === undefined || now.some((tab) => holds(tab, viewColumn, uri))) continue;
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
      viewColumn,
      preview: true,
      preserveFocus: true,
    });
  }
}

async function closeOthers(before: readonly TabState[]): Promise<void> {
  const opened = vscode.window.tabGroups.all.flatMap(({ viewColumn, tabs }) =>
    tabs.filter((tab) => {
      const uri = uriOf(tab);
      return uri !== undefined && !tab.isDirty && !before.some((old) => holds(old, viewColumn, uri));
    }),
  );
  if (opened.length > 0) await vscode.window.tabGroups.close(opened, true);
}
