import type { DocumentBlock } from '../citation/inline-block.ts';
import type { MarkdownDocument } from '../citation/markdown-document.ts';
import { scanDocument } from '../citation/markdown-scan.ts';
import type { Span } from '../span.ts';
import { findMarked } from './marks.ts';
import { readQuotedWords, type QuotedWords } from './quoted-words.ts';
import { beside, readable, type ReadableBlock } from './readable-block.ts';
import { endsSentenceBetween, isRightBehind } from './sentence.ts';

/** Something in a text that says where words are from: a citation, a link, a title, the mark of a footnote. */
export interface Anchor {
  readonly span: Span;
}

/** Words of somebody else in a Markdown text. Offsets count UTF-16 units of the document. */
export interface Quotation<A extends Anchor = Anchor> {
  readonly kind: 'marks' | 'block';
  /** With its marks; of a block, from its first word to its last. */
  readonly span: Span;
  readonly words: QuotedWords;
  /** What says where it is from; absent if nothing does. */
  readonly anchor?: A;
}

/**
 * Finds the quotations of a Markdown text in document order: what stands between quotation marks, and blocks marked by
 * `>` that an anchor goes with. `anchors` are in the order of the text and do not overlap.
 *
 * An anchor goes with a quotation in marks if it follows in the same sentence, or right behind the mark that ends it,
 * or comes before it in the same sentence. Where there is one on either side it is the one right behind, else the
 * nearer. An anchor goes with a block if it stands at the block's end, or at the beginning of the paragraph behind it, or in a
 * paragraph before it that ends with a colon. A block that no anchor goes with is read like other text.
 */
export function findQuotations<A extends Anchor>(
  document: MarkdownDocument,
  anchors: readonly A[],
): Quotation<A>[] {
  const blocks = scanDocument(document).map(readable);
  const found: Quotation<A>[] = [];
  for (let i = 0; i < blocks.length;) {
    const end = blockEnd(document.source, blocks, i);
    const block = blocks.slice(i, end);
    const quoted =
      (block[0]?.block.quotes ?? 0) > 0
        ? quotedBlock(document.source, block, beside(blocks, i - 1, -1), beside(blocks, end, 1), anchors)
        : undefined;
    if (quoted !== undefined) found.push(quoted);
    else for (const each of block) found.push(...marked(document.source, each, anchors));
    i = end;
  }
  return found;
}

/** The index behind the last paragraph of the block that begins at an index; of other text one paragraph is a block. */
function blockEnd(
  source: string,
  blocks: readonly { readonly block: DocumentBlock }[],
  start: number,
): number {
  const quotes = blocks[start]?.block.quotes ?? 0;
  if (quotes === 0) return start + 1;
  let end = start + 1;
  for (; (blocks[end]?.block.quotes ?? 0) > 0; end++) {
    const last = blocks[end - 1]?.block;
    const between = source.slice((last?.start ?? 0) + (last?.text.length ?? 0), blocks[end]?.block.start);
    // A line without a mark ends the block.
    if (
      between
        .split('\n')
        .slice(1, -1)
        .some((line) => line.trim() === '')
    )
      break;
  }
  return end;
}

function quotedBlock<A extends Anchor>(
  source: string,
  block: readonly ReadableBlock[],
  before: ReadableBlock | undefined,
  behind: ReadableBlock | undefined,
  anchors: readonly A[],
): Quotation<A> | undefined {
  const [first, last] = [block[0]?.block, block.at(-1)?.block];
  if (first === undefined || last === undefined) return undefined;
  const whole = { start: first.start, end: last.start + last.text.length };
  const inside = anchors.filter(({ span }) => span.start >= whole.start && span.end <= whole.end);
  const end = inside.at(-1);
  const isAtEnd = end !== undefined && /^[\s。．.,，;；)）\]]*$/u.test(source.slice(end.span.end, whole.end));
  const own = isAtEnd ? end : (startOf(behind, source, anchors) ?? introducing(before, source, anchors));
  if (own === undefined) return undefined;
  // A line that says who speaks is none of the words: `—— 联合声明，第3段`.
  const wordsEnd = isAtEnd ? attributionStart(source, whole.start, own.span.start) : whole.end;
  const words = readQuotedWords(source, whole.start, wordsEnd, (offset) => {
    const paragraph = block.find(
      ({ block: each }) => offset >= each.start && offset < each.start + each.text.length,
    );
    return (
      paragraph === undefined ||
      paragraph.isMarkup(offset) ||
      paragraph.block.text.charAt(offset - paragraph.block.start) !== source.charAt(offset)
    );
  });
  const span = { start: whole.start, end: Math.max(whole.start, wordsEnd) };
  return words === undefined ? undefined : { kind: 'block', span, words, anchor: own };
}

