import type { LevelKind } from './unit.ts';

/** One step inwards. The preamble is number 0. */
export interface LocatorLevel {
  readonly kind: LevelKind;
  readonly number: number;
}

/** One cited passage, or a run of passages with both ends included. */
export interface CitedPassage {
  /** From the outermost level inwards; never empty. */
  readonly from: readonly LocatorLevel[];
  /** Whole, outer levels included, even where the text leaves them out; absent if one passage is cited. */
  readonly to?: readonly LocatorLevel[];
}
