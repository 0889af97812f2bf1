import type { Span } from '../span.ts';

/**
 * What can make a reader doubt a single witness:
 *
 * - `repeated-passage`: a passage that stands word for word earlier in the same statement
 * - `spliced-sentence`: a sentence that begins in one passage and ends in another
 * - `foreign-word`: a word of another language amid running Chinese text
 * - `unbalanced-marks`: a bracket, quotation mark or title mark without its counterpart
 * - `broken-off`: a paragraph that ends, or begins, in the middle of a sentence
 * - `doubled-word`: words that stand twice in a row and are no normal reduplication
 */
export type SignKind =
  | 'repeated-passage'
  | 'spliced-sentence'
  | 'foreign-word'
  | 'unbalanced-marks'
  | 'broken-off'
  | 'doubled-word';

/** A place that looks corrupt, and why. Nothing is changed on the strength of it: a reader decides. */
export interface Sign {
  readonly kind: SignKind;
  /** The suspicious words, in the file. */
  readonly span: Span;
  /** The address of the paragraph they stand in. */
  readonly address: string;
  /** What the reason needs, by name: see `messageOf` for each kind. */
  readonly reasonValues: Readonly<Record<string, string>>;
  /** The place that the words also stand at; absent if the sign needs no second place. */
  readonly related?: RelatedPlace;
}

export interface RelatedPlace {
  /** The statement; absent if it is the same one. */
  readonly key?: string;
  readonly address: string;
  /** The place in the file of that statement. */
  readonly span: Span;
}

/** Of one kind no more signs than this are given: a file with more of them is no statement, and nobody reads them. */
export const MOST_SIGNS_OF_A_KIND = 200;
