import * as vscode from 'vscode';

/** Where the user was: which editors were open, which one was in front, and what it showed. */
export interface Whereabouts {
  /** Notes how an editor looks before a preview scrolls it, if it was open before the preview. */
  aboutToScroll(editor: vscode.TextEditor): void;
  /** Puts everything back, and closes what has been opened since. */
  comeBack(): Promise<void>;
}

/** What one text editor showed. */
interface EditorState {
  readonly document: vscode.TextDocument;
  readonly viewColumn: vscode.ViewColumn;
  readonly selections: readonly vscode.Selection[];
  readonly top: vscode.Position | undefined;
}

/** Shows the tab of an index in the active group, whatever it holds. */
const OPEN_TAB = 'workbench.action.openEditorAtIndex';

interface TabState {
  readonly viewColumn: vscode.ViewColumn;
  readonly uri: string | undefined;
  readonly isPreview: boolean;
}

export function rememberWhereabouts(): Whereabouts {
  const before = openTabs();
  const active = vscode.window.activeTextEditor;
  const front = active && stateOf(active);
  const others = vscode.window.visibleTextEditors.filter((editor) => editor !== active).map(stateOf);
  const group = vscode.window.tabGroups.activeTabGroup;
  const frontTab = group.activeTab && group.tabs.indexOf(group.activeTab);
  const scrolled = new Map<string, EditorState>();

  return {
    aboutToScroll: (editor) => {
      const state = stateOf(editor);
      if (state === undefined || isSame(state, front)) return;
      const { viewColumn, document } = state;
      const id = `${String(viewColumn)} ${document.uri.toString()}`;
      const wasOpen = before.some((tab) => holds(tab, viewColumn, document.uri.toString()));
      if (wasOpen && !scrolled.has(id)) scrolled.set(id, state);
    },
    comeBack: async () => {
      for (const state of scrolled.values()) await restore(state, before, true);
      await reopenReplaced(before);
      for (const state of others) if (state && !isInFront(state)) await restore(state, before, true);
      if (front) await restore(front, before, false);
      else if (frontTab !== undefined) await vscode.commands.executeCommand(OPEN_TAB, frontTab);
      await closeOthers(before);
    },
  };
}

function stateOf(editor: vscode.TextEditor): EditorState | undefined {
  if (editor.viewColumn === undefined) return undefined;
  const { document, viewColumn, selections } = editor;
  return { document, viewColumn, selections: [...selections], top: editor.visibleRanges[0]?.start };
}

function isSame(state: EditorState, other: EditorState | undefined): boolean {
  return state.document === other?.document && state.viewColumn === other.viewColumn;
}

function isInFront({ document, viewColumn }: EditorState): boolean {
  const group = vscode.window.tabGroups.all.find((each) => each.viewColumn === viewColumn);
  return group?.activeTab !== undefined && uriOf(group.activeTab) === document.uri.toString();
}

function openTabs(): TabState[] {
  return vscode.window.tabGroups.all.flatMap(({ viewColumn, tabs }) =>
    tabs.map((tab) => ({ viewColumn, uri: uriOf(tab), isPreview: tab.isPreview })),
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
