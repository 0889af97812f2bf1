import { findCitations, isOpaque, type Citation } from '../core/citation/citations.ts';
import { scanDocument } from '../core/citation/markdown-scan.ts';
import type { Range, Span } from '../core/span.ts';
import { openBracketAt, type OpenBracket } from './open-bracket.ts';
import type { Draft } from './draft.ts';

/** Where a citation is written. */
export type WritingPlace =
  | { readonly kind: 'text'; readonly offset: number }
  /** Into a group: after one of its items, or before the first for -1. */
  | { readonly kind: 'group'; readonly items: readonly Citation[]; readonly after: number }
  /** Into a bracket that is open, or waits for a citation. */
  | ({ readonly kind: 'bracket' } & OpenBracket);

/** The offset after what a range covers, without the white space at its end: a line that is selected ends before its break. */
export function offsetAfter({ text, lines }: Draft, { start, end }: Range): number {
  const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)].sort((a, b) => a - b);
  let at = to ?? 0;
  while (at > (from ?? 0) && /\s/.test(text.charAt(at - 1))) at--;
  return at === from ? (to ?? 0) : at;
}

/**
 * The place for a citation in Pandoc's form at an offset: in the group that the offset is in or touches, so that one
 * bracket holds all; else in the text.
 */
export function placeForGroup(draft: Draft, offset: number): WritingPlace {
  const inner = groupsAt(draft, offset).findLast(({ hasBracket }) => hasBracket);
  if (inner !== undefined) {
    const after = inner.items.findLastIndex(
      ({ span, indexInGroup }) => indexInGroup === 0 || span.start <= offset,
    );
    return { kind: 'group', items: inner.items, after: offset <= inner.span.start ? -1 : after };
  }
  const bracket = openBracketAt(draft, offset);
  if (bracket !== undefined) return { kind: 'bracket', ...bracket };
  return { kind: 'text', offset: placeInText(draft, offset) };
}

/** Where anything else goes for an offset: not within a citation or the text of a link, but behind it. */
export function placeInText(draft: Draft, offset: number): number {
  const holds = ({ start, end }: Span): boolean => start < offset && offset < end;
  const around = [...groupsAt(draft, offset), ...linksIn(draft)].filter(({ span }) => holds(span));
  return Math.max(offset, ...around.map(({ span }) => span.end));
}

function linksIn({ markdown }: Draft): { readonly span: Span }[] {
  return scanDocument(markdown).flatMap(({ block, scan }) =>
    scan.links.map(({ span }) => ({
      span: { start: block.start + span.start, end: block.start + span.end },
    })),
  );
}

interface GroupAt {
  readonly span: Span;
  readonly items: readonly Citation[];
  /** False for a key in running text alone. */
  readonly hasBracket: boolean;
}

/** The groups that an offset is in or, those in brackets, touches; the outermost first. */
function groupsAt({ citations, text }: Draft, offset: number): GroupAt[] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const { start, end } = citation.group;
    const isBracketed = text.charAt(start) === '[';
    const touches = start < offset ? offset <= end : isBracketed && start === offset;
    if (!touches) continue;
    const name = `${String(start)} ${String(end)}`;
    groups.set(name, [...(groups.get(name) ?? []), citation]);
  }
  return [...groups.values()]
    .flatMap((items) => {
      const [first] = items;
      if (first === undefined) return [];
      const hasBracket = text.charAt(first.group.end - 1) === ']';
      // After a key in running text a text goes on.
      return hasBracket || offset < first.group.end ? [{ span: first.group, items, hasBracket }] : [];
    })
    .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
}

/** True where nothing can be cited: in code, front matter, mathematics, tags, and in the targets and labels of links. */
export function isClosed(draft: Draft, offset: number): boolean {
  const { markdown, text } = draft;
  const block = markdown.blocks.find(
    ({ start, text: { length } }) => start <= offset && offset <= start + length,
  );
  // Between blocks a citation stands in a paragraph of its own, if there can be one.
  if (block === undefined) return !isReadAt(text, offset);
  if (isOpaque(markdown, offset)) return true;
  const links = scanDocument(markdown).find((scanned) => scanned.block === block)?.scan.links ?? [];
  const at = offset - block.start;
  return links.some(({ kind, span, target }) =>
    kind === 'reference' ? target.start <= at && at <= target.end : target.start <= at && at < span.end,
  );
}

function isReadAt(text: string, offset: number): boolean {
  const probe = '[@pincite-place]';
  const written = text.slice(0, offset) + probe + text.slice(offset);
  return findCitations(written).some(({ group }) => group.start === offset);
}
