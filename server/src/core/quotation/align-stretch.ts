import { isHanCode } from '../collation/character-fold.ts';
import type { Run } from '../collation/run.ts';
import type { ComparedText, Stretch } from './compared-text.ts';
import { isInWord } from './exact-match.ts';
import { fit } from './fit.ts';
import type { JoinedPieces } from './joined-pieces.ts';
import { bestWindow, hashesOf, hashOf } from './window.ts';

/** What a text has of some pieces. */
export interface AlignedStretch {
  /** Equal characters, whole words of them, ascending in both: from `a` in the pieces, from `b` in the text. */
  readonly runs: readonly Run[];
  /** 1 for each character of the pieces that the text has; also in another order, or in a word with a slip. */
  readonly isMatched: Uint8Array;
}

/** Stretches of so many characters that stand elsewhere in the window count as moved. */
const GRAM = { han: 4, other: 16 };

/** Aligns the pieces between two ellipses with the stretch of a text, between two of its indexes, that has most of them. */
export function alignStretch(
  words: JoinedPieces,
  text: ComparedText,
  from: number,
  to: number,
): AlignedStretch {
  const { codes } = words;
  const isMatched = new Uint8Array(codes.length);
  const window = bestWindow(codes, text.codes, from, to);
  if (window === undefined) return { runs: [], isMatched };
  const equal = fit(codes, text.codes.subarray(...window)).map(({ a, b, length }) => ({
    a,
    b: b + window[0],
    length,
  }));
  const whole = equal.map((run) => wholeWords(run, words, text)).filter(({ length }) => length > 0);
  const runs = withoutLeaps(withoutChance(whole), text);
  for (const { a, length } of runs) isMatched.fill(1, a, a + length);
  markAlike(
    runs,
    equal.filter((run) => !whole.some((each) => each.a === run.a && each.length === run.length)),
    isMatched,
  );
  const [first, last] = [runs[0], runs.at(-1)];
  if (first !== undefined && last !== undefined) {
    const [start, end] = paragraphsAround(text, first.b, last.b + last.length, window);
    markMoved(codes, text.codes.subarray(start, end), isMatched);
  }
  return { runs, isMatched };
}

/** So many characters are no chance, whatever stands beside them. */
const CERTAIN = 12;

/** Without runs that are no longer than what the text does not have on either side of them. */
function withoutChance(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  const gapAt = (i: number): number => {
    const [run, last] = [kept[i], kept[i - 1]];
    return run === undefined ? 0 : run.a - (last === undefined ? 0 : last.a + last.length);
  };
  for (const run of runs) {
    for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
      const after = run.a - last.a - last.length;
      if (last.length >= CERTAIN || last.length > Math.min(after, gapAt(kept.length - 1))) break;
      kept.pop();
    }
    kept.push(run);
  }
  return kept;
}

/** Two words or so, in letters. */
const LONGEST_SLIP = 20;

/** Marks the letters that words have in common which stand in place of one another: no more than a word or two. */
function markAlike(runs: readonly Run[], equal: readonly Run[], isMatched: Uint8Array): void {
  const first = runs[0];
  if (first === undefined) return;
  let [a, b] = [0, first.b - LONGEST_SLIP];
  const mark = (a1: number, b1: number): void => {
    if (a1 - a > LONGEST_SLIP || b1 - b > LONGEST_SLIP) return;
    for (const run of equal) {
      const start = Math.max(run.a, a, run.a + b - run.b);
      const end = Math.min(run.a + run.length, a1, run.a + b1 - run.b);
      if (start < end) isMatched.fill(1, start, end);
    }
  };
  for (const run of runs) {
    mark(run.a, run.b);
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  mark(isMatched.length, b + LONGEST_SLIP);
}

/** So much may be left out over the end of a paragraph. */
const LEAP = 40;

/** Of runs with more between them, in another paragraph, those that have the most: the others are another place. */
function withoutLeaps(runs: readonly Run[], text: ComparedText): readonly Run[] {
  const groups: { runs: Run[]; size: number }[] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.runs.at(-1);
    const end = last === undefined ? 0 : last.b + last.length;
    const isFar = run.b - end > LEAP && paragraphAt(text, end - 1) !== paragraphAt(text, run.b);
    if (group === undefined || isFar) groups.push({ runs: [run], size: run.length });
    else {
      group.runs.push(run);
      group.size += run.length;
    }
  }
  return groups.reduce((best, group) => (group.size > best.size ? group : best), { runs: [], size: 0 }).runs;
}

/** The stretch of a window that the paragraphs take in which another stretch begins and ends. */
function paragraphsAround(text: ComparedText, start: number, end: number, [from, to]: Stretch): Stretch {
  const [first, last] = [paragraphAt(text, start), paragraphAt(text, end - 1)];
  let [low, high] = [start, end];
  while (low > from && paragraphAt(text, low - 1) === first) low--;
  while (high < to && paragraphAt(text, high) === last) high++;
  return [low, high];
}

function paragraphAt({ stream, starts }: ComparedText, index: number): number | undefined {
  return stream.units[starts[index] ?? 0];
}

/** A run without the letters at its ends that are only a part of a word on one side. */
function wholeWords({ a, b, length }: Run, words: JoinedPieces, text: ComparedText): Run {
  const cuts = (i: number): boolean =>
    !words.isInsertion(a + i) && (words.isInWord(a + i) || isInWord(text, b + i));
  let [start, end] = [0, length];
  while (start < end && cuts(start)) start++;
  while (end > start && cuts(end)) end--;
  return { a: a + start, b: b + start, length: end - start };
}

/** Marks stretches of the quotation that the window has in another order. */
function markMoved(quoted: Uint32Array, part: Uint32Array, isMatched: Uint8Array): void {
  for (const size of [GRAM.han, GRAM.other]) {
    const grams = hashesOf(part, size);
    for (let at = 0; at + size <= quoted.length; at++) {
      const isLong = size === GRAM.other || quoted.subarray(at, at + size).every(isHanCode);
      if (isLong && grams.has(hashOf(quoted, at, size))) isMatched.fill(1, at, at + size);
    }
  }
}
