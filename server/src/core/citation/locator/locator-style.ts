import type { Place } from './place.ts';

/** How locators are written in some languages. */
export interface LocatorStyle {
  passage(place: Place): string;
  run(from: Place, to: Place): string;
  /** The numbers alone, in a form that stays unambiguous inside a citation. */
  numbers(address: string): string;
}
