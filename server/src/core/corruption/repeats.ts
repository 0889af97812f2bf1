import { boundaries, weightBetween, type Letters } from './letters.ts';

/** Letters `[start, start + length)` that also stand at `[earlier, earlier + length)`; the two do not overlap. */
export interface Repeat {
  readonly start: number;
  readonly earlier: number;
  readonly length: number;
}

/** Letters `[start, start + length)` that stand at `[earlier, earlier + length)` of another text, given by its index. */
export interface CommonRun extends Repeat {
  readonly other: number;
}

/**
 * The weight from which on a repeated run is no formula any more. Titles not counted, the longest sound run that the
 * shipped texts repeat within one statement weighs 18 (纽伦堡国际军事法庭和远东国际军事法庭), and 21 on the newspaper page
 * that carries three of them; the shortest corrupt one weighs 45. 30 lies midway between those in proportion.
 */
export const LONG_RUN = 30;
/**
 * A whole paragraph needs less, for nobody writes one twice: half as much, which is still more than 双方声明如下
 * or 双方将继续在这方面开展合作 has.
 */
export const WHOLE_PARAGRAPH = 15;
/** How many earlier places of the same letters are looked at. What stands at more places is a formula. */
const MOST_PLACES = 8;
/** Runs of letters that the index is made of, in scripts whose letters weigh 1 and a third. */
const HAN_GRAM = 12;
const LETTER_GRAM = 36;
const MOSTLY_HAN = 0.6;
/** Longer runs that weigh too little, titles one after the other, are passed over as a whole. */
const LONG_LIGHT_RUN = 200;

/** Runs of letters that stand earlier in the text too, in order and without overlap. Linear: runs are found by hashes. */
export function findRepeats(letters: Letters): Repeat[] {
  const { text } = letters;
  const size = gramSize(letters);
  const index = new Map<number, number[]>();
  const repeats: Repeat[] = [];
  const hashes = rollingHashes(text, size);
  let indexed = 0;
  const indexUpTo = (end: number): void => {
    for (; indexed < end; indexed++) {
      const hash = hashes[indexed];
      if (hash === undefined) return;
      note(index, hash, indexed);
    }
  };
  let free = 0;
  for (let i = 0; i < hashes.length;) {
    indexUpTo(i);
    const repeat = longest(text, i, free, index.get(hashes[i] ?? 0) ?? [], size);
    if (repeat !== undefined && isLong(letters, repeat)) {
      repeats.push(repeat);
      i = free = repeat.start + repeat.length;
    } else i += (repeat?.length ?? 0) > LONG_LIGHT_RUN ? (repeat?.length ?? 0) - size : 1;
  }
  return repeats;
}

/**
 * Where the letters of one text stand in another: the longest run from each place on, in order and without overlap.
 * Only the first text is indexed, so that a long list of others costs one pass over each.
 */
export function findCommon(letters: Letters, others: readonly Letters[]): CommonRun[] {
  const size = gramSize(letters);
  const index = new Map<number, number[]>();
  rollingHashes(letters.text, size).forEach((hash, i) => {
    note(index, hash, i);
  });
  return others.flatMap((their, other) => {
    const found: CommonRun[] = [];
    const hashes = rollingHashes(their.text, size);
    for (let i = 0; i < hashes.length;) {
      let best = { start: 0, earlier: i, length: 0 };
      for (const start of index.get(hashes[i] ?? 0) ?? []) {
        const length = commonLength(letters.text, start, their.text, i, Infinity);
        if (length >= size && length > best.length) best = { start, earlier: i, length };
      }
      const { start, length } = best;
      const isLong = weightBetween(letters, start, start + length) >= LONG_RUN;
      if (isLong) found.push({ ...best, other });
      i += isLong ? length : length > LONG_LIGHT_RUN ? length - size : 1;
    }
    return found;
  });
}

function note(index: Map<number, number[]>, hash: number, place: number): void {
  const places = index.get(hash);
  if (places === undefined) index.set(hash, [place]);
  else if (places.length < MOST_PLACES) places.push(place);
}

/** In Han characters short enough for the shortest run that is looked for; in other scripts as long in weight. */
function gramSize({ text, weights }: Letters): number {
  return (weights[text.length] ?? 0) > text.length * MOSTLY_HAN ? HAN_GRAM : LETTER_GRAM;
}

function longest(
  text: string,
  at: number,
  free: number,
  places: readonly number[],
  size: number,
): Repeat | undefined {
  let best: Repeat | undefined;
  for (const place of places) {
    const length = commonLength(text, at, text, place, at - place);
    if (length < size || length <= (best?.length ?? 0)) continue;
    let back = 0;
    while (
      at - back > free &&
      place > back &&
      text[at - back - 1] === text[place - back - 1] &&
      length + back < at - place
    )
      back++;
    best = { start: at - back, earlier: place - back, length: length + back };
  }
  return best;
}

function isLong(letters: Letters, { start, earlier, length }: Repeat): boolean {
  const weight = weightBetween(letters, start, start + length);
  if (weight >= LONG_RUN) return true;
  const { before } = letters;
  const isParagraph = (from: number): boolean =>
    before[from] === boundaries.paragraph && before[from + length] === boundaries.paragraph;
  return weight >= WHOLE_PARAGRAPH && isParagraph(start) && isParagraph(earlier);
}

function commonLength(a: string, i: number, b: string, j: number, most: number): number {
  const limit = Math.min(most, a.length - i, b.length - j);
  let length = 0;
  while (length < limit && a.charCodeAt(i + length) === b.charCodeAt(j + length)) length++;
  return length;
}

/** A hash of each run of `size` units. Two that are equal are compared letter by letter. */
function rollingHashes(text: string, size: number): Int32Array {
  const count = Math.max(0, text.length - size + 1);
  const hashes = new Int32Array(count);
  const base = 1_000_003;
  let hash = 0;
  let power = 1;
  for (let i = 1; i < size; i++) power = Math.imul(power, base);
  for (let i = 0; i < text.length; i++) {
    if (i >= size) hash = (hash - Math.imul(text.charCodeAt(i - size), power)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
    if (i >= size - 1) hashes[i - size + 1] = hash;
  }
  return hashes;
}
