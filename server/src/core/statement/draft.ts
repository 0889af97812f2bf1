import type { Span } from '../span.ts';
import { ANNEX, tierOf, type Opening } from './opening.ts';

/** A section while it is being filled. */
export interface Draft {
  readonly opening: Opening;
  /** Its place among the sections beside it: the number of its marker, or counted. */
  readonly number: number;
  readonly heading: string;
  /** Absent for a section that no marker opens: a preamble, or a `2` that only `2.1` speaks of. */
  readonly headingSpan: Span | undefined;
  /** True if text follows the marker in the same paragraph: such a section holds no Markdown heading. */
  readonly isInline: boolean;
  parent: Draft | undefined;
  paragraphs: DraftParagraph[];
  readonly sections: Draft[];
  /** The sections by number. */
  readonly byNumber: Map<number, Draft>;
}

export interface DraftParagraph {
  /** The words, in pieces that are joined as lines are. */
  readonly texts: string[];
  span: Span;
}

export function createDraft(
  opening: Opening,
  place: Pick<Draft, 'number' | 'heading' | 'headingSpan' | 'isInline' | 'parent'>,
): Draft {
  return { opening, ...place, paragraphs: [], sections: [], byNumber: new Map() };
}

export function addSection(parent: Pick<Draft, 'sections' | 'byNumber'>, child: Draft): void {
  parent.sections.push(child);
  parent.byNumber.set(child.number, child);
}

/** True if a section that is open stays open around a new one. */
export function contains({ opening: outer, isInline }: Draft, inner: Opening): boolean {
  if (outer.kind === 'preamble' || inner.kind === 'preamble' || inner.rank === ANNEX) return false;
  const sameRank = outer.rank === inner.rank;
  const bothNumbered = outer.kind !== 'heading' && inner.kind !== 'heading';
  const isWider = tierOf(outer.kind) < tierOf(inner.kind);
  if (outer.level > 0 && inner.level > 0) {
    if (outer.level !== inner.level) return outer.level < inner.level;
    return bothNumbered && isWider;
  }
  if (sameRank) return false;
  if (inner.level > 0) return !isInline && tierOf(outer.kind) < 4 && (isWider || inner.kind === 'heading');
  // What has no level stands within a heading, unless it is wider than the heading's own number shows.
  if (outer.level > 0) return outer.kind === 'heading' || tierOf(inner.kind) > 2 || isWider;
  return tierOf(outer.kind) <= tierOf(inner.kind);
}

/** The sections that stay open around a new one: the outermost as far as each contains it. */
export function containersOf(open: readonly Draft[], inner: Opening): Draft[] {
  const same = open.findIndex(({ opening }) => opening.rank === inner.rank && opening.level === inner.level);
  const candidates = same < 0 ? open : open.slice(0, same);
  const end = candidates.findIndex((draft) => !contains(draft, inner));
  return candidates.slice(0, end < 0 ? candidates.length : end);
}
