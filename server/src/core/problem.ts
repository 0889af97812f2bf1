import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'information';

/**
 * Something wrong with an input, as data: what (`code`, kebab-case and stable), where, and the words that the
 * message needs. `service/messages.ts` turns it into a sentence.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly span: Span;
  /** Fills the placeholders of the message, by name. */
  readonly values: Readonly<Record<string, string>>;
}

export type ProblemCode =
  | 'front-matter-invalid'
  | 'front-matter-unclosed'
  | 'front-matter-field'
  | 'key-missing'
  | 'key-invalid'
  | 'title-missing'
  | 'no-text'
  | 'duplicate-key'
  | 'replaces-shipped'
  | 'section-duplicate'
  | 'section-missing'
  | 'line-too-long'
  | 'not-utf8'
  | 'unreadable-file'
  | 'missing-folder'
  | 'unreadable-folder'
  | 'reading-stopped'
  | 'unknown-key'
  | 'no-such-passage'
  | 'repeated-passage'
  | 'spliced-sentence'
  | 'foreign-word'
  | 'unbalanced-marks'
  | 'broken-off'
  | 'doubled-word'
  | 'locator-not-understood';
