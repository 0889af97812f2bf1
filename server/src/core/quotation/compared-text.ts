import { characterForm } from '../character-form.ts';
import { isMarkAt } from '../cluster-fold.ts';
import { BREAK } from '../collation/character-fold.ts';
import type { CharStream } from '../collation/char-stream.ts';
import type { Span } from '../span.ts';
import { CharacterList } from './character-list.ts';

/**
 * A text as quotations are held against it: the characters that count, each in the form in which it is the same
 * (`characterForm`), without white space and the ends of paragraphs. Quotation marks are one, whether of the first level
 * or the second: what is quoted between “ ” has ‘ ’ where the source has “ ”.
 */
export interface ComparedText {
  readonly stream: CharStream;
  /** One UTF-16 unit for each character that counts, so that it can be searched natively; see `isSame`. */
  readonly text: string;
  /** The characters that count, as code points. */
  readonly codes: Uint32Array;
  /** The index in the stream of the first character that each stands for, and the index behind the last. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** From a first index of a text up to another. */
export type Stretch = readonly [start: number, end: number];

/**
 * `written` are the characters of the stream, where they are to be read otherwise: as many as it has. A `BREAK` stands for
 * nothing.
 */
export function comparedText(stream: CharStream, written: Uint32Array = stream.written): ComparedText {
  const list = new CharacterList(written.length);
  for (let i = 0; i < written.length;) {
    const start = i++;
    const code = written[start] ?? 0;
    if (code === BREAK) continue;
    while (i < written.length && isCombining(written[i] ?? 0)) i++;
    const single = i === start + 1 ? singleForm(code) : 0;
    if (single > 0) list.add(single, start, i);
    else
      for (const form of i === start + 1 ? formsOf(code) : formsOfCluster(written.subarray(start, i)))
        list.add(form, start, i);
  }
  return { stream, ...list.build() };
}

/** True if two stretches of the same length hold the same characters: their units alone cannot tell for rare ones. */
export function isSame(a: ComparedText, from: number, b: ComparedText, to: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a.codes[from + i] !== b.codes[to + i]) return false;
  return true;
}

/**
 * The span in the text of the characters from one index up to another; between two characters, the place after the
 * first, or before the second if a paragraph begins with it.
 */
export function spanIn({ stream, starts, ends }: ComparedText, start: number, end: number): Span {
  const startOf = (index: number): number => stream.offsets[starts[index] ?? 0] ?? 0;
  const endOf = (index: number): number => {
    const last = (ends[index] ?? 1) - 1;
    return (stream.offsets[last] ?? 0) + ((stream.written[last] ?? 0) > 0xffff ? 2 : 1);
  };
  if (start < end) return { start: startOf(start), end: endOf(end - 1) };
  if (starts.length === 0) return { start: 0, end: 0 };
  const isBehind = start > 0 && (start >= starts.length || starts[start] === ends[start - 1]);
  const place = isBehind ? endOf(start - 1) : startOf(start);
  return { start: place, end: place };
}

/** True if nothing parts the character at an index from the one before: no paragraph ends there. */
export function isNext({ starts, ends }: ComparedText, index: number): boolean {
  return index > 0 && index < starts.length && starts[index] === ends[index - 1];
}

/** The index of the first character that stands at or behind a place of the stream. */
export function indexAt({ starts }: ComparedText, place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The forms of characters, by code: for most it is one, which stands in a table; 0 there for what is not known yet. */
const singles = new Uint32Array(0x10000);
const others = new Map<number, readonly number[]>();

/** The form of a character that has just one, with a table for it; else 0. */
function singleForm(code: number): number {
  const known = singles[code] ?? 0;
  if (known > 0 || code > 0xffff || others.has(code)) return known;
  const [form = 0, ...more] = formsOf(code);
  return more.length === 0 ? (singles[code] = form) : 0;
}

function formsOf(code: number): readonly number[] {
  const known = others.get(code);
  if (known !== undefined) return known;
  const forms = toCodes(characterForm(String.fromCodePoint(code)));
  if (forms.length !== 1 || code > 0xffff) others.set(code, forms);
  return forms;
}

/** More marks on one letter are no letter, and too many for a call. */
const LONGEST_CLUSTER = 64;

function formsOfCluster(codes: Uint32Array): readonly number[] {
  return toCodes(characterForm(String.fromCodePoint(...codes.subarray(0, LONGEST_CLUSTER))));
}

function toCodes(form: string): readonly number[] {
  return Array.from(form, (each) => (each === "'" ? DOUBLE : (each.codePointAt(0) ?? 0)));
}

function isCombining(code: number): boolean {
  // Most text is spared the look-up: ASCII, Han characters, Cyrillic letters, marks.
  if (code < 0x300 || (code >= 0x3400 && code <= 0x9fff) || (code >= 0x400 && code <= 0x482)) return false;
  if (code >= 0x2000 && code <= 0x2027) return false;
  return isMarkAt(String.fromCodePoint(code), 0);
}

const DOUBLE = 0x22;
