import type { Anchor } from '../core/quotation/find-quotations.ts';
import type { Passage } from '../core/passage.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Draft } from './draft.ts';
import { footnotesOf } from './footnotes.ts';
import type { Library } from './library.ts';
import { referencesIn, type Reference } from './reference.ts';

/** What says in a draft where a quotation is from. */
export interface QuotationSource extends Anchor {
  /** The citations of a bracket, a link, a title, or what a footnote holds; in the order of the text. */
  readonly references: readonly Reference[];
  /** The passages that exist of those it names. */
  readonly passages: readonly Passage[];
  /** The statements that it names, whether or not they have the passages. */
  readonly statements: readonly Statement[];
  /** True if a key in it is of no statement: the words may be of the author's own sources. */
  readonly isForeign: boolean;
}

/**
 * What in a draft may say where quotations are from, in the order of the text, none overlapping another: brackets of
 * citations, citations in running text, links to passages, titles with or without a locator, and the marks of footnotes that hold any of
 * these.
 */
export function quotationSources(library: Library, draft: Draft): QuotationSource[] {
  const groups = new Map(draft.citations.map(({ span, group }) => [span.start, group]));
  const bySpan = new Map<string, { span: Span; references: Reference[] }>();
  for (const reference of referencesIn(library, draft)) {
    const span =
      (reference.kind === 'citation' ? groups.get(reference.span.start) : undefined) ?? reference.span;
    const id = `${String(span.start)}-${String(span.end)}`;
    const before = bySpan.get(id);
    if (before === undefined) bySpan.set(id, { span, references: [reference] });
    else before.references.push(reference);
  }
  const own = [...bySpan.values()].map(({ span, references }) => toSource(span, references));
  const notes = footnotesOf(draft);
  const noted = notes.references.flatMap(({ label, span }): QuotationSource[] => {
    const note = notes.definitions.find((definition) => definition.label === label)?.contentSpan;
    if (note === undefined) return [];
    const inside = own.filter(({ span: each }) => each.start >= note.start && each.end <= note.end);
    return inside.length === 0
      ? []
      : [
          toSource(
            span,
            inside.flatMap(({ references }) => references),
          ),
        ];
  });
  return withoutOverlap([...own, ...noted]);
}

function toSource(span: Span, references: readonly Reference[]): QuotationSource {
  const statements = references.flatMap(({ statement }) => (statement === undefined ? [] : [statement]));
  return {
    span,
    references,
    passages: references.flatMap(({ passages }) => passages),
    statements: [...new Set(statements)],
    isForeign: references.some(({ statement }) => statement === undefined),
  };
}

/** Of two that overlap the wider stays: a title within a citation's prefix belongs to the citation. */
function withoutOverlap(sources: readonly QuotationSource[]): QuotationSource[] {
  const sorted = [...sources].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: QuotationSource[] = [];
  for (const source of sorted) if (source.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(source);
  return kept;
}
