import { matchAt } from '../sticky.ts';
import { HAN_NUMERAL, parseNumber } from './number.ts';
import type { NumberPath } from './unit.ts';

const PATH_NUMBER = new RegExp(`(?:\\d{1,6}|[IVX]{1,8}|${HAN_NUMERAL})`, 'uy');
const DOTTED_NUMBER = new RegExp(`[.·](?:\\d{1,6}|${HAN_NUMERAL})`, 'uy');

/** The path of numbers that starts at an offset; `undefined` if none does. */
export function readPath(text: string, start: number): (NumberPath & { readonly end: number }) | undefined {
  const first = numberAt(PATH_NUMBER, text, start);
  if (first === undefined) return undefined;
  const numbers = [first.value];
  let dotted = 1;
  let end = first.end;
  while (numbers.length < 8) {
    const dot = dotted === numbers.length ? numberAt(DOTTED_NUMBER, text, end) : undefined;
    const next = dot ?? parenthesisedAt(text, end);
    if (next === undefined) break;
    numbers.push(next.value);
    if (dot !== undefined) dotted++;
    end = next.end;
  }
  return { numbers, dotted, end };
}

const PARENTHESISED = new RegExp(`\\( ?(?:\\d{1,4}|[ivxlc]{1,6}|[a-z]|${HAN_NUMERAL}) ?\\)`, 'uy');

/** `(2)`, `(a)` or （二）. */
export function parenthesisedAt(text: string, start: number): NumberAt | undefined {
  return numberAt(PARENTHESISED, text, start);
}

/** A number, and where it ends. */
export interface NumberAt {
  readonly value: number;
  readonly end: number;
}

/** The number that a pattern matches at an offset. */
export function numberAt(pattern: RegExp, text: string, start: number): NumberAt | undefined {
  const match = matchAt(pattern, text, start);
  if (match === undefined) return undefined;
  const value = parseNumber(match[0].replace(/[().· ]/g, ''));
  return value === undefined ? undefined : { value, end: start + match[0].length };
}

/** A path of one number. */
export function single(number: number): NumberPath {
  return { numbers: [number], dotted: 1 };
}
