import { align } from '../collation/alignment.ts';
import type { Run } from '../collation/run.ts';
import type { ComparedText } from './compared-text.ts';
import type { QuotedWords } from './quoted-words.ts';

/** Where a text comes near to the words of a quotation. Indexes of `a` are those of the joined pieces. */
export interface NearMatch {
  /** What both have, ascending in both. */
  readonly runs: readonly Run[];
  /** The stretch of the text. */
  readonly start: number;
  readonly end: number;
  /** How much of the quotation the text has, 0 to 1: in order, or in stretches put in another order. */
  readonly share: number;
  /** The longest stretch of the quotation that the text does not have, as a share of the whole. */
  readonly foreign: number;
}

/** A run of fewer equal characters may be chance. */
const SHORTEST_RUN = 2;
/** Stretches of so many characters that stand elsewhere in the window count as moved. */
const GRAM = 4;

/** The pieces of a quotation one after the other. */
export function joinedCodes({ pieces }: QuotedWords): Uint32Array {
  const joined = new Uint32Array(pieces.reduce((sum, { text }) => sum + text.codes.length, 0));
  let at = 0;
  for (const { text } of pieces) {
    joined.set(text.codes, at);
    at += text.codes.length;
  }
  return joined;
}

/** The stretch of a text that has most of a quotation; `undefined` if they share no more than chance would. */
export function findNear(words: QuotedWords, text: ComparedText): NearMatch | undefined {
  const quoted = joinedCodes(words);
  const window = bestWindow(quoted, text.codes);
  if (window === undefined) return undefined;
  const [from, to] = window;
  const part = text.codes.subarray(from, to);
  const runs = align(quoted, part)
    .filter(({ length }) => length >= Math.min(SHORTEST_RUN, quoted.length))
    .map(({ a, b, length }) => ({ a, b: b + from, length }));
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isMatched = new Uint8Array(quoted.length);
  for (const { a, length } of runs) isMatched.fill(1, a, a + length);
  markMoved(quoted, part, isMatched);
  const share = isMatched.reduce((sum, each) => sum + each, 0) / quoted.length;
  const foreign = longestGap(isMatched) / quoted.length;
  return { runs, start: first.b, end: last.b + last.length, share, foreign };
}

/** The stretch with the most grams of the quotation, with room at both ends for what does not match. */
function bestWindow(quoted: Uint32Array, codes: Uint32Array): readonly [number, number] | undefined {
  const size = quoted.length < 8 ? 2 : 3;
  const grams = new Map<string, number>();
  for (const gram of gramsOf(quoted, size)) grams.set(gram, (grams.get(gram) ?? 0) + 1);
  const room = Math.ceil(quoted.length * 1.6) + 40;
  const hits: number[] = [];
  const gramAt: string[] = [];
  let at = 0;
  for (const gram of gramsOf(codes, size)) {
    if (grams.has(gram)) {
      hits.push(at);
      gramAt.push(gram);
    }
    at++;
  }
  if (hits.length === 0) return undefined;
  const seen = new Map<string, number>();
  let [count, best, bestFrom, bestTo] = [0, 0, 0, 0];
  for (let head = 0, tail = 0; head < hits.length; head++) {
    const gram = gramAt[head] ?? '';
    const times = (seen.get(gram) ?? 0) + 1;
    seen.set(gram, times);
    // A gram counts as often as the quotation has it.
    if (times <= (grams.get(gram) ?? 0)) count++;
    while ((hits[head] ?? 0) - (hits[tail] ?? 0) > room) {
      const old = gramAt[tail++] ?? '';
      const left = (seen.get(old) ?? 1) - 1;
      seen.set(old, left);
      if (left < (grams.get(old) ?? 0)) count--;
    }
    if (count > best) [best, bestFrom, bestTo] = [count, hits[tail] ?? 0, (hits[head] ?? 0) + size];
  }
  const margin = Math.min(quoted.length, 60);
  return [Math.max(0, bestFrom - margin), Math.min(codes.length, bestTo + margin)];
}

function* gramsOf(codes: Uint32Array, size: number): Generator<string> {
  for (let i = 0; i + size <= codes.length; i++) yield String.fromCodePoint(...codes.subarray(i, i + size));
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
  const grams = new Set(gramsOf(part, GRAM));
  let at = 0;
  for (const gram of gramsOf(quoted, GRAM)) {
    if (grams.has(gram)) isMatched.fill(1, at, at + GRAM);
    at++;
  }
}
