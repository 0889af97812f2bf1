import { simplified } from '../script-fold.ts';

/** Stands in a text for the end of a paragraph or line; no character of a text that is compared has this code. */
export const BREAK = 10;
/** Stands for the border between two cells of a table, which an edited text writes as an ideographic space. */
export const CELL = 0x3000;

/**
 * The form in which characters are aligned: full-width forms as half-width ones, traditional characters as
 * simplified ones. What is folded here still counts as a difference when readings are compared.
 */
export function foldCode(code: number): number {
  if (code < 0x80) return code;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  return code >= 0x3400 ? simplified(code) : code;
}

/** `，` and `,` and the like: the same character in the other width. */
export function foldWidth(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

const FULL_WIDTH = new Map(
  [',', ':', ';', '!', '?', '(', ')'].map((mark) => [codeOf(mark), codeOf(mark) + 0xfee0]),
);

/** The full-width form of a half-width mark that the class `width` changes; any other code as it is. */
export function fullWidthMark(code: number): number {
  return FULL_WIDTH.get(code) ?? code;
}

export function isHanCode(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}

/** Letters and digits of scripts that write spaces between words. */
export function isWordCode(code: number): boolean {
  return !isHanCode(code) && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

const SENTENCE_ENDS = new Set(Array.from('。！？；：.!?;:…', codeOf));
const CLOSERS = new Set(Array.from('”’」』）)》〉"\'', codeOf));

/** True for marks that end a sentence, so that a line which ends in one need not go on in the next. */
export function endsSentence(code: number): boolean {
  return SENTENCE_ENDS.has(code);
}

export function isCloser(code: number): boolean {
  return CLOSERS.has(code);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
