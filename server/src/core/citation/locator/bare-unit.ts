import { matchAt } from '../sticky.ts';
import { readPath } from './number-path.ts';
import type { UnitReading } from './unit.ts';

/** What may follow a bare number: an end, a mark, or what joins it to another. Not a word: 三国, `I think`, 2017年. */
const AFTER_BARE =
  / *(?:$|[^\p{L}\p{N}% °]|第|(?:to|and|и|по)(?= )|[至到和及与與](?=[\d〇一二三四五六七八九十第]))/uy;

/** 4.3, 四.3, IV.3, 四（三）: numbers that carry no label. */
export function readBare(text: string, start: number): UnitReading | undefined {
  const path = readPath(text, start);
  // A number of more than three digits is a year, not a place in a statement.
  if (path === undefined || (path.numbers[0] ?? 0) > 999) return undefined;
  if (matchAt(AFTER_BARE, text, path.end) === undefined) return undefined;
  return { units: [{ kind: 'any', items: [{ from: path }], isBare: true }], end: path.end };
}
