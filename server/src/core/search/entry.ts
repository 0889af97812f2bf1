import type { Range } from '../span.ts';

/**
 * What the index keeps of a statement: enough to answer a query without the parsed statement, so that a stored index
 * can answer before a single file has been read again.
 */
export interface StatementEntry {
  readonly uri: string;
  readonly key: string;
  /** The short title if there is one. */
  readonly title: string;
  /** When it was signed, else published: `YYYY-MM-DD` or a beginning of it; empty if it does not say. */
  readonly date: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** By what a query may name the statement besides key, dates and language: its titles. */
  readonly names: readonly string[];
  /** Tells this version of the file from others; empty where nothing does. */
  readonly stamp: string;
  /** In document order; a heading stands before the paragraphs under it. */
  readonly units: readonly UnitEntry[];
}

/** A passage that is found by its words. */
export interface UnitEntry {
  readonly kind: 'heading' | 'paragraph';
  readonly address: string;
  readonly locator: string;
  /** The words of the paragraph, or the title of the section. */
  readonly text: string;
  /** Where the words stand in the file. */
  readonly range: Range;
}
