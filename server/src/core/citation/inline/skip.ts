import { closes } from './emphasis.ts';
import type { InlineTokens, TokenRange } from './inline-tokens.ts';
import type { EmphasisToken, QuoteToken } from './token.ts';

/** Passes over what stands in brackets, quotations and emphasis, and remembers which of these are never closed. */
export class Skip {
  readonly #tokens: InlineTokens;
  /** For a sign and the index where its range ends: from which index on it is known not to be closed. */
  readonly #unclosed = new Map<string, number>();

  constructor(tokens: InlineTokens) {
    this.#tokens = tokens;
  }

  /**
   * The index of the next token of a kind that stands in no bracket, quotation or emphasis of its own; the range's end
   * if there is none. `undefined` if emphasis is opened and never closed, for then it takes the closing bracket
   * with it; looking for a key also stops at a semicolon.
   */
  to(kind: 'key' | 'semicolon', range: TokenRange): number | undefined {
    const { all, tails } = this.#tokens;
    let index = range.start;
    let emphasisEnd = -1;
    while (index < range.end) {
      const token = all[index];
      if (token === undefined) return range.end;
      if (token.kind === 'semicolon') return index;
      if (token.kind === 'key' && kind === 'key' && token.start !== emphasisEnd) return index;
      if (token.kind === 'open' && token.match > index && token.match < range.end) {
        const close = all[token.match]?.end ?? token.end;
        const source = tails.source(close, this.#tokens.limitOf(range));
        index = this.#tokens.indexAt(token.match + 1, source?.end ?? close);
      } else if (token.kind === 'emphasis' && token.canOpen) {
        const close = this.#closingOf(index, range.end, token);
        if (close === undefined) return undefined;
        emphasisEnd = all[close]?.end ?? -1;
        index = close + 1;
      } else if (token.kind === 'quote' && token.canOpen) {
        index = (this.#closingOf(index, range.end, token) ?? index) + 1;
      } else {
        index++;
      }
    }
    return range.end;
  }

  #closingOf(
    from: number,
    end: number,
    { sign, kind, start, end: signEnd }: QuoteToken | EmphasisToken,
  ): number | undefined {
    const width = signEnd - start;
    const name = `${sign}${String(width)} ${String(end)}`;
    if (from >= (this.#unclosed.get(name) ?? Infinity)) return undefined;
    let index = from + 1;
    while (index < end) {
      const token = this.#tokens.all[index];
      if (token?.kind === 'open' && token.match > index) {
        index = Math.min(token.match + 1, end);
        continue;
      }
      const isSign = token?.kind === kind && token.sign === sign && token.canClose;
      if (isSign && closes(width, token.end - token.start)) return index;
      index++;
    }
    this.#unclosed.set(name, from);
    return undefined;
  }
}
