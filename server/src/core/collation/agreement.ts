import { simplified } from '../script-fold.ts';
import {
  BREAK,
  CELL,
  endsSentence,
  foldWidth,
  fullWidthMark,
  isCloser,
  isWordCode,
} from './character-fold.ts';
import type { CharStream } from './char-stream.ts';

/** The classes of systematic change that a statement declares. */
export interface Regularised {
  readonly width: boolean;
  readonly spacing: boolean;
  readonly script: boolean;
}

export function regularisedOf(classes: readonly string[]): Regularised {
  return {
    width: classes.includes('width'),
    spacing: classes.includes('spacing'),
    script: classes.includes('script'),
  };
}

export type Difference = 'width' | 'script';

/**
 * What stands between a character of the text and its counterpart in a witness, both as they are written: nothing
 * where they are the same or where the text has the form that a declared class gives to what the witness has.
 */
export function differenceOf(
  text: number,
  witness: number,
  regularised: Regularised,
): Difference | undefined {
  if (text === witness) return undefined;
  if (regularised.width && text === fullWidthMark(witness)) return undefined;
  if (regularised.script && text === simplified(witness)) return undefined;
  return foldWidth(text) === foldWidth(witness) ? 'width' : 'script';
}

/**
 * True where the text itself has a form that a declared class should have changed: a half-width mark in Chinese text,
 * though not within numbers and Latin words, where it is at home (`3,000`, `06:56`).
 */
export function isIrregular({ written }: CharStream, i: number, { width, script }: Regularised): boolean {
  const code = written[i] ?? 0;
  if (script && simplified(code) !== code) return true;
  if (!width || fullWidthMark(code) === code) return false;
  return !(isWordCode(written[i - 1] ?? 0) && isWordCode(written[i + 1] ?? 0));
}

/**
 * True where white space before a character of the text stands as it may: as in the witness; or, if the class
 * `spacing` is declared, left out, and kept only between words that are written with spaces.
 */
export function isSpacingCarried(
  text: CharStream,
  i: number,
  witness: { readonly stream: CharStream; readonly at: number; readonly isJoin: boolean },
  { spacing }: Regularised,
): boolean {
  const has = (text.spaced[i] ?? 0) > 0;
  const [before, after] = [text.written[i - 1] ?? 0, text.written[i] ?? 0];
  const isBetweenWords = i > 0 && isWordCode(before) && isWordCode(after);
  if (witness.isJoin) return has ? !spacing || isBetweenWords : true;
  const had = (witness.stream.spaced[witness.at] ?? 0) > 0;
  if (has) return had && (!spacing || isBetweenWords);
  return !had || spacing;
}

/**
 * True where a text may go on from one line of a witness to the next: where a page or a column cut a sentence. After a
 * mark that ends a sentence the line ends a paragraph.
 */
export function mayJoin({ written }: CharStream, breakAt: number): boolean {
  let last = breakAt - 1;
  while (last >= 0 && isCloser(written[last] ?? 0)) last--;
  return last < 0 || !endsSentence(written[last] ?? 0);
}

/** True for what stands for layout and not for a character: the end of a line, the border of a cell. */
export function isLayout(code: number): boolean {
  return code === BREAK || code === CELL;
}
