import type { Paragraph, Statement } from '../statement/model.ts';

/** A paragraph that answers a query. */
export interface Hit {
  readonly statement: Statement;
  readonly paragraph: Paragraph;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Where the query stands in `paragraph.text`: UTF-16 offsets, in order, not overlapping. */
  readonly matches: readonly (readonly [number, number])[];
}

export interface Hits {
  /** Best first, at most as many as were asked for. */
  readonly hits: readonly Hit[];
  /** How many paragraphs match in all. */
  readonly total: number;
}

/**
 * Finds paragraphs by their words. The engine behind it may change; what it promises does not: statements are put
 * in and taken out one by one while queries go on, and an answer speaks of what is in at that moment.
 */
export interface PassageSearch {
  add(statement: Statement): void;
  remove(statement: Statement): void;
  search(query: string, limit: number): Hits;
}
