import type { Library } from './library.ts';

/** A place that holds some words. */
export interface LocatedPassage {
  readonly key: string;
  readonly address: string;
  readonly title: string;
  readonly locator: string;
  readonly words: string;
}

/** The passages that hold a text word for word. */
export function locateWords(_library: Library, _text: string): Promise<readonly LocatedPassage[]> {
  return Promise.resolve([]);
}
