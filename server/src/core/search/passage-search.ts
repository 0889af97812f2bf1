import type { Range } from '../span.ts';
import type { StatementEntry, UnitEntry } from './entry.ts';

/** A paragraph, or the heading of a section, that answers a query. */
export interface Hit extends Pick<StatementEntry, 'uri' | 'key' | 'title' | 'date'>, UnitEntry {
  readonly range: Range;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Where the query stands in `text`: UTF-16 offsets, in order, not overlapping. */
  readonly matches: readonly (readonly [number, number])[];
}

export interface Hits {
  /** Best first, at most as many as were asked for. */
  readonly hits: readonly Hit[];
  /** How many passages were found in all. */
  readonly total: number;
  /** True if there may be more than `total`: counting stops once there are many. */
  readonly more: boolean;
  /** True if nothing holds the words, and the hits are those that come nearest. */
  readonly isNear: boolean;
}

/**
 * Finds passages by their words. Statements are put in and taken out one by one while queries go on; an answer speaks
 * of what is indexed at that moment.
 */
export interface PassageSearch {
  /** True if what is indexed of a file is the version with this stamp. */
  has(uri: string, stamp: string): boolean;
  /** Puts in a statement in place of what its file held. */
  put(entry: StatementEntry): void;
  /** Takes out the statement of a file. */
  remove(uri: string): void;
  search(query: string, limit: number): Promise<Hits>;
  /** Indexes what came in since, a few milliseconds at a time between which others have their turn. */
  takeIn(): Promise<void>;
  /** The same, and makes few large segments of many small ones, which are slower to search. */
  settle(): Promise<void>;
  /** How many passages came in since: they are found once they are few, or after `takeIn`. */
  waiting(): number;
}
