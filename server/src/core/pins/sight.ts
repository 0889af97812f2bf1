import type { Passage } from '../passage.ts';
import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';
import type { Pin } from './pin.ts';

/** What a citation or a quotation of a draft sees now. */
export interface Sight extends Omit<Pin, 'passages'> {
  /** In the draft. */
  readonly span: Span;
  /** Absent for a key that no statement has. */
  readonly statement?: Statement;
  /** Those that exist, in the order in which they are cited. */
  readonly passages: readonly Passage[];
  /** False where something that is cited does not exist. */
  readonly isWhole: boolean;
}

export function paragraphsOf({ paragraphs }: Passage): string[] {
  return paragraphs.map(({ text }) => text);
}

/** The words that a sight has before it, to be compared as a whole. */
export function sightWords({ passages }: Sight): string {
  return JSON.stringify(passages.map(paragraphsOf));
}

export function pinWords({ passages }: Pin): string {
  return JSON.stringify(passages.map(({ paragraphs }) => paragraphs));
}
