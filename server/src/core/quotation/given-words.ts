import { parseMarkdown } from '../citation/markdown-document.ts';
import { readQuotedWords, type QuotedWords } from './quoted-words.ts';
import { readableBlocks } from './readable-block.ts';

/**
 * The words of a text that is a quotation as a whole: between quotation marks around it, after the `>` of its lines,
 * without emphasis and citations, as in a draft. Offsets count UTF-16 units of the text. `undefined` if there are no
 * words.
 */
export function readGivenWords(text: string): QuotedWords | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  // What Markdown takes for code are words here.
  return readQuotedWords(text, 0, text.length, markupIn(text)) ?? readQuotedWords(text, 0, text.length);
}

/** True for offsets that hold no words: what stands in no paragraph, the marks of blocks, emphasis, citations. */
function markupIn(text: string): (offset: number) => boolean {
  const marks = new Uint8Array(text.length).fill(1);
  for (const { start, end, text: words, isMarkup } of readableBlocks(parseMarkdown(text))) {
    for (let at = start; at < end; at++)
      if (!isMarkup(at) && words.charAt(at - start) === text.charAt(at)) marks[at] = 0;
  }
  return (offset) => marks[offset] === 1;
}