function startOf<A extends Anchor>(
  behind: ReadableBlock | undefined,
  source: string,
  anchors: readonly A[],
): A | undefined {
  if (behind === undefined || behind.block.quotes > 0) return undefined;
  const first = anchors.find(({ span }) => span.start >= behind.block.start);
  return first !== undefined && /^[\s—–-]*[（(]?$/u.test(source.slice(behind.block.start, first.span.start))
    ? first
    : undefined;
}

function introducing<A extends Anchor>(
  before: ReadableBlock | undefined,
  source: string,
  anchors: readonly A[],
): A | undefined {
  if (before === undefined || before.block.quotes > 0) return undefined;
  const { start, text } = before.block;
  if (!/[:：]\s*$/u.test(text)) return undefined;
  const last = anchors.findLast(({ span }) => span.start >= start && span.end <= start + text.length);
  return last !== undefined && !endsSentenceBetween(source.slice(last.span.end, start + text.length))
    ? last
    : undefined;
}

function attributionStart(source: string, start: number, end: number): number {
  const line = source.lastIndexOf('\n', end - 1) + 1;
  const isAttribution = /^[\s>]*(?:—|–|--)/u.test(source.slice(line, end));
  return isAttribution && line > start ? line : end;
}

function marked<A extends Anchor>(
  source: string,
  { block, isMarkup }: ReadableBlock,
  anchors: readonly A[],
): Quotation<A>[] {
  const { start, text } = block;
  const pairs = findMarked(text, (offset) => isMarkup(offset + start));
  if (pairs.length === 0) return [];
  const own = anchors.filter(({ span }) => span.start >= start && span.end <= start + text.length);
  /** The text around quotations: what is in them ends no sentence of the writer's. */
  const around = pairs.reduce((rest, { words }) => blanked(rest, words), text);
  return pairs.flatMap(({ span, words }): Quotation<A>[] => {
    const quoted = readQuotedWords(source, words.start + start, words.end + start, isMarkup);
    if (quoted === undefined) return [];
    const whole = { start: span.start + start, end: span.end + start };
    const isFinal = endsSentenceBetween(text.slice(words.start, words.end).trimEnd().slice(-1));
    const next = own.find((anchor) => anchor.span.start >= whole.end);
    const last = own.findLast((anchor) => anchor.span.end <= whole.start);
    const holder = own.find((anchor) => anchor.span.start < whole.start && anchor.span.end > whole.end);
    const behind = next === undefined ? undefined : around.slice(span.end, next.span.start - start);
    const before = last === undefined ? undefined : around.slice(last.span.end - start, span.start);
    const follows = behind !== undefined && reaches(behind, isFinal);
    const precedes = before !== undefined && !endsSentenceBetween(before);
    const isNearer = follows && precedes && !isRightBehind(behind) && before.length < behind.length;
    const anchor = holder ?? (follows && !isNearer ? next : precedes ? last : undefined);
    return [{ kind: 'marks', span: whole, words: quoted, ...(anchor !== undefined && { anchor }) }];
  });
}

/** True if a sentence goes on from a quotation to what stands behind it, or if that stands right behind its end. */
function reaches(between: string, isFinal: boolean): boolean {
  return isRightBehind(between) || (!isFinal && !endsSentenceBetween(between));
}

function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
