import type { Span } from '../span.ts';

/** True for what `\s` matches; by number, for most lines and words begin with something else. */
export function isWhiteSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return false;
  if (unit > 0x3000) return unit === 0xfeff;
  return unit === 0xa0 || unit === 0x3000 || unit === 0x1680 || isWideSpace(unit);
}

function isWideSpace(unit: number): boolean {
  return (
    unit >= 0x2000 &&
    (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f)
  );
}

/** Where the first character stands that is no white space; `end` if there is none. */
export function skipWhiteSpace(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteSpace(source.charCodeAt(at))) at++;
  return at;
}

/** The span without the white space at its ends, the ideographic space among it. */
export function trimSpan(source: string, span: Span): Span {
  const start = skipWhiteSpace(source, span.start, span.end);
  let { end } = span;
  while (end > start && isWhiteSpace(source.charCodeAt(end - 1))) end--;
  return start === span.start && end === span.end ? span : { start, end };
}
