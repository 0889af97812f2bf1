import * as vscode from 'vscode';
import type { Place } from '../corpus/places.ts';
import { createLiveList, type Listing } from './liveList.ts';
import { createPreview } from './preview.ts';

/** One row that can be taken. */
export interface Row extends vscode.QuickPickItem {
  readonly place: Place;
}

export interface LivePickerOptions<R extends Row> {
  readonly title: string;
  readonly placeholder: string;
  /** What is shown for a query, in the order in which it is shown; `undefined` if that cannot be told. */
  list(
    query: string,
    token: vscode.CancellationToken,
  ): Promise<Listing<R | vscode.QuickPickItem> | undefined>;
  /** There may be more to find than before. */
  readonly onDidChange: vscode.Event<void>;
}

export interface Picked<R extends Row> {
  readonly row: R;
  /** Leaves the row's place as it is previewed, and ends. */
  stay(): Promise<void>;
  /** Goes back to where the user was, and ends. */
  comeBack(): Promise<void>;
}

/**
 * A list whose rows come from the server as the user types, in the server's order, with a preview of the row the
 * user is on. `undefined` if the user gave up; then everything is as it was.
 */
export async function pickLive<R extends Row>(options: LivePickerOptions<R>): Promise<Picked<R> | undefined> {
  type Item = R | vscode.QuickPickItem;
  const picker: Unsorted<Item> = vscode.window.createQuickPick<Item>();
  const preview = createPreview();
  picker.title = options.title;
  picker.placeholder = options.placeholder;
  picker.sortByLabel = false;

  const picked = await new Promise<R | undefined>((resolve) => {
    const list = createLiveList<Item, R>({
      find: (query) => {
        const source = new vscode.CancellationTokenSource();
        return {
          answer: options.list(query, source.token).then((listing) => listing && whole(listing)),
          cancel: () => {
            source.cancel();
          },
        };
      },
      failure: line(vscode.l10n.t('The language server does not answer. “Pincite: Show Log” tells more.')),
      waiting: line(vscode.l10n.t('Searching…')),
      isRow,
      firstPlace: (items) => items.findIndex(({ kind }) => kind !== vscode.QuickPickItemKind.Separator),
      show: (items, isBusy) => {
        picker.items = items;
        picker.busy = isBusy;
        return shown();
      },
      setBusy: () => {
        picker.busy = true;
      },
      preview: (row) => {
        preview.show(row?.place);
      },
      holdPreview: () => {
        preview.hold();
      },
      take: resolve,
    });
    const corpusChanges = options.onDidChange(() => {
      list.corpusChanged();
    });
    picker.onDidChangeValue((query) => {
      list.typed(query);
    });
    picker.onDidChangeActive(([item]) => {
      list.moved(item === undefined ? -1 : picker.items.indexOf(item));
    });
    picker.onDidAccept(() => {
      list.accepted();
    });
    picker.onDidHide(() => {
      list.close();
      corpusChanges.dispose();
      resolve(undefined);
    });
    picker.show();
    list.open();
  });

  // This hides it, too.
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

  function isRow(item: Item | undefined): item is R {
    return item !== undefined && 'place' in item;
  }
}

/** A line of a list that cannot be taken. */
export function line(label: string): vscode.QuickPickItem {
  return { label, alwaysShow: true };
}

/** VS Code hides items whose labels do not hold what was typed; these were found by more than their labels. */
function whole<Item extends vscode.QuickPickItem>({ items, isSure }: Listing<Item>): Listing<Item> {
  return { items: items.map((item) => ({ ...item, alwaysShow: true })), isSure };
}

/**
 * Resolves when VS Code has put on the screen what a list was given just now. It numbers the items of a list and
 * reports the user's moves by these numbers, so that until then a move may mean an item of the list before. What was
 * given goes to the window in a task of its own; a command that is sent there afterwards comes back after it, and
 * after the moves that came before.
 */
async function shown(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await vscode.commands.executeCommand('noop').then(undefined, () => undefined);
}

/** VS Code sorts matching rows by label unless told not to; the switch works but is not in its published types. */
interface Unsorted<T extends vscode.QuickPickItem> extends vscode.QuickPick<T> {
  sortByLabel?: boolean;
}
