import { wordEnd } from './ordinary-text.ts';
import type { EmphasisToken } from './token.ts';

/** The run of `*` or `_` at an offset. Inside of words `_` is a letter, and more than three signs open nothing. */
export function readEmphasis(text: string, start: number, isAfterWord: boolean): EmphasisToken {
  const sign = text.charAt(start);
  let end = start + 1;
  while (text.charAt(end) === sign) end++;
  const next = text.charAt(end);
  const canOpen = end - start <= 3 && next !== '' && !/\s/.test(next) && (sign === '*' || !isAfterWord);
  const canClose = sign === '*' || wordEnd(text, end) < 0;
  return { kind: 'emphasis', start, end, sign, canOpen, canClose };
}

/** A single sign is closed by a single one, or by the rest of three; two and three by at least as many. */
export function closes(width: number, closing: number): boolean {
  return width === 1 ? closing !== 2 : closing >= width;
}

const DEEPEST_EMPHASIS = 20;

/** Emphasis in running text, only to know where it ends: right after it, as after a word, no key can stand. */
export class OpenEmphasis {
  readonly #open: EmphasisToken[] = [];
  #end = -1;

  pass(token: EmphasisToken): void {
    const width = token.end - token.start;
    const at = token.canClose
      ? this.#open.findLastIndex(({ sign, start, end }) => sign === token.sign && closes(end - start, width))
      : -1;
    if (at >= 0) {
      this.#open.length = at;
      this.#end = token.end;
    } else if (token.canOpen) {
      if (this.#open.length >= DEEPEST_EMPHASIS) this.#open.shift();
      this.#open.push(token);
    }
  }

  endsAt(offset: number): boolean {
    return this.#end === offset;
  }
}
