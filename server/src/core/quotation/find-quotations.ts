import type { MarkdownDocument } from '../citation/markdown-document.ts';
import { blockQuotations } from './block-quotations.ts';
import { findMarked, isClosedBy } from './marks.ts';
import { markedQuotations } from './marked-quotations.ts';
import type { Anchor, Quotation } from './quotation.ts';
import { joinedBlocks, readableBlocks, type ReadableBlock } from './readable-block.ts';

export type { Anchor, Quotation } from './quotation.ts';

/**
 * Finds the quotations of a Markdown text in document order: what stands between quotation marks (`markedQuotations`),
 * and blocks marked by `>` of which an anchor says where they are from (`blockQuotations`). Other blocks are read like
 * any text. `anchors` are in the order of the text and do not overlap.
 */
export function findQuotations<A extends Anchor>(
  document: MarkdownDocument,
  anchors: readonly A[],
): Quotation<A>[] {
  const { source } = document;
  const paragraphs = readableBlocks(document);
  const found: Quotation<A>[] = [];
  for (let i = 0; i < paragraphs.length;) {
    const first = paragraphs[i];
    if (first === undefined) break;
    const end = first.quotes > 0 ? blockEnd(source, paragraphs, i) : markedEnd(source, paragraphs, i);
    const run = paragraphs.slice(i, end);
    if (first.quotes > 0) {
      const [before, behind] = [paragraphs[i - 1], paragraphs[end]];
      const last = run.at(-1) ?? first;
      const { quotations, rest } = blockQuotations(
        source,
        run,
        {
          ...(before && isBeside(source, before, first) && { before }),
          ...(behind && isBeside(source, last, behind) && { behind }),
        },
        anchors,
      );
      found.push(...quotations, ...rest.flatMap((each) => markedQuotations(source, each, anchors)));
    } else {
      const block = run.length === 1 ? first : joinedBlocks(source, run, openMark(first));
      found.push(...markedQuotations(source, block, anchors));
    }
    i = end;
  }
  return found;
}

/** The index behind the last paragraph of the block marked by `>` that begins at an index. */
function blockEnd(source: string, paragraphs: readonly ReadableBlock[], start: number): number {
  let end = start + 1;
  for (; (paragraphs[end]?.quotes ?? 0) > 0; end++) {
    const between = source.slice(paragraphs[end - 1]?.end, paragraphs[end]?.start);
    // A line without a mark ends the block.
    const lines = between.split(/\r\n?|\n/).slice(1, -1);
    if (lines.some((line) => line.trim() === '')) break;
  }
  return end;
}

/** A quotation goes on over so many paragraphs at most. */
const MOST_PARAGRAPHS = 20;

/**
 * The index behind the last paragraph that the quotation takes which the paragraph at an index opens and does not close:
 * each that it goes on in opens it again, or the next one closes it. Of any other paragraph the index behind it.
 */
function markedEnd(source: string, paragraphs: readonly ReadableBlock[], start: number): number {
  const mark = openMark(paragraphs[start]);
  if (mark === undefined) return start + 1;
  for (let end = start + 1; end < start + MOST_PARAGRAPHS; end++) {
    const [last, next] = [paragraphs[end - 1], paragraphs[end]];
    if (last === undefined || next === undefined || next.quotes > 0 || !isBeside(source, last, next)) break;
    const { pairs, unclosed, unopened } = marksOf(next);
    const opening = next.text.length - next.text.trimStart().length;
    if (pairs[0]?.span.start === opening && next.text.charAt(opening) === mark) return end + 1;
    if (unopened !== undefined && isClosedBy(mark, unopened.mark) && end === start + 1) return end + 1;
    if (unclosed?.at !== opening || openMark(next) !== mark) break;
  }
  return start + 1;
}

/** The mark that a paragraph opens and does not close, if a sentence ends with it. */
function openMark(paragraph: ReadableBlock | undefined): string | undefined {
  if (paragraph === undefined || !/[。．.!！?？；;…]\s*$/u.test(paragraph.text)) return undefined;
  return marksOf(paragraph).unclosed?.mark;
}

function marksOf({ start, text, isMarkup }: ReadableBlock) {
  return findMarked(text, { start: 0, end: text.length }, (offset) => isMarkup(offset + start));
}

/** True if nothing but empty lines, the marks of blocks and lists, and comments stands between two paragraphs. */
function isBeside(source: string, before: ReadableBlock, behind: ReadableBlock): boolean {
  const between = source.slice(before.end, behind.start).replace(/<!--.*?-->/gs, '');
  return /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(between);
}
