import type { Paragraph, Section, Statement } from './model.ts';

/** Where things are in one statement, by address. */
export interface Lookup {
  readonly sections: ReadonlyMap<string, Section>;
  /** The index of each paragraph in `Statement.paragraphs`. */
  readonly paragraphs: ReadonlyMap<string, number>;
}

const lookups = new WeakMap<Statement, Lookup>();

/** Made once for each statement and kept as long as the statement is: statements never change. */
export function lookupOf(statement: Statement): Lookup {
  const known = lookups.get(statement);
  if (known !== undefined) return known;
  const sections = new Map<string, Section>();
  const visit = (section: Section): void => {
    sections.set(section.address, section);
    section.sections.forEach(visit);
  };
  statement.sections.forEach(visit);
  const paragraphs = new Map(statement.paragraphs.map(({ address }, i) => [address, i]));
  const lookup = { sections, paragraphs };
  lookups.set(statement, lookup);
  return lookup;
}

/** Every paragraph of a section and of the sections within, in document order. */
export function paragraphsWithin(section: Section): readonly Paragraph[] {
  const all: Paragraph[] = [];
  const visit = ({ paragraphs, sections }: Section): void => {
    for (const paragraph of paragraphs) all.push(paragraph);
    sections.forEach(visit);
  };
  visit(section);
  return all.sort((a, b) => a.span.start - b.span.start);
}

/** The paragraphs that a span of the file touches, in document order. */
export function paragraphsTouching(
  { paragraphs }: Statement,
  span: { readonly start: number; readonly end: number },
): readonly Paragraph[] {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.span.end ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < paragraphs.length && (paragraphs[end]?.span.start ?? 0) <= span.end) end++;
  return paragraphs.slice(low, end);
}
