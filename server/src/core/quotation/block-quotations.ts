import type { Span } from '../span.ts';
import { findMarked } from './marks.ts';
import { isAside, isMarkedUp, type Anchor, type Quotation } from './quotation.ts';
import { readQuotedWords } from './quoted-words.ts';
import { joinedBlocks, type ReadableBlock } from './readable-block.ts';
import { firstFrom, startingWithin } from './span-search.ts';
import { endsSentenceBetween, leadStart } from './sentence.ts';

/** What stands around a block: the paragraph before it and the one behind it, if nothing stands between. */
export interface Neighbours {
  readonly before?: ReadableBlock;
  readonly behind?: ReadableBlock;
}

export interface BlockReading<A extends Anchor> {
  readonly quotations: readonly Quotation<A>[];
  /** The paragraphs that nothing says the source of: they are read like other text. */
  readonly rest: readonly ReadableBlock[];
}

/**
 * The quotations that a block marked by `>` is. Each run of paragraphs that ends with an anchor is one; what follows
 * the last of them goes with the anchor that begins the paragraph behind the block, or that stands in the sentence
 * before it, if that ends with a colon. A title is an anchor at an end only behind a dash or in brackets, since the words
 * quoted may end with one. Of a callout (`> [!quote] …`) the first line is none of the words, and any other callout
 * than of a quotation is the writer's own text.
 */
export function blockQuotations<A extends Anchor>(
  source: string,
  paragraphs: readonly ReadableBlock[],
  neighbours: Neighbours,
  anchors: readonly A[],
): BlockReading<A> {
  const words = withoutCallout(paragraphs);
  if (words === undefined) return { quotations: [], rest: paragraphs };
  const quotations: Quotation<A>[] = [];
  let open: ReadableBlock[] = [];
  for (const paragraph of words) {
    open.push(paragraph);
    const own = anchorAtEnd(source, paragraph, anchors);
    if (own === undefined) continue;
    quotations.push(...quoted(source, open, own, wordsEnd(source, open, own)));
    open = [];
  }
  const last = open.at(-1);
  const own =
    last &&
    (behindOf(source, neighbours.behind, anchors, true) ??
      introducing(source, neighbours.before, anchors) ??
      behindOf(source, neighbours.behind, anchors, false));
  if (last === undefined || own === undefined) return { quotations, rest: open };
  return { quotations: [...quotations, ...quoted(source, open, own, last.end)], rest: [] };
}

function quoted<A extends Anchor>(
  source: string,
  paragraphs: readonly ReadableBlock[],
  anchor: A,
  end: number,
): Quotation<A>[] {
  const block = joinedBlocks(source, paragraphs);
  const marks = introduced(block, end);
  const span = marks?.span ?? wordsIn(source, block, end);
  const inside = marks?.words ?? span;
  const words = readQuotedWords(source, inside.start, inside.end, block.isMarkup);
  return words === undefined ? [] : [{ kind: marks === undefined ? 'block' : 'marks', span, words, anchor }];
}

/** From the first word of a block, or the mark before it, to the last before an offset. */
function wordsIn(source: string, { start, isMarkup }: ReadableBlock, end: number): Span {
  const isNone = (at: number): boolean => isMarkup(at) || /\s/.test(source.charAt(at));
  let [first, last] = [start, Math.max(start, end)];
  while (first < last && isNone(first)) first++;
  while (last > first && isNone(last - 1)) last--;
  return { start: first, end: last };
}

/** The quotation between marks that is all of a block but the words that introduce it: `声明指出：“…”`. */
function introduced({ start, text, isMarkup }: ReadableBlock, end: number) {
  const { pairs } = findMarked(text, { start: 0, end: end - start }, (offset) => isMarkup(offset + start));
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1) return undefined;
  const isAll =
    /[:：]\s*$/u.test(text.slice(0, pair.span.start)) &&
    !/[\p{L}\p{N}]/u.test(text.slice(pair.span.end, end - start));
  const moved = (at: number): number => at + start;
  return isAll
    ? {
        span: { start: moved(pair.span.start), end: moved(pair.span.end) },
        words: { start: moved(pair.words.start), end: moved(pair.words.end) },
      }
    : undefined;
}

/** The paragraphs without the line that makes a callout of them; `undefined` for one that is no quotation. */
function withoutCallout(paragraphs: readonly ReadableBlock[]): readonly ReadableBlock[] | undefined {
  const [first, ...others] = paragraphs;
  const callout = first && /^\[!(?<kind>[\w-]+)\][^\n]*\n?/.exec(first.text);
  if (first === undefined || !callout) return paragraphs;
  if (!/^(?:quote|cite)$/i.test(callout.groups?.['kind'] ?? '')) return undefined;
  const { length } = callout[0];
  if (first.text.slice(length).trim() === '') return others;
  return [{ ...first, start: first.start + length, text: first.text.slice(length) }, ...others];
}

function anchorAtEnd<A extends Anchor>(
  source: string,
  { start, end }: ReadableBlock,
  anchors: readonly A[],
): A | undefined {
  const last = startingWithin(anchors, { start, end }, spanOf).at(-1);
  if (last === undefined || !/^[\s。．.,，;；)）\]］»”"’」』*_]*$/u.test(source.slice(last.span.end, end)))
    return undefined;
  const lead = source.slice(start, last.span.start);
  return isMarkedUp(source, last) || /[—–―（(]\s*(?:[^\s。；;]{0,6}\s*)?$/u.test(lead) ? last : undefined;
}

/** A line that says who speaks is none of the words: `—— 联合声明，[@k]`. */
const LONGEST_ATTRIBUTION = 100;

function wordsEnd(source: string, paragraphs: readonly ReadableBlock[], { span }: Anchor): number {
  const start = paragraphs[0]?.start ?? 0;
  const line = Math.max(
    source.lastIndexOf('\n', span.start - 1) + 1,
    source.lastIndexOf('\r', span.start - 1) + 1,
  );
  const text = source.slice(line, span.start);
  const isAttribution =
    /^[\s>*_]*(?:—|–|―|--)/u.test(text) &&
    text.length < LONGEST_ATTRIBUTION &&
    !/[。；;.!！?？]\s*$/u.test(text);
  if (isAttribution && line > start) return line;
  return Math.max(start, start + leadStart(source.slice(start, span.start)));
}

/** The anchor with which a paragraph begins, or which is all of it. */
function behindOf<A extends Anchor>(
  source: string,
  behind: ReadableBlock | undefined,
  anchors: readonly A[],
  isAll: boolean,
): A | undefined {
  if (behind === undefined) return undefined;
  const first = anchors[firstFrom(anchors, behind.start, spanOf)];
  if (first === undefined || first.span.end > behind.end) return undefined;
  const lead = source.slice(behind.start, first.span.start);
  if (leadStart(lead.trimStart()) > 0 && lead.trim() !== '') return undefined;
  const rest = source.slice(first.span.end, behind.end);
  return isAll
    ? /^[\s）)\]］。．.]*$/u.test(rest)
      ? first
      : undefined
    : isAside(source, first)
      ? first
      : undefined;
}

/** The last anchor of the sentence that introduces a block with a colon. */
function introducing<A extends Anchor>(
  source: string,
  before: ReadableBlock | undefined,
  anchors: readonly A[],
): A | undefined {
  if (before === undefined || !/[:：]\s*$/u.test(before.text)) return undefined;
  const last = startingWithin(anchors, before, spanOf).at(-1);
  return last !== undefined && !endsSentenceBetween(source.slice(last.span.end, before.end))
    ? last
    : undefined;
}

function spanOf({ span }: Anchor): Span {
  return span;
}
