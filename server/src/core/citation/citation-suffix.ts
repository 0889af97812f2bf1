import type { Span } from '../span.ts';
import { parseLocator, type Locator } from './locator.ts';

/** What follows a key. Offsets count in the text that was given. */
export interface CitationSuffix {
  /** Its span counts in the text too. */
  readonly locator?: Locator;
  /** Where the locator stands, or what is in its place; absent if nothing is. */
  readonly locatorSpan?: Span;
  /** What follows the locator, or everything after the key. */
  readonly rest: Span;
}

const SEPARATORS = ',，、:：';

/**
 * Finds the locator after a key: past a comma of either width, a colon or a space, and out of the braces that Pandoc
 * has for difficult locators (`{第3段}`, or `{}，第3段` for none of its own). In running text the bracket
 * holds nothing but the suffix, and no mark is needed.
 */
export function readSuffix(text: string, span: Span, isTextual: boolean): CitationSuffix {
  const whole: Span = { start: span.start, end: trimEnd(text, span) };
  let at = skipSpace(text, span.start, whole.end);
  const hasSeparator = at < whole.end && SEPARATORS.includes(text.charAt(at));
  if (!hasSeparator && !isTextual && at === span.start && text.charAt(at) !== '{') return { rest: whole };
  if (hasSeparator) at = skipSpace(text, at + 1, whole.end);
  if (text.charAt(at) === '{') {
    const close = text.indexOf('}', at);
    if (close >= 0 && close < whole.end) {
      const inner = {
        start: skipSpace(text, at + 1, close),
        end: trimEnd(text, { start: at + 1, end: close }),
      };
      const rest = { start: close + 1, end: whole.end };
      if (inner.start < inner.end) return { ...readLocator(text, inner, inner), rest };
      at = skipSpace(text, close + 1, whole.end);
      if (SEPARATORS.includes(text.charAt(at))) at = skipSpace(text, at + 1, whole.end);
    }
  }
  return readLocator(text, { start: at, end: whole.end }, whole);
}

function readLocator(text: string, { start, end }: Span, whole: Span): CitationSuffix {
  if (start >= end) return { rest: whole };
  const read = parseLocator(text.slice(start, Math.min(end, start + 500)));
  if (read === undefined) {
    const clause = /^[^,，;；]*/.exec(text.slice(start, Math.min(end, start + 500)))?.[0].trimEnd() ?? '';
    const locatorSpan = { start, end: start + clause.length };
    return { rest: whole, ...(clause === '' ? {} : { locatorSpan }) };
  }
  const locatorSpan = { start: start + read.span.start, end: start + read.span.end };
  return {
    locator: { ...read, span: locatorSpan },
    locatorSpan,
    rest: { start: locatorSpan.end, end: whole.end },
  };
}

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

function trimEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
