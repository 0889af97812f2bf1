/**
 * What a number in a locator counts. `any` is a number that does not say: the 4 and the 3 of `4.3`, the 三 of
 * 四（三）; it follows the address, whatever stands there.
 */
export type LevelKind = 'preamble' | 'part' | 'chapter' | 'section' | 'article' | 'paragraph' | 'any';

/** `4`, `4.3`, `5(2)(a)` or 四（三）. */
export interface NumberPath {
  /** From the outermost inwards; never empty. */
  readonly numbers: readonly number[];
  /** How many of them stand before any parenthesis. */
  readonly dotted: number;
}

/** One number, or a run of them. */
export interface UnitItem {
  readonly from: NumberPath;
  readonly to?: NumberPath;
}

/** Numbers under one label, as 第3、5段 or `paras. 3-5` has them. */
export interface Unit {
  readonly kind: LevelKind;
  /** Never empty. */
  readonly items: readonly UnitItem[];
  /** True for numbers without any label, as in 4.3. */
  readonly isBare?: true;
}

/** What one reader of units finds. */
export interface UnitReading {
  /** More than one where a label names two levels: PP3 is the preamble and its third paragraph. */
  readonly units: readonly Unit[];
  readonly end: number;
}
