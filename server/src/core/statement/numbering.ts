import { formatPath, type AddressPath } from '../address.ts';
import type { Span } from '../span.ts';
import type { Draft, DraftParagraph } from './draft.ts';
import { joinTexts } from './lines.ts';
import type { Paragraph, Section } from './model.ts';

export interface Numbered {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
}

/** Gives every section and paragraph its address. Paragraphs outside sections are numbered straight through. */
export function numberOutline(roots: readonly Draft[], loose: readonly DraftParagraph[]): Numbered {
  const running = ranksThatRunThrough(roots);
  const all: Paragraph[] = [];

  const numberParagraphs = (
    drafts: readonly DraftParagraph[],
    base: AddressPath,
    section?: Section,
  ): Paragraph[] => {
    const prefix = base.length === 0 ? '' : `${formatPath(base)}.`;
    return drafts.map(({ texts, span }, i) => {
      const place = { address: prefix + String(i + 1), path: [...base, i + 1] };
      const words = { ...place, text: joinTexts(texts), span };
      const paragraph = section === undefined ? words : { ...words, section };
      all.push(paragraph);
      return paragraph;
    });
  };

  const numberSection = (draft: Draft, base: AddressPath, parent?: Section): Section => {
    const { number, heading, opening } = draft;
    const path = [...base, number];
    const paragraphs: Paragraph[] = [];
    const sections: Section[] = [];
    const span = spanOf(draft);
    const section: Section = {
      ...{ address: formatPath(path), path, number, kind: opening.kind, label: opening.label, heading, span },
      headingSpan: draft.headingSpan ?? { start: span.start, end: span.start },
      runsThrough: running.has(opening.rank),
      ...{ paragraphs, sections, ...(parent === undefined ? {} : { parent }) },
    };
    // What stands before the first nested section is its preamble: 1.0.1, as 0.1 is the statement's.
    const own = draft.sections.length > 0 ? [...path, 0] : path;
    for (const paragraph of numberParagraphs(draft.paragraphs, own, section)) paragraphs.push(paragraph);
    for (const child of draft.sections) sections.push(numberSection(child, path, section));
    return section;
  };

  const sections = roots.map((root) => numberSection(root, []));
  if (roots.length === 0) numberParagraphs(loose, []);
  return { sections, paragraphs: all.sort((a, b) => a.span.start - b.span.start) };
}

/** From the marker, or what stands before it, to the end of the last paragraph inside. */
function spanOf(draft: Draft): Span {
  let [start, end] = [Number.POSITIVE_INFINITY, 0];
  const cover = (span: Span): void => {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  };
  if (draft.headingSpan !== undefined) cover(draft.headingSpan);
  for (const { span } of draft.paragraphs) cover(span);
  for (const section of draft.sections) cover(spanOf(section));
  return { start, end };
}

/** Ranks whose numbers go on from one parent to the next without starting again. */
function ranksThatRunThrough(roots: readonly Draft[]): ReadonlySet<string> {
  const seen = new Map<
    string,
    { lastNumber: number; readonly parents: Set<Draft | undefined>; rises: boolean }
  >();
  const visit = ({ opening: { kind, rank }, number, parent, sections }: Draft): void => {
    const entry = seen.get(rank) ?? { lastNumber: 0, parents: new Set(), rises: kind !== 'heading' };
    seen.set(rank, entry);
    entry.rises &&= number > entry.lastNumber;
    entry.lastNumber = number;
    entry.parents.add(parent);
    sections.forEach(visit);
  };
  roots.forEach(visit);
  return new Set(
    [...seen].filter(([, { parents, rises }]) => rises && parents.size > 1).map(([rank]) => rank),
  );
}
