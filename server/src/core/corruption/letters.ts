import { fold, unfoldRange, type Folded } from '../fold.ts';
import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';

/** What stands between a letter and the one before it. */
export const boundaries = { none: 0, clause: 1, sentence: 2, paragraph: 3 } as const;

/**
 * The paragraphs of a statement as one run of letters, folded: without spaces and marks, so that only words count. Han
 * digits stay what they are: here they are characters of words like any other (进一步), and weigh as much.
 */
export interface Letters {
  readonly text: string;
  /** For each letter where it stands in the file, and a last entry for the end of the last one. */
  readonly offsets: Int32Array;
  /** For each letter where it ends in the file: folding can change its size. */
  readonly ends: Int32Array;
  /** For each letter what stands before it, one of `boundaries`; the last entry is `paragraph`. */
  readonly before: Uint8Array;
  /** For each letter the index of its paragraph. */
  readonly paragraph: Int32Array;
  /**
   * Sums of the weight of all letters before each one, in Han characters: a letter of other scripts, of which a word
   * has many, counts a third. What a title 《…》 holds weighs nothing: titles are repeated rightly.
   */
  readonly weights: Float64Array;
}

const LETTER_WEIGHT = 1 / 3;
const TITLE = /《[^《》]{1,100}》/g;
const HAN_DIGIT = /^[〇零一二三四五六七八九]$/;

export function lettersOf({ source, paragraphs }: Statement): Letters {
  const folded = paragraphs.map(({ span }) => withHanDigits(source.slice(span.start, span.end)));
  const length = folded.reduce((sum, { text }) => sum + text.length, 0);
  const offsets = new Int32Array(length + 1);
  const ends = new Int32Array(length);
  const before = new Uint8Array(length + 1).fill(boundaries.paragraph);
  const paragraph = new Int32Array(length + 1);
  const weights = new Float64Array(length + 1);
  let at = 0;
  folded.forEach((each, number) => {
    const { text, offsets: inside } = each;
    const { start, end } = paragraphs[number]?.span ?? { start: 0, end: 0 };
    const words = source.slice(start, end);
    const titles = [...words.matchAll(TITLE)];
    let title = 0;
    for (let i = 0; i < text.length; i++, at++) {
      const offset = inside[i] ?? 0;
      while (endOf(titles[title]) <= offset) title++;
      offsets[at] = start + offset;
      ends[at] = start + unfoldRange(words, each, i, i + 1)[1];
      paragraph[at] = number;
      if (i > 0) before[at] = boundaryIn(words, inside[i - 1] ?? 0, offset);
      const own = (titles[title]?.index ?? Infinity) <= offset ? 0 : weightOf(text.charCodeAt(i));
      weights[at + 1] = (weights[at] ?? 0) + own;
    }
  });
  const last = paragraphs.at(-1);
  offsets[length] = last?.span.end ?? 0;
  paragraph[length] = paragraphs.length;
  return { text: folded.map(({ text }) => text).join(''), offsets, ends, before, paragraph, weights };
}

/** The weight of letters `[start, end)`. */
export function weightBetween({ weights }: Letters, start: number, end: number): number {
  return (weights[end] ?? 0) - (weights[start] ?? 0);
}

/** Where letters `[start, end)` stand in the file; marks behind the last one are not part of it. */
export function spanOf({ offsets, ends }: Letters, start: number, end: number): Span {
  const from = offsets[start] ?? 0;
  return { start: from, end: ends[end - 1] ?? from };
}

function withHanDigits(words: string): Folded {
  const { text, offsets } = fold(words);
  const kept = text.replace(/\d/g, (digit, at: number) => {
    const original = words.charAt(offsets[at] ?? 0);
    return HAN_DIGIT.test(original) ? original : digit;
  });
  return { text: kept, offsets };
}

function boundaryIn(words: string, from: number, to: number): number {
  let found: number = boundaries.none;
  for (let i = from + 1; i < to; i++) {
    const mark = words[i] ?? '';
    if ('。！？；!?;'.includes(mark)) return boundaries.sentence;
    // The point in a number divides nothing.
    if (mark === '.' && (i + 1 === to ? false : /\s/.test(words[i + 1] ?? ''))) return boundaries.sentence;
    if ('，：,:—'.includes(mark)) found = boundaries.clause;
  }
  return found;
}

function weightOf(unit: number): number {
  // Each half of a surrogate pair is half a Han character; there are hardly others among them.
  if (unit >= 0xd800 && unit <= 0xdfff) return 0.5;
  return unit >= 0x2e80 ? 1 : LETTER_WEIGHT;
}

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? Infinity : match.index + match[0].length;
}
