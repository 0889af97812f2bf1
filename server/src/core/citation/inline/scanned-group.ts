import type { Span } from '../../span.ts';
import type { KeyToken } from './token.ts';

/** One citation as its parts stand in a block. */
export interface ScannedItem {
  readonly key: KeyToken;
  readonly prefix: Span;
  readonly suffix: Span;
}

/** Citations that one bracket holds, or the one in running text with those in its bracket. */
export interface ScannedGroup {
  readonly span: Span;
  readonly isTextual: boolean;
  /** Never empty. */
  readonly items: readonly ScannedItem[];
}
