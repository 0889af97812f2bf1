import { parseAddress } from '../address.ts';
import { hasUsualForm, usualForm } from '../citation/format-locator.ts';
import { chineseStyle } from '../citation/locator/chinese-style.ts';
import type { LocatorStyle, ParagraphNumbers } from '../citation/locator/locator-style.ts';
import { placeOf, shareSection, type Place } from '../citation/locator/place.ts';
import { SIGNS } from '../citation/locator/sign-style.ts';
import { wordedStyle, type LocatorWords } from '../citation/locator/worded-style.ts';
import { isChinese } from '../script.ts';
import type { Statement } from '../statement/model.ts';

const PARAGRAPH = ['para.', 'paras.'] as const;

/** Abbreviated, as notes of the Chicago Manual have them: `sec. 4, paras. 3–5`. */
export const CHICAGO_LOCATORS: LocatorWords = {
  section: ['sec.', 'secs.'],
  part: ['pt.', 'pts.'],
  chapter: ['chap.', 'chaps.'],
  article: ['art.', 'arts.'],
  paragraph: PARAGRAPH,
  numberedParagraph: PARAGRAPH,
  preamble: 'preamble',
  dash: '–',
  to: ' to ',
};

/** APA writes out what divides a work, and shortens the paragraph: `Section 4, para. 3`. */
export const APA_LOCATORS: LocatorWords = {
  ...CHICAGO_LOCATORS,
  section: ['Section', 'Sections'],
  part: ['Part', 'Parts'],
  chapter: ['Chapter', 'Chapters'],
  article: ['Article', 'Articles'],
  preamble: 'Preamble',
};

/** `sec. 4, par. 3` */
export const MLA_LOCATORS: LocatorWords = {
  ...CHICAGO_LOCATORS,
  chapter: ['ch.', 'chs.'],
  paragraph: ['par.', 'pars.'],
  numberedParagraph: ['par.', 'pars.'],
};

/** OSCOLA has no full stops: `s 4, para 3`. */
export const OSCOLA_LOCATORS: LocatorWords = {
  ...CHICAGO_LOCATORS,
  section: ['s', 'ss'],
  part: ['pt', 'pts'],
  chapter: ['ch', 'chs'],
  article: ['art', 'arts'],
  paragraph: ['para', 'paras'],
  numberedParagraph: ['para', 'paras'],
};

/** разд. 4, абз. 3; a paragraph with a number of its own is a пункт. */
const RUSSIAN_LOCATORS: LocatorWords = {
  section: ['разд.', 'разд.'],
  part: ['ч.', 'ч.'],
  chapter: ['гл.', 'гл.'],
  article: ['ст.', 'ст.'],
  paragraph: ['абз.', 'абз.'],
  numberedParagraph: ['п.', 'пп.'],
  preamble: 'преамбула',
  dash: '–',
  to: ' – ',
};

/**
 * The locator of several passages of one statement, in the language of the draft: Chinese, Russian, or English in the
 * words of the style. Paragraphs of one section are named together: 第四部分第3、5段, `sec. 4, paras. 3, 5`. An
 * address whose usual form could mean another passage is written by its numbers. Empty for no address.
 */
export function locatorOf(
  addresses: readonly string[],
  statement: Statement,
  language: string,
  english: LocatorWords,
): string {
  const isHan = isChinese(language);
  const style = isHan
    ? chineseStyle(language)
    : wordedStyle(/^ru\b/i.test(language) ? RUSSIAN_LOCATORS : english);
  // What stands in words that nobody reads is built as what stands in signs, so that these can be asked.
  const readable = isHan ? style : SIGNS;
  const written: string[] = [];
  let open: Gathered | undefined;
  for (const address of addresses.filter((each) => each !== '')) {
    const isUsual = hasUsualForm(address, statement, readable);
    const next = isUsual ? gatherable(address, statement) : undefined;
    if (next !== undefined && open !== undefined && shareSection(open.place, next.place)) {
      open = { place: open.place, numbers: [...open.numbers, ...next.numbers] };
      written[written.length - 1] = style.paragraphs(open.place, open.numbers);
      continue;
    }
    open = next;
    written.push(isUsual ? usualForm(address, statement, style) : numbersOf(address, style));
  }
  return written.join(isHan ? '、' : '; ');
}

/** Paragraphs of one section. */
interface Gathered {
  readonly place: Place;
  readonly numbers: readonly ParagraphNumbers[];
}

function gatherable(address: string, { sections }: Statement): Gathered | undefined {
  const range = parseAddress(address);
  if (range === undefined) return undefined;
  const place = placeOf(range.from, sections);
  if (place.paragraph === undefined) return undefined;
  if (range.to === undefined) return { place, numbers: [[place.paragraph]] };
  const end = placeOf(range.to, sections);
  if (end.paragraph === undefined || !shareSection(place, end)) return undefined;
  return { place, numbers: [[place.paragraph, end.paragraph]] };
}

function numbersOf(address: string, style: LocatorStyle): string {
  return parseAddress(address) === undefined ? address : style.numbers(address);
}
