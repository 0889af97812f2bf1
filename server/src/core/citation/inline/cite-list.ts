import type { Span } from '../../span.ts';
import type { InlineTokens, TokenRange } from './inline-tokens.ts';
import type { ScannedItem } from './scanned-group.ts';
import { Skip } from './skip.ts';
import type { KeyToken } from './token.ts';

/** Reads what a bracket holds as citations. A bracket is given by the tokens in it and by the span of its words. */
export class CiteLists {
  readonly #tokens: InlineTokens;
  readonly #skip: Skip;

  constructor(tokens: InlineTokens) {
    this.#tokens = tokens;
    this.#skip = new Skip(tokens);
  }

  /** Reads `prefix @key suffix; …` (Pandoc's `citeList`). `undefined` if a part has no key. */
  items(range: TokenRange, words: Span): ScannedItem[] | undefined {
    const items: ScannedItem[] = [];
    let index = range.start;
    let start = words.start;
    for (;;) {
      const at = this.#skip.to('key', { start: index, end: range.end });
      const key = at === undefined ? undefined : this.#tokens.all[at];
      if (at === undefined || at >= range.end || key?.kind !== 'key') return undefined;
      const end = this.#skip.to('semicolon', { start: at + 1, end: range.end });
      if (end === undefined) return undefined;
      const semicolon = end < range.end ? this.#tokens.all[end] : undefined;
      items.push({
        key,
        prefix: { start, end: key.start },
        suffix: { start: key.end, end: semicolon?.start ?? words.end },
      });
      if (semicolon === undefined) return items;
      index = end + 1;
      start = semicolon.end;
    }
  }

  /** `[p. 3]` or `[p. 3; @b]` after a key in running text (Pandoc's `bareloc`). */
  bareLocator(key: KeyToken, range: TokenRange, words: Span): ScannedItem[] | undefined {
    const end = this.#skip.to('semicolon', range);
    if (end === undefined) return undefined;
    const semicolon = end < range.end ? this.#tokens.all[end] : undefined;
    const suffix = { start: words.start, end: semicolon?.start ?? words.end };
    const first: ScannedItem = { ...loneItem(key), suffix };
    if (semicolon === undefined) return [first];
    const others = this.items({ start: end + 1, end: range.end }, { start: semicolon.end, end: words.end });
    return others === undefined ? undefined : [first, ...others];
  }
}

/** A key with nothing before and after it. */
export function loneItem(key: KeyToken): ScannedItem {
  return {
    key,
    prefix: { start: key.start, end: key.start },
    suffix: { start: key.end, end: key.end },
  };
}
