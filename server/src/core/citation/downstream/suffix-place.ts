import type { Span } from '../../span.ts';
import type { Citation } from '../citation.ts';

/**
 * What follows the key of a citation, up to the next one of its bracket or to the bracket's end; in running text what
 * its own bracket holds. `undefined` for a key in running text without a bracket.
 */
export function suffixPlace({ form, span, keySpan, groupSize }: Citation, text: string): Span | undefined {
  const keyEnd = isBraced(keySpan, text) ? keySpan.end + 1 : keySpan.end;
  const end = groupSize === 1 ? span.end - 1 : span.end;
  if (form === 'bracketed') return { start: keyEnd, end };
  if (span.end <= keyEnd) return undefined;
  return { start: text.indexOf('[', keyEnd) + 1, end };
}

/** True for `@{key}`. */
export function isBraced(keySpan: Span, text: string): boolean {
  return text.charAt(keySpan.start - 1) === '{';
}

/** What a safe form replaces: the bracket, or the key in running text with what belongs to it. */
export function siteOf({ form, group, span }: Citation): Span {
  return form === 'bracketed' ? group : span;
}
