import { BREAK, foldCode } from '../collation/character-fold.ts';
import type { CharStream } from '../collation/char-stream.ts';

/**
 * A text as quotations are held against it: its characters without white space and the ends of paragraphs, with those
 * made one that a faithful quotation may change: width, script and style of marks.
 */
export interface ComparedText {
  readonly stream: CharStream;
  /** One UTF-16 unit for each character that counts, so that it can be searched natively; see `isSame`. */
  readonly text: string;
  /** The characters that count. */
  readonly codes: Uint32Array;
  /** The index in the stream of each, and a last entry for the end. */
  readonly at: Uint32Array;
}

/** Marks that print the same thing in several styles, by the one that stands for them. */
const STYLES = new Map(
  [
    ['"', "“”„‟‘’‚‛「」『』«»‹›'`′″〝〞"],
    ['-', '‐‑‒–—―─﹣−'],
    ['·', '•・‧･∙⋅'],
    ['.', '。｡'],
    ['~', '〜∼'],
    ['…', '⋯'],
  ].flatMap(([one = '', others = '']) =>
    Array.from(others, (other) => [codeOf(other), codeOf(one)] as const),
  ),
);

const DASH = codeOf('-');
const DOTS = codeOf('…');

export function comparedText(stream: CharStream): ComparedText {
  const codes: number[] = [];
  const at: number[] = [];
  for (let i = 0; i < stream.length; i++) {
    const code = comparedCode(stream.written[i] ?? 0);
    // A long dash is one or two, an ellipsis three or six dots: the same mark however often it is set.
    const isRepeated = (code === DASH || code === DOTS) && codes.at(-1) === code && at.at(-1) === i - 1;
    if (code === BREAK || isInvisible(code) || isRepeated) {
      if (isRepeated) at[at.length - 1] = i;
      continue;
    }
    codes.push(code);
    at.push(i);
  }
  at.push(stream.length);
  return { stream, codes: Uint32Array.from(codes), at: Uint32Array.from(at), text: unitsOf(codes) };
}

/** The character that stands for all that count as the same. */
export function comparedCode(written: number): number {
  const folded = foldCode(written);
  return STYLES.get(folded) ?? folded;
}

/** True if two stretches of the same length hold the same characters: their units alone cannot tell for rare ones. */
export function isSame(a: ComparedText, from: number, b: ComparedText, to: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a.codes[from + i] !== b.codes[to + i]) return false;
  return true;
}

/** A part of a text as one of its own; offsets and the stream stay those of the whole. */
export function partOf(text: ComparedText, start: number, end: number): ComparedText {
  return {
    stream: text.stream,
    text: text.text.slice(start, end),
    codes: text.codes.subarray(start, end),
    at: text.at.subarray(start, end + 1),
  };
}

/** Characters outside the BMP are put where no text has characters of its own. */
function unitsOf(codes: readonly number[]): string {
  const units: string[] = [];
  for (const code of codes) units.push(String.fromCharCode(code > 0xffff ? 0xe000 + (code % 0x1900) : code));
  return units.join('');
}

function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
