import { parseHanNumeral, parseNumberWord, parseRomanNumeral } from '../numeral.ts';
import type { MarkerKind } from './model.ts';

/** The number that opens a division, as found at the start of a line or heading. */
export interface Marker {
  readonly kind: Exclude<MarkerKind, 'heading'>;
  readonly number: number;
  /** The number as written, without the stop that follows it: `四`, `（二）`, `第三条`, `1.2`. */
  readonly label: string;
  /** How many code units of the text the marker takes, the space after it included. */
  readonly length: number;
  /** For `1.2.3`: the numbers; a single number otherwise. */
  readonly numbers: readonly number[];
  /** The number if a Roman numeral is read as a letter: `(i)` may be the ninth, `C.` the third. */
  readonly asLetter?: number;
  /** True if no stop sets the number off from its title: `Article 5 Definitions`. */
  readonly isLoose?: boolean;
}

export const HAN_DIGITS = '〇零一二三四五六七八九十百';
/** The source of a regular expression for a number in Han characters, up to 9999. */
export const HAN = `[${HAN_DIGITS}]{1,7}`;

/** `undefined` if what stands for a number is none. */
export function numbered(
  kind: Marker['kind'],
  number: string | undefined,
  label = '',
  matched = '',
): Marker | undefined {
  const value = parseNumber(number);
  return value === undefined ? undefined : simple(kind, value, label, matched.length);
}

export function simple(kind: Marker['kind'], number: number, label: string, length: number): Marker {
  return { kind, number, label, length, numbers: [number] };
}

function parseNumber(text = ''): number | undefined {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const digits = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(digits)) return Number(digits);
  return parseRomanNumeral(digits) ?? parseNumberWord(digits) ?? parseHanNumeral(digits);
}
