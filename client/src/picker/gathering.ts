import * as vscode from 'vscode';

/** A row that can be taken together with others. */
export interface Gatherable {
  /** The same for the same thing, in whatever list. */
  readonly id: string;
  /** How it is named where there is little room. */
  readonly shortName: string;
}

/** The rows that the user has put aside, in that order. */
export interface Gathering<Row extends Gatherable> {
  rows(): readonly Row[];
  has(row: Row): boolean;
  /** Puts a row aside; puts it back if it is aside. */
  toggle(row: Row): void;
  clear(): void;
  /** The title of the list, with what has been put aside. */
  title(plain: string): string;
}

export function createGathering<Row extends Gatherable>(): Gathering<Row> {
  const aside = new Map<string, Row>();
  return {
    rows: () => [...aside.values()],
    has: ({ id }) => aside.has(id),
    toggle: (row) => {
      if (!aside.delete(row.id)) aside.set(row.id, row);
    },
    clear: () => {
      aside.clear();
    },
    title: (plain) => {
      if (aside.size === 0) return plain;
      const names = [...aside.values()].map(({ shortName }) => shortName).join('; ');
      return aside.size === 1
        ? vscode.l10n.t('{0} – Enter takes {1}', plain, names)
        : vscode.l10n.t('{0} – Enter takes these {1}: {2}', plain, aside.size, names);
    },
  };
}

/** A row with its button, and a sign if it is aside. */
export function dressRow<Row extends vscode.QuickPickItem>(row: Row, isAside: boolean): Row {
  if (!isAside) {
    const tooltip = vscode.l10n.t('Take it together with others (Alt+Enter)');
    return { ...row, buttons: [{ iconPath: new vscode.ThemeIcon('add'), tooltip }] };
  }
  const tooltip = vscode.l10n.t('Do not take it (Alt+Enter)');
  const iconPath = new vscode.ThemeIcon('check');
  return { ...row, iconPath, buttons: [{ iconPath: new vscode.ThemeIcon('remove'), tooltip }] };
}

/** In the title of the list, once something is aside. */
export function clearButton(): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon('clear-all'), tooltip: vscode.l10n.t('Take none of them') };
}

const COMMAND = 'pincite.gatherPassage';
const CONTEXT = 'pincite.inPassageList';
/** What the list in front does at the key. */
let listening: (() => void) | undefined;

/** The key that puts a row of the list of passages aside. A key can start nothing but a command. */
export function registerGatherKey(): vscode.Disposable {
  return vscode.commands.registerCommand(COMMAND, () => listening?.());
}

/** Makes the key act on a list, until that is disposed of. */
export function onGatherKey(listener: () => void): vscode.Disposable {
  listening = listener;
  void vscode.commands.executeCommand('setContext', CONTEXT, true);
  return new vscode.Disposable(() => {
    // Another list may have come in front meanwhile.
    if (listening !== listener) return;
    listening = undefined;
    void vscode.commands.executeCommand('setContext', CONTEXT, false);
  });
}
