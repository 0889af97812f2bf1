import { createLiveList, type Listing } from '../../client/src/picker/liveList.ts';

/** Rows have a slash: `战略/2` is the second row for 战略. `—` is a separator; other items are lines that cannot be taken. */
type Row = `${string}/${string}`;

/** Enter was pressed: for which text, with what on the screen. */
export interface Press {
  readonly text: string;
  readonly items: readonly string[];
  readonly focused: string | undefined;
  /** True once the text has become another after it, as the program sees it. */
  isOvertaken: boolean;
}

/**
 * A list as VS Code has it: a window with the input box and the rows on the screen, the program some way off, and the
 * server behind it. What one tells the other waits in a queue until it is delivered. The window names rows by their
 * numbers, and the program takes the numbers for those of the rows that it sent last, arrived or not.
 */
export function openPalette(listingFor: (text: string) => Listing<string> | Error) {
  const screen = { text: '', items: [] as readonly string[], focus: 0, isBusy: false };
  const toProgram: (() => void)[] = [];
  const toWindow: (() => void)[] = [];
  const questions: (() => void)[] = [];
  let sent: readonly string[] = [];
  const seen = {
    /** Every list that came on the screen, in order. */
    lists: [] as (readonly string[])[],
    previews: [] as (Row | undefined)[],
    taken: undefined as Row | undefined,
    gathered: [] as Row[],
    /** The presses of Enter that the program knows of. */
    presses: [] as Press[],
  };

  const list = createLiveList<string, Row>({
    find: (text) => {
      const answer = new Promise<Listing<string>>((resolve, reject) => {
        questions.push(() => {
          const found = listingFor(text);
          if (found instanceof Error) reject(found);
          else resolve(found);
        });
      });
      return { answer, cancel: () => undefined };
    },
    failure: 'failure',
    waiting: 'waiting',
    isRow,
    firstPlace: firstOf,
    show: (items, isBusy) => {
      sent = items;
      toWindow.push(() => {
        Object.assign(screen, { items, isBusy });
        seen.lists.push(items);
        focus(firstOf(items));
      });
      return new Promise((resolve) => {
        toWindow.push(() => toProgram.push(resolve));
      });
    },
    setBusy: () => {
      toWindow.push(() => (screen.isBusy = true));
    },
    preview: (row) => seen.previews.push(row),
    holdPreview: () => seen.previews.push(undefined),
    take: (row) => {
      seen.taken = row;
      list.close();
    },
    gather: (row) => seen.gathered.push(row),
  });

  function focus(index: number): void {
    screen.focus = index;
    toProgram.push(() => {
      list.moved(index < sent.length ? index : -1);
    });
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const deliver = async (queue: (() => void)[]): Promise<void> => {
    if (seen.taken === undefined) queue.shift()?.();
    await settle();
  };
  const palette = {
    screen,
    seen,
    type: (text: string) => {
      if (text === screen.text) return;
      screen.text = text;
      if (screen.focus !== firstOf(screen.items)) focus(firstOf(screen.items));
      toProgram.push(() => {
        for (const press of seen.presses) press.isOvertaken = true;
        list.typed(text);
      });
    },
    move: (step: 1 | -1) => {
      const next = screen.focus + step;
      if ((screen.items[next] ?? SEPARATOR) !== SEPARATOR) focus(next);
    },
    enter: () => {
      const { text, items } = screen;
      const press = { text, items, focused: items[screen.focus], isOvertaken: false };
      toProgram.push(() => {
        seen.presses.push(press);
        list.accepted();
      });
    },
    putAside: () => {
      toProgram.push(() => {
        list.gathered();
      });
    },
    corpusChanges: () => {
      toProgram.push(() => {
        list.corpusChanged();
      });
    },
    /** One message reaches the program, the window or the server. */
    program: () => deliver(toProgram),
    window: () => deliver(toWindow),
    server: () => deliver(questions),
    /** Everything reaches everybody. */
    rest: async () => {
      while (seen.taken === undefined && toProgram.length + toWindow.length + questions.length > 0) {
        for (const queue of [toProgram, toWindow, questions]) if (queue.length > 0) await deliver(queue);
      }
    },
  };
  list.open();
  return palette;
}

const SEPARATOR = '—';

function firstOf(items: readonly string[]): number {
  return items.findIndex((item) => item !== SEPARATOR);
}

export function isRow(item: string | undefined): item is Row {
  return item?.includes('/') === true;
}
