import { align } from '../collation/alignment.ts';
import { isHanCode } from '../collation/character-fold.ts';
import type { Run } from '../collation/run.ts';
import type { ComparedText } from './compared-text.ts';
import { isInWord } from './exact-match.ts';
import { joinPieces, type JoinedPieces } from './joined-pieces.ts';
import type { QuotedPiece, QuotedWords } from './quoted-words.ts';
import { bestWindow, hashesOf, hashOf } from './window.ts';

/** Where a text comes near to the words of a quotation. */
export interface NearMatch {
  /** One for each stretch of the quotation between two ellipses, in order. */
  readonly parts: readonly NearPart[];
  /** The stretch of the text, from the first that both have to the last. */
  readonly start: number;
  readonly end: number;
  /** How much of the quotation the text has, 0 to 1: in order, or in stretches put in another order. */
  readonly share: number;
  /** The longest stretch of the quotation that the text does not have, as a share of the whole. */
  readonly foreign: number;
}

export interface NearPart {
  readonly words: JoinedPieces;
  /** What both have, ascending in both: from `a` in the pieces, from `b` in the text. None if it has nothing of them. */
  readonly runs: readonly Run[];
}

/** A run of fewer equal characters may be chance. */
const SHORTEST_RUN = 2;
/** Stretches of so many characters that stand elsewhere in the window count as moved. */
const GRAM = { han: 4, other: 16 };

/** The stretch of a text between two indexes that has most of a quotation; `undefined` if it has nothing of it. */
export function findNear(
  words: QuotedWords,
  text: ComparedText,
  from = 0,
  to = text.codes.length,
): NearMatch | undefined {
  const stretches = stretchesOf(words).map(joinPieces);
  const found = locate(stretches, text, from, to);
  const runs = found.flatMap((each) => each.runs);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  let [total, matched, longest] = [0, 0, 0];
  for (const { isMatched } of found) {
    total += isMatched.length;
    matched += isMatched.reduce((sum, each) => sum + each, 0);
    longest = Math.max(longest, longestGap(isMatched));
  }
  const parts = found.map(({ runs: own }, i) => ({ words: stretches[i] ?? joinPieces([]), runs: own }));
  return {
    parts,
    start: first.b,
    end: last.b + last.length,
    share: matched / total,
    foreign: longest / total,
  };
}

interface Found {
  readonly runs: readonly Run[];
  /** 1 for each character of the pieces that the text has. */
  readonly isMatched: Uint8Array;
}

/** The pieces between two ellipses belong together. */
function stretchesOf({ pieces }: QuotedWords): QuotedPiece[][] {
  const stretches: QuotedPiece[][] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last === undefined || piece.before === 'ellipsis') stretches.push([piece]);
    else last.push(piece);
  }
  return stretches;
}

/** The longest stretch says where the others are: before it and behind it. */
function locate(stretches: readonly JoinedPieces[], text: ComparedText, from: number, to: number): Found[] {
  const longest = stretches.reduce(
    (best, { codes }, i) => (codes.length > (stretches[best]?.codes.length ?? 0) ? i : best),
    0,
  );
  const words = stretches[longest];
  if (words === undefined) return [];
  const own = alignStretch(words, text, from, to);
  const before = locate(stretches.slice(0, longest), text, from, own.runs[0]?.b ?? to);
  const last = [...before, own].findLast(({ runs }) => runs.length > 0)?.runs.at(-1);
  const end = last === undefined ? from : last.b + last.length;
  return [...before, own, ...locate(stretches.slice(longest + 1), text, end, to)];
}

function alignStretch(words: JoinedPieces, text: ComparedText, from: number, to: number): Found {
  const { codes } = words;
  const isMatched = new Uint8Array(codes.length);
  const window = bestWindow(codes, text.codes, from, to);
  if (window === undefined) return { runs: [], isMatched };
  const part = text.codes.subarray(...window);
  const runs = align(codes, part)
    .map(({ a, b, length }) => wholeWords({ a, b: b + window[0], length }, words, text))
    .filter(({ length }) => length >= Math.min(SHORTEST_RUN, codes.length));
  for (const { a, length } of runs) isMatched.fill(1, a, a + length);
  markMoved(codes, part, isMatched);
  return { runs, isMatched };
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

function longestGap(isMatched: Uint8Array): number {
  let [longest, length] = [0, 0];
  for (const each of isMatched) {
    length = each === 1 ? 0 : length + 1;
    longest = Math.max(longest, length);
  }
  return longest;
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
