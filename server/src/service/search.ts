import { formatLocator } from '../core/citation/format-locator.ts';
import type { Range } from '../core/span.ts';
import { dateOf } from '../core/statement/date.ts';
import { shortTitle } from './describe.ts';
import type { Library } from './library.ts';

export interface FoundPassage {
  readonly key: string;
  /** Of the statement, in its short form if it has one. */
  readonly title: string;
  /** When the statement was signed, else published; empty if it does not say. */
  readonly date: string;
  readonly address: string;
  readonly locator: string;
  readonly text: string;
  readonly score: number;
  readonly matches: readonly (readonly [number, number])[];
  readonly uri: string;
  readonly range: Range;
}

export interface FoundPassages {
  readonly passages: readonly FoundPassage[];
  readonly total: number;
}

/** Paragraphs that a query finds, best first. */
export function searchPassages({ passages }: Library, query: string, limit: number): FoundPassages {
  const { hits, total } = passages.search(query, limit);
  return {
    total,
    passages: hits.map(({ statement, paragraph, score, matches }) => ({
      key: statement.key,
      title: shortTitle(statement),
      date: dateOf(statement),
      address: paragraph.address,
      locator: formatLocator(paragraph.address, statement),
      text: paragraph.text,
      score: Math.round(score * 1000) / 1000,
      matches,
      uri: statement.uri,
      range: statement.lines.rangeOf(paragraph.span),
    })),
  };
}
