import type { Span } from '../../span.ts';
import { loneItem, type CiteLists } from './cite-list.ts';
import type { InlineTokens, TokenRange } from './inline-tokens.ts';
import type { ScannedGroup } from './scanned-group.ts';
import type { KeyToken } from './token.ts';

/** A citation in running text. */
export interface TextualCitation {
  readonly group: ScannedGroup;
  /** The tokens in its bracket; empty if it has none. */
  readonly inner: TokenRange;
  /** The index of the token after it. */
  readonly next: number;
}

/** Reads a key in running text, with the bracket after it if that holds its locator. */
export function readTextual(
  key: KeyToken,
  range: TokenRange,
  tokens: InlineTokens,
  lists: CiteLists,
): TextualCitation {
  const { all, text } = tokens;
  const next = key.index + 1;
  const bracket = all[next];
  const isNext =
    bracket?.kind === 'open' && bracket.lead === '' && bracket.start === skipBreak(text, key.end);
  if (isNext && bracket.match >= 0 && bracket.match < range.end) {
    const inner = { start: next + 1, end: bracket.match };
    const words = { start: bracket.end, end: all[bracket.match]?.start ?? bracket.end };
    const isFree = !isTaken(bracket.match, words, tokens.limitOf(range), tokens);
    if (isFree && lists.items(inner, words) === undefined) {
      const items = lists.bareLocator(key, inner, words);
      if (items !== undefined) {
        const span = { start: key.start, end: words.end + 1 };
        return { group: { span, isTextual: true, items }, inner, next: bracket.match + 1 };
      }
    }
  }
  const span = { start: key.start, end: key.end };
  return {
    group: { span, isTextual: true, items: [loneItem(key)] },
    inner: { start: next, end: next },
    next,
  };
}

/** True if a bracket is a link or a span, and so no locator. */
function isTaken(close: number, words: Span, limit: number, tokens: InlineTokens): boolean {
  return (
    tokens.text.charAt(words.start) === '^' ||
    '([{'.includes(tokens.text.charAt(words.end + 1) || ' ') ||
    tokens.referenceAfter(close, limit) !== undefined ||
    tokens.isLabel(words)
  );
}

/** Where the text goes on after spaces and at most one line break (Pandoc's `spnl`). */
function skipBreak(text: string, start: number): number {
  let at = start;
  let breaks = 0;
  while (/[ \t\n]/.test(text.charAt(at))) {
    if (text.charAt(at) === '\n' && ++breaks > 1) return start;
    at++;
  }
  return at;
}
