import * as vscode from 'vscode';
import type { Place } from '../corpus/places.ts';
import { createPreview } from './preview.ts';

/** One row that can be taken. */
export interface Row extends vscode.QuickPickItem {
  readonly place: Place;
}

export interface LivePickerOptions<R extends Row> {
  readonly title: string;
  readonly placeholder: string;
  /** The rows for a query in the order in which they are shown; `undefined` keeps those of the query before. */
  rows(
    query: string,
    token: vscode.CancellationToken,
  ): Promise<readonly (R | vscode.QuickPickItem)[] | undefined>;
}

export interface Picked<R extends Row> {
  readonly row: R;
  /** Leaves the row's place as it is previewed, and ends. */
  stay(): Promise<void>;
  /** Goes back to where the user was, and ends. */
  comeBack(): Promise<void>;
}

const PAUSE_MS = 60;

/**
 * A list whose rows come from the server as the user types, in the server's order, with a preview of the row the
 * user is on. `undefined` if the user gave up; then everything is as it was.
 */
export async function pickLive<R extends Row>(options: LivePickerOptions<R>): Promise<Picked<R> | undefined> {
  const picker: Unsorted<R | vscode.QuickPickItem> = vscode.window.createQuickPick<
    R | vscode.QuickPickItem
  >();
  const preview = createPreview();
  picker.title = options.title;
  picker.placeholder = options.placeholder;
  picker.sortByLabel = false;

  let source = new vscode.CancellationTokenSource();
  let timer: NodeJS.Timeout | undefined;
  const ask = async (query: string): Promise<void> => {
    source.cancel();
    const current = (source = new vscode.CancellationTokenSource());
    picker.busy = true;
    const rows = await options.rows(query, current.token);
    if (current !== source) return;
    picker.busy = false;
    // VS Code filters rows by what was typed; these were found by more than their labels.
    if (rows) picker.items = rows.map((row) => ({ ...row, alwaysShow: true }));
  };

  // The first row of the list that opens by itself is nobody's choice: nothing is previewed before a key is pressed.
  let touched = false;
  const picked = await new Promise<R | undefined>((resolve) => {
    picker.onDidChangeValue((query) => {
      touched = true;
      clearTimeout(timer);
      source.cancel();
      timer = setTimeout(() => void ask(query), PAUSE_MS);
    });
    picker.onDidChangeActive(([row]) => {
      if (row === undefined || !isRow(row)) return;
      touched ||= picker.items.find(isRow)?.place !== row.place;
      if (touched) preview.show(row.place);
    });
    picker.onDidAccept(() => {
      const [row] = picker.activeItems;
      if (row !== undefined && isRow(row)) resolve(row);
    });
    picker.onDidHide(() => {
      resolve(undefined);
    });
    picker.show();
    void ask('');
  });

  clearTimeout(timer);
  source.cancel();
  picker.dispose();
  if (picked === undefined) {
    await preview.comeBack();
    preview.dispose();
    return undefined;
  }
  return {
    row: picked,
    stay: async () => {
      await preview.stay();
      preview.dispose();
    },
    comeBack: async () => {
      await preview.comeBack();
      preview.dispose();
    },
  };

  function isRow(item: R | vscode.QuickPickItem): item is R {
    return 'place' in item;
  }
}

/** VS Code sorts matching rows by label unless told not to; the switch works but is not in its published types. */
interface Unsorted<T extends vscode.QuickPickItem> extends vscode.QuickPick<T> {
  sortByLabel?: boolean;
}
