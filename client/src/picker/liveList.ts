import { askLatest, type Inquiry } from './latest.ts';

/** What is shown for a text. */
export interface Listing<Item> {
  readonly items: readonly Item[];
  /** Whether the first row is what the text asks for, so that Enter may take it before it is seen. */
  readonly isSure: boolean;
}

/** The list on the screen. `Row`s are the items that can be taken. */
export interface Stage<Item, Row extends Item> {
  /** `undefined` if that cannot be told. */
  find(text: string): Inquiry<Listing<Item> | undefined>;
  /** What is shown where that cannot be told. */
  readonly failure: Item;
  /** What is shown where an answer is long in coming. */
  readonly waiting: Item;
  isRow(item: Item | undefined): item is Row;
  /** Where the user is to begin with in a list: at the first item that is no separator. */
  firstPlace(items: readonly Item[]): number;
  /**
   * Puts items in place of those on the screen; the user is at the first place then, and `moved` says so. Resolves
   * when that is done and all that the user did before has been reported, in the order in which lists are shown.
   */
  show(items: readonly Item[], isBusy: boolean): Promise<void>;
  setBusy(): void;
  /** Previews the row that the user is on; `undefined` where there is none. */
  preview(row: Row | undefined): void;
  /** Leaves the preview as it is: the row that it was about to show is on its way out. */
  holdPreview(): void;
  take(row: Row): void;
  /** Puts a row aside, to be taken with others; the list stays. */
  gather(row: Row): void;
}

/** What the user and the corpus do. */
export interface LiveList {
  /** Opens the list, for an empty text. */
  open(): void;
  typed(text: string): void;
  /** The user is at another place of the list on the screen, or at none: -1. */
  moved(to: number): void;
  /** Enter, or a click. */
  accepted(): void;
  /** The key that puts a row aside. */
  gathered(): void;
  /** True while a row that is to be put aside is not there yet: Enter waits for it, too. */
  isGathering(): boolean;
  /** Where the user is; `undefined` while the rows on the screen are not those for the text. */
  place(): number | undefined;
  /** There may be more to find than there was. */
  corpusChanged(): void;
  close(): void;
}

/** Nobody reads a row and points at it in less. */
const LONG_MS = 400;

/**
 * A list whose rows follow what is typed, and which never takes a row for a text that it does not belong to. Enter
 * that is pressed before the rows for the text are on the screen waits for them and takes the first, unless the text
 * changes until then, the user has gone to another row of the older ones, or the first row is not sure to be meant. So
 * does the key that puts a row aside.
 */
export function createLiveList<Item, Row extends Item>(stage: Stage<Item, Row>): LiveList {
  let text = '';
  /** The list on the screen, and after it those on the way there; what the user does is done in one of the first two. */
  const lists: (readonly Item[])[] = [[]];
  /** Where the user is. */
  let place = 0;
  /** True while the rows on the screen are those for the text. */
  let isCurrent = false;
  /** Enter was pressed for the present text, and its rows were not there. */
  let isEntered = false;
  /** The same for the key that puts a row aside. */
  let isAside = false;
  /** The user has gone to another row than the first, and the rows for the text are not there. */
  let isAstray = false;
  // The first row of a list that opens by itself is nobody's choice: nothing is previewed before a key is pressed.
  let isTouched = false;
  /** The corpus changed since the question was asked. */
  let isOutdated = false;
  let slow: ReturnType<typeof setTimeout> | undefined;
  /** Another one whenever what is being shown is overtaken. */
  let turn = {};

  const onScreen = (): readonly Item[] => lists[0] ?? [];
  const active = (): Row | undefined => {
    const item = onScreen()[place];
    return stage.isRow(item) ? item : undefined;
  };
  const show = async (items: readonly Item[], isBusy: boolean): Promise<void> => {
    lists.push(items);
    await stage.show(items, isBusy);
    lists.shift();
    isAstray = place !== stage.firstPlace(onScreen());
  };
  const answered = async ({ items, isSure }: Listing<Item>): Promise<void> => {
    clearTimeout(slow);
    isCurrent = false;
    const mine = (turn = {});
    await show(items, false);
    if (mine !== turn) return;
    isCurrent = true;
    const first = items.find((item) => stage.isRow(item));
    const meant = isSure ? first : undefined;
    const [toGather, toTake] = [isAside, isEntered];
    isAside = isEntered = false;
    if (toGather && meant !== undefined) stage.gather(meant);
    if (toTake && meant !== undefined) stage.take(meant);
    else if (isTouched) stage.preview(active());
    if (isOutdated) askAgain();
  };
  const questions = askLatest(
    (query) => stage.find(query),
    (listing) => void answered(listing ?? { items: [stage.failure], isSure: false }),
  );
  const ask = (): void => {
    turn = {};
    isCurrent = isEntered = isAside = isAstray = isOutdated = false;
    stage.setBusy();
    clearTimeout(slow);
    slow = setTimeout(() => void show([stage.waiting], true), LONG_MS);
    questions.ask(text);
  };
  /** Rows that somebody may be about to take stay where they are. */
  const askAgain = (): void => {
    isOutdated = false;
    if (!onScreen().some((item) => stage.isRow(item))) questions.ask(text);
  };
  return {
    open: ask,
    typed: (query) => {
      text = query;
      isTouched = true;
      stage.holdPreview();
      ask();
    },
    moved: (to) => {
      const isElsewhere = to !== place;
      place = to;
      isAstray = lists.slice(0, 2).some((items) => to !== stage.firstPlace(items));
      if (!isCurrent || !isElsewhere) return;
      isTouched = true;
      stage.preview(active());
    },
    accepted: () => {
      const row = active();
      if (!isCurrent) isEntered = !isAstray;
      else if (row !== undefined) stage.take(row);
    },
    gathered: () => {
      const row = active();
      if (!isCurrent) isAside = !isAstray;
      else if (row !== undefined) stage.gather(row);
    },
    isGathering: () => isAside,
    place: () => (isCurrent ? place : undefined),
    corpusChanged: () => {
      if (isCurrent) askAgain();
      else isOutdated = true;
    },
    close: () => {
      turn = {};
      clearTimeout(slow);
      questions.stop();
    },
  };
}
