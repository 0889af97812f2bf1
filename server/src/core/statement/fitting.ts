import { formatPath } from '../address.ts';
import type { Draft } from './draft.ts';
import { isExplicit, type Opening } from './opening.ts';

/** What is known where a marker stands: by it a number is told from a date, an amount or an initial. */
export interface Place {
  /** The sections that are open, outermost first. */
  readonly open: readonly Draft[];
  /** The number that was last given in each rank. */
  readonly last: ReadonlyMap<string, number>;
  /** The index of the block. */
  readonly index: number;
  readonly next: NextOpening;
}

/** The index of the next block after `index` that opens a rank with these numbers; `undefined` if there is none. */
export type NextOpening = (rank: string, numbers: readonly number[], index: number) => number | undefined;

/** How many numbers may be missing in a list that is under way. */
const WIDEST_GAP = 3;
/** An excerpt may begin in the middle, but not with any number. */
const LARGEST_FIRST = 200;

/**
 * The opening, if its number fits the place. Explicit kinds fit as the first or further ones of their kind, and
 * others as the first or the next: a paragraph that starts with `2025.`, `15.` or `I. Ivanov` is text.
 */
export function fitting(opening: Opening, place: Place): Opening | undefined {
  if (isExplicit(opening)) return isStray(opening, place) ? undefined : opening;
  const letter = asLetterHere(opening, place);
  if (letter !== undefined) return letter;
  return (opening.numbers.length > 1 ? fitsAsNested(opening, place) : fitsAsSingle(opening, place))
    ? opening
    : undefined;
}

/** The open section whose own number `2` makes `2.1` fit within it; `undefined` if there is none. */
export function holderOf(opening: Opening, open: readonly Draft[]): Draft | undefined {
  const depth = opening.numbers.length;
  return open.findLast(
    (draft) =>
      draft.number === opening.numbers.at(-2) &&
      (draft.opening.numbers.length === depth - 1 || draft.opening.kind !== 'decimal'),
  );
}

/** The open section `2.1` beside which `2.2` stands; `undefined` if there is none. */
export function neighbourOf(opening: Opening, open: readonly Draft[]): Draft | undefined {
  const prefix = opening.numbers.slice(0, -1).join('.');
  return open.find(
    (draft) => draft.opening.rank === opening.rank && draft.opening.numbers.slice(0, -1).join('.') === prefix,
  );
}

export function createNextOpening(openings: readonly (Opening | undefined)[]): NextOpening {
  const places = new Map<string, number[]>();
  const add = ({ rank, numbers }: Opening, i: number): void => {
    const key = keyOf(rank, numbers);
    const known = places.get(key);
    if (known === undefined) places.set(key, [i]);
    else known.push(i);
  };
  openings.forEach((opening, i) => {
    if (opening !== undefined) add(opening, i);
    if (opening?.asLetter !== undefined) add(opening.asLetter, i);
  });
  return (rank, numbers, index) => {
    const known = places.get(keyOf(rank, numbers)) ?? [];
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return known[low];
  };
}

function keyOf(rank: string, numbers: readonly number[]): string {
  return `${rank} ${formatPath(numbers)}`;
}

/** A first `第七条` or `Section 3.` among sections of other kinds that no eighth or fourth follows. */
function isStray({ rank, level, number, kind }: Opening, { last, index, next }: Place): boolean {
  if (level > 0 || number <= 1 || kind === 'heading') return false;
  return last.size > 0 && !last.has(rank) && next(rank, [number + 1], index) === undefined;
}

function fitsAsSingle(opening: Opening, { open, last, index, next }: Place): boolean {
  const { rank, number, kind } = opening;
  const isFollowed = next(rank, [number + 1], index) !== undefined;
  const sibling = open.find((draft) => draft.opening.rank === rank);
  // A list that starts again within a numbered paragraph is part of the paragraph.
  if (sibling !== undefined) return number >= sibling.number && number <= sibling.number + 1 + WIDEST_GAP;
  // `I.` and `A.` are initials too.
  if (number === 1) return isFollowed || !(kind === 'roman' || rank.startsWith('capital'));
  if (number === (last.get(rank) ?? Number.NaN) + 1) return true;
  return last.size === 0 && number < LARGEST_FIRST && (index === 0 || isFollowed);
}

function fitsAsNested(opening: Opening, { open, index, next }: Place): boolean {
  const { rank, numbers, number } = opening;
  const neighbour = neighbourOf(opening, open);
  if (neighbour !== undefined)
    return number >= neighbour.number && number <= neighbour.number + 1 + WIDEST_GAP;
  if (holderOf(opening, open) !== undefined) return number <= 1 + WIDEST_GAP;
  return next(rank, [...numbers.slice(0, -1), number + 1], index) !== undefined;
}

/** `(i)` after `(h)`, and `C.` after `B.`, unless it opens a list of its own or goes on with one. */
function asLetterHere(
  { rank, number, asLetter }: Opening,
  { open, index, next }: Place,
): Opening | undefined {
  const before = open.find(({ opening }) => opening.rank === asLetter?.rank);
  if (asLetter === undefined || before === undefined || asLetter.number !== before.number + 1)
    return undefined;
  const numeral = open.find(({ opening }) => opening.rank === rank);
  if (numeral !== undefined && number === numeral.number + 1) return undefined;
  const nextNumeral = number === 1 ? next(rank, [2], index) : undefined;
  const nextLetter = next(asLetter.rank, [asLetter.number + 1], index);
  return nextNumeral !== undefined && nextNumeral < (nextLetter ?? Number.POSITIVE_INFINITY)
    ? undefined
    : asLetter;
}
