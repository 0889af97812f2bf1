import type { Severity } from '../problem.ts';
import type { Span } from '../span.ts';

/** A place in a file; positions are UTF-16 offsets in its text. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/**
 * Something that the books of a corpus do not account for, as data; `service/corpus-messages.ts` turns it into a
 * sentence. `related` are the places that a reader wants beside it, such as the lines of the witness.
 */
export interface Finding extends Place {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Fills the placeholders of the sentence, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly related: readonly Place[];
}

export type FindingCode =
  // Sources
  | 'source-unclaimed' // characters that no witness and no furniture claims
  | 'source-claimed-twice'
  | 'source-altered' // not the file whose checksum is recorded
  | 'source-not-sealed'
  // Furniture
  | 'furniture-invalid'
  | 'furniture-source-missing'
  | 'furniture-out-of-range'
  | 'furniture-text' // the words that it names do not stand there
  | 'furniture-repeats' // what it is said to repeat does not stand there
  // Witnesses
  | 'witness-source-missing'
  | 'witness-out-of-range'
  | 'witness-siglum' // two witnesses with one siglum
  // Edited texts
  | 'text-not-carried' // characters of a text that no witness has at this place
  | 'text-not-regularised'
  | 'text-omits' // characters that the witnesses have at this place
  | 'text-joined' // two places of different witnesses put together
  | 'text-division' // a paragraph that no witness begins here
  | 'text-division-lost' // two paragraphs of the witnesses in one
  | 'text-unaddressed' // characters of a file that belong to no paragraph
  // What the front matter declares
  | 'emendation-address'
  | 'emendation-witness'
  | 'emendation-several'
  | 'emendation-reading'
  | 'doubt-text'
  | 'variant-text'
  | 'variant-reading'
  | 'variant-witness'
  | 'variant-unrecorded'
  | 'variants-unrecorded';
