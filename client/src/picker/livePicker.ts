import * as vscode from 'vscode';
import type { Place } from '../corpus/places.ts';
import { clearButton, createGathering, dressRow, onGatherKey, type Gatherable } from './gathering.ts';
import { createLiveList, type Listing } from './liveList.ts';
import { createPreview } from './preview.ts';

/** One row that can be taken. */
export interface Row extends vscode.QuickPickItem, Gatherable {
  readonly place: Place;
}

export interface LivePickerOptions<R extends Row> {
  readonly title: string;
  readonly placeholder: string;
  /** Whether several rows can be put aside and taken together. */
  readonly isForSeveral: boolean;
  /** What is shown for a query, in the order in which it is shown; `undefined` if that cannot be told. */
  list(
    query: string,
    token: vscode.CancellationToken,
    aside: readonly R[],
  ): Promise<Listing<R | vscode.QuickPickItem> | undefined>;
  /** There may be more to find than before. */
  readonly onDidChange: vscode.Event<void>;
}

export interface Picked<R extends Row> {
  /** One, unless several were put aside; in that order. */
  readonly rows: readonly [R, ...R[]];
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
  const picker: Unpublished<Item> = vscode.window.createQuickPick<Item>();
  const preview = createPreview();
  const gathering = createGathering<R>();
  picker.title = options.title;
  picker.placeholder = options.placeholder;
  picker.sortByLabel = false;

  /** The items that VS Code was given last, as they are without what it is to show of them. */
  let sent: readonly Item[] = [];
  const picked = await new Promise<readonly [R, ...R[]] | undefined>((resolve) => {
    const take = (row?: R): void => {
      const [first = row, ...others] = gathering.rows();
      if (first !== undefined) resolve([first, ...others]);
    };
    const list = createLiveList<Item, R>({
      find: (query) => {
        const source = new vscode.CancellationTokenSource();
        return {
          answer: options.list(query, source.token, gathering.rows()),
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
        sent = items;
        picker.keepScrollPosition = false;
        picker.items = sent.map(dressed);
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
      take,
      gather,
    });
    function gather(row: R): void {
      if (!options.isForSeveral) return;
      gathering.toggle(row);
      redress();
    }
    /** The same rows in the same places, with the signs of what has been put aside. */
    function redress(): void {
      const place = list.place();
      picker.title = gathering.title(options.title);
      picker.buttons = gathering.rows().length > 0 ? [clearButton()] : [];
      picker.keepScrollPosition = true;
      picker.items = sent.map(dressed);
      const active = place === undefined ? undefined : picker.items[place];
      if (active) picker.activeItems = [active];
    }
    const listeners = vscode.Disposable.from(
      options.onDidChange(() => {
        list.corpusChanged();
      }),
      ...(options.isForSeveral
        ? [
            onGatherKey(() => {
              list.gathered();
            }),
          ]
        : []),
    );
    picker.onDidChangeValue((query) => {
      list.typed(query);
    });
    picker.onDidChangeActive(([item]) => {
      list.moved(item === undefined ? -1 : picker.items.indexOf(item));
    });
    picker.onDidTriggerItemButton(({ item }) => {
      // Until then the number of a row may mean one that is not on the screen yet.
      if (isRow(item) && list.place() !== undefined) gather(item);
    });
    picker.onDidTriggerButton(() => {
      gathering.clear();
      redress();
    });
    picker.onDidAccept(() => {
      if (gathering.rows().length > 0 && !list.isGathering()) take();
      else list.accepted();
    });
    picker.onDidHide(() => {
      list.close();
      listeners.dispose();
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
    rows: picked,
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

  /** VS Code hides items whose labels do not hold what was typed; these were found by more than their labels. */
  function dressed(item: Item): Item {
    const whole = { ...item, alwaysShow: true };
    return options.isForSeveral && isRow(whole) ? dressRow(whole, gathering.has(whole)) : whole;
  }
}

/** A line of a list that cannot be taken. */
export function line(label: string): vscode.QuickPickItem {
  return { label, alwaysShow: true };
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
interface Unpublished<T extends vscode.QuickPickItem> extends vscode.QuickPick<T> {
  sortByLabel?: boolean;
}
