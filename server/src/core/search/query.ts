import { parseLocator, type Locator } from '../citation/locator.ts';
import { fold } from '../fold.ts';
import { parseHanNumeral } from '../numeral.ts';

/** What a person typed, taken apart: words to find, and the places they named. */
export interface Query {
  /** The words between spaces, folded; none is empty. */
  readonly terms: readonly string[];
  /** All words as one folded string. */
  readonly phrase: string;
  /** Places named in the query (`四.3`, `§ 4 ¶ 3`, `第四部分第3段`); empty if it names none. */
  readonly locators: readonly Locator[];
  /** All of the query folded, if some of its places are in words that may as well stand in a text (第七章); else empty. */
  readonly spelled: string;
}

/** Nobody looks for more; what follows is left out of account. */
const LONGEST = 1000;

/**
 * What reads as a locator from one space to another is a place, spaces inside it included (`§ 4 ¶ 3`); a number alone
 * is a word, since it may as well be a year or a quantity.
 */
export function readQuery(text: string): Query {
  const terms: string[] = [];
  const locators: Locator[] = [];
  const query = text.slice(0, LONGEST);
  let isSpelled = false;
  let at = 0;
  while (at < query.length) {
    const [whole = '', gap = '', word = ''] = /^(\s*)(\S*)/.exec(query.slice(at)) ?? [];
    // In `四.3 战略` the number alone reads as a place: what follows would make it a quantity.
    const locator = locatorAt(query.slice(at + gap.length)) ?? locatorAt(word);
    if (locator !== undefined) {
      const end = at + gap.length + locator.span.end;
      locators.push(locator);
      isSpelled ||= !NUMERALS.test(fold(query.slice(at, end)).text);
      at = end;
      continue;
    }
    const term = fold(word).text;
    if (term !== '') terms.push(term);
    at += whole.length;
  }
  return { terms, phrase: terms.join(''), locators, spelled: isSpelled ? fold(query).text : '' };
}

/** What numbers fold to: Arabic, Han and Roman ones. */
const NUMERALS = /^[0-9十百千ivxlcdm]*$/;

/** The locator at the start of some text, if a word ends where it ends: 四月 and 第三方 are words. */
function locatorAt(text: string): Locator | undefined {
  const locator = parseLocator(text);
  if (locator === undefined || !/^(?:\s|$)/.test(text.slice(locator.span.end))) return undefined;
  const numeral = text.slice(0, locator.span.end).trim();
  return /^\p{N}*$/u.test(numeral) || parseHanNumeral(numeral) !== undefined ? undefined : locator;
}
