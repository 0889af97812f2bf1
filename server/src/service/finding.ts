import type { Severity } from '../core/problem.ts';
import type { Range } from '../core/span.ts';

/** Something that an editor marks in a file. */
export interface Finding {
  readonly range: Range;
  readonly code: string;
  readonly severity: Severity | 'hint';
  readonly message: string;
  /** Other places that belong to it. */
  readonly related?: readonly RelatedPlace[];
  /** The words that were pinned, and those that stand in their place now; absent where nothing does. */
  readonly was?: string;
  readonly now?: string;
}

export interface RelatedPlace {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}
