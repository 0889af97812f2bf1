import type { Span } from '../span.ts';
import { anchorOf, type Placed, type Surroundings } from './anchor-of.ts';
import { findMarked, type Marked } from './marks.ts';
import type { Anchor, Quotation } from './quotation.ts';
import { readQuotedWords } from './quoted-words.ts';
import type { ReadableBlock } from './readable-block.ts';
import { holding, outermost, startingWithin } from './span-search.ts';

/**
 * The quotations of a paragraph that stand between quotation marks, in order, with what says where they are from: those
 * of the sentence (`anchorOf`), and those in the brackets of a citation, which are from what it cites. Words of a link
 * that leads elsewhere are none, nor is a title that stands between marks.
 */
export function markedQuotations<A extends Anchor>(
  source: string,
  block: ReadableBlock,
  anchors: readonly A[],
): Quotation<A>[] {
  if (!MARK.test(block.text)) return [];
  const own = startingWithin(anchors, block, spanOf).filter(({ span }) => span.end <= block.end);
  const found = [{ span: block, isMarkup: block.isMarkup }, ...block.inner].flatMap((text) => {
    const isCitation = 'kind' in text && text.kind === 'citation';
    return quotationsOf(source, block, text, own, isCitation);
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

const MARK = /[“„「『«‹〝"]/;

interface Text {
  readonly span: Span;
  readonly isMarkup: (offset: number) => boolean;
}

function quotationsOf<A extends Anchor>(
  source: string,
  block: ReadableBlock,
  { span, isMarkup }: Text,
  own: readonly A[],
  isCitation: boolean,
): Quotation<A>[] {
  const { start, text } = block;
  const range = { start: span.start - start, end: span.end - start };
  const pairs = findMarked(text, range, (offset) => isMarkup(offset + start))
    .pairs.map(({ span: whole, words }) => ({ span: moved(whole, start), words: moved(words, start) }))
    .filter((pair) => !startingWithin(own, pair.words, spanOf).some((each) => isTitle(source, pair, each)))
    .filter((pair) => !isElsewhere(pair, block.links, own));
  if (pairs.length === 0) return [];
  const anchors = isCitation ? [] : placed(block, span, own, pairs);
  const surroundings: Surroundings<A> = {
    source,
    span,
    around: textAround(block, { span, isMarkup }, pairs),
    pairs,
    anchors,
    free: anchors.filter(({ holder }) => holder === undefined),
  };
  const holder = isCitation ? holding(own, span, spanOf) : undefined;
  return pairs.flatMap((pair): Quotation<A>[] => {
    const words = readQuotedWords(source, pair.words.start, pair.words.end, isMarkup);
    if (words === undefined) return [];
    const anchor = holder ?? anchorOf(pair, surroundings);
    return [{ kind: 'marks', span: pair.span, words, ...(anchor !== undefined && { anchor }) }];
  });
}

/** True for a title between marks: all of what stands there is what names a statement. */
function isTitle(source: string, { words }: Marked, { span }: Anchor): boolean {
  if (span.start < words.start || span.end > words.end) return false;
  const rest = source.slice(words.start, span.start) + source.slice(span.end, words.end);
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** True for words of a link that names no source: they are from where it leads. */
function isElsewhere({ span }: Marked, links: readonly Span[], anchors: readonly Anchor[]): boolean {
  const link = holding(links, span, (each) => each);
  return (
    link !== undefined &&
    holding(anchors, link, spanOf) === undefined &&
    startingWithin(anchors, link, spanOf).length === 0
  );
}

/** The anchors that count for a text, each where it counts: of one in a note within the text, the place of the note. */
function placed<A extends Anchor>(
  { inner }: ReadableBlock,
  span: Span,
  own: readonly A[],
  pairs: readonly Marked[],
): Placed<A>[] {
  const isWithin = (note: Span): boolean => note.start > span.start || note.end < span.end;
  const notes = outermost(
    startingWithin(inner, span, spanOf).filter((each) => each.kind === 'note' && isWithin(each.span)),
    spanOf,
  );
  return startingWithin(own, span, spanOf).flatMap((anchor) => {
    if (anchor.span.end > span.end) return [];
    const place = holding(notes, anchor.span, spanOf)?.span ?? anchor.span;
    const holder = holding(pairs, place, ({ words }) => words);
    return [{ anchor, place, ...(holder !== undefined && { holder }) }];
  });
}

function spanOf({ span }: { readonly span: Span }): Span {
  return span;
}

/** The text without what is quoted and what is markup: neither ends a sentence of the writer's. */
function textAround(
  { start, text }: ReadableBlock,
  { span, isMarkup }: Text,
  pairs: readonly Marked[],
): string {
  let around = '';
  let at = span.start;
  const keep = (end: number): void => {
    for (; at < end; at++) {
      const unit = text.charAt(at - start);
      around += unit !== '\n' && isMarkup(at) ? ' ' : unit;
    }
  };
  for (const { words } of pairs) {
    keep(words.start);
    around += ' '.repeat(words.end - words.start);
    at = words.end;
  }
  keep(span.end);
  return around;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
