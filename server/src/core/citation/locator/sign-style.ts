import { numbersLabelled, wordedStyle } from './worded-style.ts';

/** `§ 4, ¶ 3`, `art. 5(a)`, `preamble, ¶ 1`: signs that Pandoc reads in every language. */
export const SIGNS = wordedStyle({
  section: ['§', '§§'],
  part: ['pt.', 'pts.'],
  chapter: ['ch.', 'chs.'],
  article: ['art.', 'arts.'],
  paragraph: ['¶', '¶¶'],
  numberedParagraph: ['¶', '¶¶'],
  preamble: 'preamble',
  dash: '-',
  to: ' to ',
});

/** `§ 4.3`, for an address whose usual form would be read otherwise. */
export function signedNumbers(address: string): string {
  return numbersLabelled('§', ' to ', address);
}
