import type { Place } from './place.ts';

/** A paragraph by its number, or a run of them, both ends included. */
export type ParagraphNumbers = readonly [from: number, to?: number];

/** How locators are written in some languages. */
export interface LocatorStyle {
  passage(place: Place): string;
  run(from: Place, to: Place): string;
  /** Paragraphs and runs of them in the section that the place names: 第四部分第3、5—7段. */
  paragraphs(section: Place, numbers: readonly ParagraphNumbers[]): string;
  /** The numbers alone, in a form that stays unambiguous inside a citation. */
  numbers(address: string): string;
}
