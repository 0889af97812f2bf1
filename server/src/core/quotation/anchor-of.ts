import type { Span } from '../span.ts';
import type { Marked } from './marks.ts';
import { isAside, isMarkedUp, type Anchor } from './quotation.ts';
import { firstFrom, holding, startingWithin } from './span-search.ts';
import { endsSentenceBetween, endsSentenceItself, isAtOnceBehind, isRightBehind } from './sentence.ts';

/** A text in which quotations stand. Offsets count from the start of the document. */
export interface Surroundings<A extends Anchor> {
  readonly source: string;
  readonly span: Span;
  /** The text of the span, with spaces for what is quoted and what is markup. */
  readonly around: string;
  /** All quotations of the text, in order. */
  readonly pairs: readonly Marked[];
  /** What may say where they are from, in order. */
  readonly anchors: readonly Placed<A>[];
  /** Those of them that stand in no quotation. */
  readonly free: readonly Placed<A>[];
}

export interface Placed<A extends Anchor> {
  readonly anchor: A;
  /** Where it counts: of one in a note, the note. */
  readonly place: Span;
  /** The quotation in whose words it stands. */
  readonly holder?: Marked;
}

/** What is farther away belongs to no sentence that anybody reads. */
const FARTHEST = 1000;

/**
 * What says where a quotation between marks is from; `undefined` if nothing does.
 *
 * - A link around it, or a citation at its very end, before the closing mark.
 * - Else what follows at once: `“…” [@k]`.
 * - Else what stands before it in its sentence, or follows in it, or follows right behind the mark that ends it
 *   (`“…”。[@k]`, `“…。”（见[@k]）`). Words of the next sentence (`《联合声明》还指出`) do not, unless they stand alone.
 * - Of one before and one behind, the one right behind, unless that begins to speak of another quotation
 *   (`@a 指出“…”，@b 指出“…”`); else the nearer.
 */
export function anchorOf<A extends Anchor>(pair: Marked, text: Surroundings<A>): A | undefined {
  const { anchors, free, source, span } = text;
  const { start, end } = pair.span;
  const around = holding(free, pair.span, placeOf);
  if (around !== undefined) return around.anchor;
  const atEnd = startingWithin(anchors, pair.words, placeOf).findLast(({ holder }) => holder === pair);
  if (
    atEnd !== undefined &&
    isMarkedUp(source, atEnd.anchor) &&
    !hasWords(source, atEnd.place.end, pair.words.end)
  )
    return atEnd.anchor;
  const index = firstFrom(free, end, placeOf);
  const near = (placed: Placed<A> | undefined, distance: number): Placed<A> | undefined =>
    distance <= FARTHEST ? placed : undefined;
  const next = near(free[index], (free[index]?.place.start ?? 0) - end);
  const last = near(free[index - 1], start - (free[index - 1]?.place.end ?? 0));
  const slice = (from: number, to: number): string => text.around.slice(from - span.start, to - span.start);

  const before = last === undefined ? undefined : slice(last.place.end, start);
  const precedes = before !== undefined && !endsSentenceBetween(before) ? last : undefined;
  if (next === undefined) return precedes?.anchor;
  const behind = slice(end, next.place.start);
  const isFinal = endsSentenceItself(
    source.slice(pair.words.start, pair.words.end),
    slice(end, end + FARTHEST),
  );
  if (isAtOnceBehind(behind) && !isFinal) return next.anchor;
  const isRight = isRightBehind(behind);
  if (isFinal || endsSentenceBetween(behind)) {
    const isOwn = isRight && (isAside(source, next.anchor) || standsAlone(text, next));
    if (!isOwn) return precedes?.anchor;
  }
  if (precedes === undefined) return next.anchor;
  if (introduces(text, next)) return precedes.anchor;
  return isRight || behind.length <= (before ?? '').length ? next.anchor : precedes.anchor;
}

/** True if nothing of a sentence follows: `——《联合声明》第3段。` */
function standsAlone<A extends Anchor>({ around, span }: Surroundings<A>, { place }: Placed<A>): boolean {
  return /^[\s）)」』”"»\]］]*(?:[。．.；;]|\n|$)/u.test(around.slice(place.end - span.start));
}

/** True if words lead from an anchor to another quotation in the same sentence that has none right behind it. */
function introduces<A extends Anchor>(
  { source, around, span, pairs, anchors }: Surroundings<A>,
  { anchor, place }: Placed<A>,
): boolean {
  const slice = (from: number, to: number): string => around.slice(from - span.start, to - span.start);
  const pair = pairs[firstFrom(pairs, place.end, ({ span: own }) => own)];
  if (pair === undefined || pair.span.start - place.end > FARTHEST) return false;
  const between = slice(place.end, pair.span.start);
  if (endsSentenceBetween(between)) return false;
  if (isAside(source, anchor) && !/[\p{L}\p{N}]/u.test(between)) return false;
  const next = anchors[firstFrom(anchors, pair.span.end, placeOf)];
  return next === undefined || !isRightBehind(slice(pair.span.end, next.place.start));
}

function placeOf({ place }: { readonly place: Span }): Span {
  return place;
}

function hasWords(source: string, start: number, end: number): boolean {
  return /[\p{L}\p{N}]/u.test(source.slice(start, end));
}
