import type { Span } from '../../span.ts';
import { isChinese } from '../../script.ts';
import type { Citation } from '../citation.ts';
import type { BlockReading } from './block-reading.ts';
import { impliedPage } from './implied-page.ts';
import { ownSuffix, placesOf } from './places.ts';
import { siteOf, suffixPlace } from './suffix-place.ts';
import type { TextEdit, Trap, TrapContext } from './trap.ts';

/**
 * `[@k, 第3段]`: a word with a digit after an ASCII comma or a space is a page to Pandoc, and is printed “p. 第3段”.
 * With a full-width comma it is kept as it stands. Words without Han characters are a trap only where they name a
 * passage of a statement; in others they may well be pages.
 */
export function pageTraps({ text, citations }: BlockReading, { language, statement }: TrapContext): Trap[] {
  return citations.flatMap((citation): Trap[] => {
    const place = suffixPlace(citation, text);
    if (place === undefined) return [];
    const suffix = text.slice(place.start, place.end);
    const page = impliedPage(suffix, language);
    if (page === undefined) return [];
    const word = suffix.slice(page.start, page.end);
    const known = statement(citation.key);
    const hasHan = /\p{Script=Han}/u.test(word);
    const isPassage = known !== undefined && /^[^?]+$/.test(placesOf(citation, known) ?? '');
    if (!hasHan && !isPassage) return [];
    const own = known === undefined ? undefined : ownSuffix(citation, known);
    const keepsWords = hasHan && (known === undefined || isChinese(known.metadata.language));
    const isSafe = own !== undefined && impliedPage(own, language) === undefined;
    const edit =
      !keepsWords && isSafe
        ? replaceLocator(citation, place, own)
        : fullWidthComma(text, { start: place.start, end: place.start + page.start });
    const form = !keepsWords && isSafe ? own.replace(/^, /, '') : `，${word}`;
    return [
      {
        code: 'page-trap',
        span: { start: place.start + page.start, end: place.start + page.end },
        site: siteOf(citation),
        values: { word, form },
        fixes: edit === undefined ? [] : [{ edits: [edit] }],
      },
    ];
  });
}

/** Puts what Pincite writes in the place of the locator and of what stands before it. */
export function replaceLocator({ locator }: Citation, place: Span, own: string): TextEdit | undefined {
  if (locator === undefined) return undefined;
  return { span: { start: place.start, end: locator.span.end }, text: own };
}

/** Puts a full-width comma in the place of a comma and spaces, whatever of it there is. The end of a line stays. */
export function fullWidthComma(text: string, { start, end }: Span): TextEdit {
  const separator = text.slice(start, end);
  const width = separator.includes('\n') ? (separator.startsWith(',') ? 1 : 0) : separator.length;
  return { span: { start, end: start + width }, text: '，' };
}
