import { wordEnd } from './ordinary-text.ts';
import type { QuoteToken } from './token.ts';

/** A straight quotation mark. The single one is an apostrophe inside of words, and before a mark of punctuation. */
export function readQuote(text: string, start: number, isAfterWord: boolean): QuoteToken {
  const sign = text.charAt(start);
  const end = start + 1;
  const next = text.charAt(end);
  const opens = next !== '' && !/\s/.test(next);
  const canOpen = sign === '"' ? opens : opens && !isAfterWord && !/[)!\],.;:?-]/.test(next);
  const canClose = sign === '"' || wordEnd(text, end) < 0;
  return { kind: 'quote', start, end, sign, canOpen, canClose };
}
