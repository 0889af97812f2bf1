import { formatLocator } from '../core/citation/format-locator.ts';
import { openingWords } from '../core/passage.ts';
import type { Title } from '../core/search/title-search.ts';
import type { Range } from '../core/span.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Library } from './library.ts';

export interface FoundSection {
  readonly key: string;
  readonly title: string;
  /** Empty for the statement itself. */
  readonly address: string;
  readonly locator: string;
  readonly heading: string;
  readonly opening: string;
  readonly uri: string;
  readonly range: Range;
}

const OPENING_LENGTH = 60;

/** Statements and sections by title, number and heading; all of them for an empty query. */
export function findSections({ titles }: Library, query: string, limit: number): FoundSection[] {
  return titles.search(query, limit).map(describe);
}

function describe({ statement, section }: Title): FoundSection {
  const { lines, uri, key, paragraphs, metadata } = statement;
  const first =
    section === undefined ? paragraphs[0] : (section.paragraphs[0] ?? section.sections[0]?.paragraphs[0]);
  return {
    ...{ key, uri, title: shortTitle(statement), address: section?.address ?? '' },
    locator: section === undefined ? '' : formatLocator(section.address, statement),
    heading: section === undefined ? metadata.title : section.heading,
    opening: openingWords(first?.text ?? '', OPENING_LENGTH),
    range: lines.rangeOf(section?.span ?? { start: first?.span.start ?? 0, end: first?.span.start ?? 0 }),
  };
}
