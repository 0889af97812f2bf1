import { comparePaths, formatAddress, formatPath, parseAddress, type AddressPath } from './address.ts';
import type { Span } from './span.ts';
import { lookupOf, paragraphsTouching, paragraphsWithin } from './statement/lookup.ts';
import type { Paragraph, Section, Statement } from './statement/model.ts';

/** Anything citable: the statement as a whole (empty address), a section, a paragraph, or a run of paragraphs. */
export interface Passage {
  readonly kind: 'statement' | 'section' | 'paragraph' | 'run';
  readonly statement: Statement;
  readonly address: string;
  /** The paragraphs inside, in document order; never empty. */
  readonly paragraphs: readonly Paragraph[];
  /** The section itself, or the one in which the passage starts; absent without sections. */
  readonly section?: Section;
  readonly span: Span;
}

/** The passage at an address; `undefined` if any end of it does not exist in the statement. */
export function findPassage(statement: Statement, address: string): Passage | undefined {
  if (address === '') {
    const span = { start: 0, end: statement.source.length };
    return { kind: 'statement', statement, address, paragraphs: statement.paragraphs, span };
  }
  const parsed = parseAddress(address);
  if (parsed === undefined) return undefined;
  const from = findSingle(statement, parsed.from);
  if (from === undefined || parsed.to === undefined || comparePaths(parsed.from, parsed.to) === 0)
    return from;
  const to = findSingle(statement, parsed.to);
  if (to === undefined || comparePaths(parsed.from, parsed.to) > 0) return undefined;
  const { paragraphs: indexes } = lookupOf(statement);
  const first = indexes.get(from.paragraphs[0]?.address ?? '');
  const last = indexes.get(to.paragraphs.at(-1)?.address ?? '');
  if (first === undefined || last === undefined || first > last) return undefined;
  return {
    ...from,
    kind: 'run',
    address: formatAddress(parsed),
    paragraphs: statement.paragraphs.slice(first, last + 1),
    span: { start: from.span.start, end: to.span.end },
  };
}

/** Every section of a statement in document order, nested ones after their parents. */
export function allSections({ sections }: { readonly sections: readonly Section[] }): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section)]);
}

/** The address of what a range of the file covers: a paragraph, a section's heading, or a run; empty outside the text. */
export function addressAt(statement: Statement, span: Span): string {
  const touched = paragraphsTouching(statement, span);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first !== undefined && last !== undefined) {
    return formatAddress(first === last ? { from: first.path } : { from: first.path, to: last.path });
  }
  return allSections(statement).findLast(({ headingSpan }) => overlaps(headingSpan, span))?.address ?? '';
}

/** The heading of the section in which a passage stands, outermost first: `三、务实合作`; empty without sections. */
export function headingOf({ section }: Passage): string {
  const parts: string[] = [];
  for (let at = section; at !== undefined; at = at.parent) {
    parts.unshift([at.label, at.heading].filter((part) => part !== '').join('、'));
  }
  return parts.filter((part) => part !== '').join(' › ');
}

/** The first characters of a text, cut with a sign at a whole character. */
export function openingWords(text: string, length: number): string {
  const characters = Array.from(text.slice(0, length * 2 + 2));
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}

function findSingle(statement: Statement, path: AddressPath): Passage | undefined {
  const address = formatPath(path);
  const lookup = lookupOf(statement);
  const section = lookup.sections.get(address);
  if (section !== undefined) {
    const paragraphs = paragraphsWithin(section);
    return paragraphs.length === 0
      ? undefined
      : { kind: 'section', statement, address, paragraphs, section, span: section.span };
  }
  const paragraph = statement.paragraphs[lookup.paragraphs.get(address) ?? -1];
  if (paragraph === undefined) return undefined;
  const own = paragraph.section === undefined ? {} : { section: paragraph.section };
  return { kind: 'paragraph', statement, address, paragraphs: [paragraph], span: paragraph.span, ...own };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
