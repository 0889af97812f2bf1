import { parseMarkdown } from '../citation/markdown-document.ts';
import { scanDocument } from '../citation/markdown-scan.ts';
import type { Span } from '../span.ts';
import { findMarked } from './marks.ts';
import { readQuotedWords, type QuotedWords } from './quoted-words.ts';
import { readable } from './readable-block.ts';

/** What may stand between the marks of a quotation and the ends of the text. */
const BESIDE = /[\s。．.，,；;：:！!？?、]/u;

/**
 * The words of a text that is a quotation as a whole: between quotation marks around it, after the `>` of its lines,
 * without emphasis and citations, as in a draft. Offsets count UTF-16 units of the text. `undefined` if there are no
 * words.
 */
export function readGivenWords(text: string): QuotedWords | undefined {
  const isMarkup = markupIn(text);
  const { start, end } = withoutMarks(text, isMarkup);
  // What Markdown takes for code are words here.
  return readQuotedWords(text, start, end, isMarkup) ?? readQuotedWords(text, 0, text.length);
}

/** True for offsets that hold no words: what stands in no paragraph, the marks of quotations, emphasis, citations. */
function markupIn(text: string): (offset: number) => boolean {
  const marks = new Uint8Array(text.length).fill(1);
  for (const scanned of scanDocument(parseMarkdown(text))) {
    const { start, text: words } = scanned.block;
    const { isMarkup } = readable(scanned);
    for (let at = start; at < start + words.length; at++)
      if (!isMarkup(at) && words.charAt(at - start) === text.charAt(at)) marks[at] = 0;
  }
  return (offset) => marks[offset] === 1;
}

/** Takes quotation marks off that stand around the whole. */
function withoutMarks(text: string, isMarkup: (offset: number) => boolean): Span {
  const isBeside = (at: number): boolean => isMarkup(at) || BESIDE.test(text.charAt(at));
  let [start, end] = [0, text.length];
  for (;;) {
    let [first, last] = [start, end];
    while (first < last && isBeside(first)) first++;
    while (last > first && isBeside(last - 1)) last--;
    if (!isMarked(text, first, last, isMarkup)) return { start, end };
    [start, end] = [first + 1, last - 1];
  }
}

function isMarked(text: string, start: number, end: number, isMarkup: (offset: number) => boolean): boolean {
  if (end - start < 2) return false;
  if (/^(?:‘[^‘’]*’|'[^']*')$/u.test(text.slice(start, end))) return true;
  const isOutside = (at: number): boolean => at < start || at >= end || isMarkup(at);
  return findMarked(text, isOutside).some(({ span }) => span.start === start && span.end === end);
}
