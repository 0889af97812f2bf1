import { parseLocator, toAddresses } from '../citation/locator.ts';
import { fold } from '../fold.ts';

/** What a person typed, taken apart: words to find, and the places they named. */
export interface Query {
  /** The words between spaces, folded; none is empty. */
  readonly terms: readonly string[];
  /** All words as one folded string. */
  readonly phrase: string;
  /** Canonical addresses named in the query (`四.3`, `§ 4 ¶ 3`, `第四部分第3段`); empty if it names none. */
  readonly addresses: readonly string[];
}

/**
 * A word of its own that reads as a locator is an address; a number alone is a word, since it may as well be a year
 * or a quantity. `§ 4 ¶ 3` and `sec. 4, para. 3` are read across their spaces.
 */
export function readQuery(text: string): Query {
  const whole = addressesOf(text.trim());
  if (whole.length > 0) return { terms: [], phrase: '', addresses: whole };
  const words: string[] = [];
  const addresses: string[] = [];
  for (const word of text.split(/[\s\u3000]+/)) {
    const named = addressesOf(word);
    if (named.length > 0) addresses.push(...named);
    else if (word !== '') words.push(word);
  }
  const terms = words.map((word) => fold(word).text).filter((term) => term !== '');
  return { terms, phrase: terms.join(''), addresses };
}

function addressesOf(text: string): readonly string[] {
  if (/^\p{N}*$/u.test(text)) return [];
  const locator = parseLocator(text);
  // The whole word must be the locator: 四月 and 第三方 are words.
  if (locator === undefined || locator.span.end - locator.span.start < text.length) return [];
  return toAddresses(locator);
}
