import type { MarkdownDocument } from '../citation/markdown-document.ts';
import type { InlineScan } from '../citation/inline/inline-scan.ts';
import { scanDocument, type ScannedBlock } from '../citation/markdown-scan.ts';
import type { Span } from '../span.ts';
import { holding, outermost } from './span-search.ts';

/** A paragraph of a Markdown text, or several that one quotation takes. Offsets count from the start of the document. */
export interface ReadableBlock {
  readonly start: number;
  readonly end: number;
  /** In how many quotations it stands, marked by `>`. */
  readonly quotes: number;
  /** As long as what it stands for, without the marks `>` at the starts of lines. */
  readonly text: string;
  /** True for offsets that hold no words of the paragraph: code, signs of emphasis, citations, notes. */
  readonly isMarkup: (offset: number) => boolean;
  /** The brackets of citations and the notes in it, which are texts of their own. */
  readonly inner: readonly InnerText[];
  /** The links in it, in order, none in another. */
  readonly links: readonly Span[];
}

/** A text within another. */
export interface InnerText {
  readonly kind: 'citation' | 'note';
  readonly span: Span;
  /** True for offsets that hold no words of it. */
  readonly isMarkup: (offset: number) => boolean;
}

/** The paragraphs, headings and cells of a document, in order, without those that are comments. */
export function readableBlocks(document: MarkdownDocument): ReadableBlock[] {
  return scanDocument(document)
    .map(readable)
    .filter((block) => !isComment(block));
}

function isComment({ start, text, isMarkup }: ReadableBlock): boolean {
  if (!text.trimStart().startsWith('<!--')) return false;
  for (let i = 0; i < text.length; i++) if (!isMarkup(start + i) && !/\s/.test(text.charAt(i))) return false;
  return true;
}

/** Escapes, deletions and highlights, forced line breaks, spaces written by name. */
const SIGNS =
  /\\(?=[!-/:-@[-`{-~]|\r?\n|$)|~~|==|&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|#160|#xa0);|(?<=&)amp;/gi;
/** `[words]{.class}` */
const SPAN = /\[[^[\]]{0,2000}(?<close>\]\{[^{}]{0,200}\})/g;

/** The marks in a text that are no words and hold none: of emphasis, links, escapes and the like. Offsets count from its start. */
export function markupOf(text: string, { emphasis, links }: InlineScan): Span[] {
  const found = [...emphasis];
  for (const { span, kind, target } of links) {
    if (kind === 'autolink') continue;
    // Of a link its words are text; an image has none.
    const close = text.lastIndexOf(']', kind === 'source' ? target.start : span.end - 1);
    const isImage = text.charAt(span.start) === '!';
    found.push({ start: span.start, end: isImage ? span.end : text.indexOf('[', span.start) + 1 });
    found.push({ start: Math.max(close, span.start), end: span.end });
  }
  for (const { 0: sign, index } of text.matchAll(SIGNS))
    found.push({ start: index, end: index + sign.length });
  for (const { 0: span, index, groups } of text.matchAll(SPAN)) {
    const end = index + span.length;
    found.push({ start: index, end: index + 1 }, { start: end - (groups?.['close'] ?? '').length, end });
  }
  return found;
}

function readable({ block, scan }: ScannedBlock): ReadableBlock {
  const { start, text, quotes } = block;
  const marks = new Uint8Array(text.length + 1);
  for (const span of [...scan.hidden, ...markupOf(text, scan)]) marks.fill(1, span.start, span.end);
  const inner = [
    ...scan.groups.map(({ span }) => ({ kind: 'citation' as const, span })),
    ...scan.notes.map((span) => ({ kind: 'note' as const, span })),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  /** Which text each offset belongs to: 0 the paragraph, else the inner text of that number, the innermost. */
  const owners = new Uint32Array(text.length + 1);
  inner.forEach(({ span }, i) => {
    owners.fill(i + 1, span.start, span.end);
  });
  const isMarkupIn =
    (owner: number) =>
    (offset: number): boolean =>
      marks[offset - start] === 1 || owners[offset - start] !== owner;
  return {
    ...{ start, end: start + text.length, quotes, text },
    isMarkup: isMarkupIn(0),
    inner: inner.map(({ kind, span }, i) => ({
      kind,
      span: shifted(span, start),
      isMarkup: isMarkupIn(i + 1),
    })),
    links: outermost(
      scan.links
        .filter(({ kind }) => kind !== 'autolink')
        .map(({ span }) => shifted(span, start))
        .sort((a, b) => a.start - b.start || b.end - a.end),
      (span) => span,
    ),
  };
}

/**
 * Several paragraphs as one; what stands between them is markup, and so is a mark that opens a quotation once more at the
 * start of a paragraph.
 */
export function joinedBlocks(
  source: string,
  blocks: readonly ReadableBlock[],
  reopened?: string,
): ReadableBlock {
  const again = new Set(
    blocks.slice(1).flatMap(({ start, text: own }) => {
      const at = own.length - own.trimStart().length;
      return own.charAt(at) === reopened ? [start + at] : [];
    }),
  );
  const [first, last] = [blocks[0], blocks.at(-1)];
  const [start, end] = [first?.start ?? 0, last?.end ?? 0];
  let text = '';
  for (const block of blocks) text += source.slice(start + text.length, block.start) + block.text;
  return {
    ...{ start, end, text, quotes: first?.quotes ?? 0 },
    isMarkup: (offset) => {
      const own = holding(blocks, { start: offset, end: offset + 1 }, (block) => block);
      // Of a mark `>` at the start of a line the text has a space.
      return (
        again.has(offset) ||
        own?.isMarkup(offset) !== false ||
        text.charAt(offset - start) !== source.charAt(offset)
      );
    },
    inner: blocks.flatMap(({ inner }) => inner),
    links: blocks.flatMap(({ links }) => links),
  };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
