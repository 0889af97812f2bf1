import { isChinese } from '../../script.ts';
import type { BlockReading } from './block-reading.ts';
import { impliedPage } from './implied-page.ts';
import { replaceLocator } from './page-trap.ts';
import { ownSuffix } from './places.ts';
import { siteOf, suffixPlace } from './suffix-place.ts';
import type { Trap, TrapContext } from './trap.ts';

/** The English labels of places in a statement that Pandoc knows. */
const LABEL =
  /^(?:,\s*|\s+)((?:sections?|secs?\.|paragraphs?|paras?\.|chapters?|chaps?\.|parts?|pts?\.))(?=\s*\d)/iu;

/**
 * `[@k, sec. 4, para. 3]` under `lang: zh`: Pandoc knows the labels of the document's language alone, and prints those
 * of another as they stand. Reported where the passage is known, so that the form for it can be told.
 */
export function foreignLabels(
  { text, citations }: BlockReading,
  { language, statement }: TrapContext,
): Trap[] {
  if (language === undefined || !isChinese(language)) return [];
  return citations.flatMap((citation): Trap[] => {
    const known = statement(citation.key);
    const place = suffixPlace(citation, text);
    if (known === undefined || place === undefined) return [];
    const suffix = text.slice(place.start, place.end);
    const [found = '', label = ''] = LABEL.exec(suffix) ?? [];
    if (label === '' || impliedPage(suffix, language) !== undefined) return [];
    const own = ownSuffix(citation, known);
    // What Pincite writes for a treaty in English has labels where no sign is understood.
    if (own === undefined || suffix.startsWith(own)) return [];
    const edit = replaceLocator(citation, place, own);
    const end = place.start + found.length;
    return [
      {
        code: 'label-language',
        span: { start: end - label.length, end },
        site: siteOf(citation),
        values: { label, language, form: own.replace(/^, /, '') },
        fixes: edit === undefined || impliedPage(own, language) !== undefined ? [] : [{ edits: [edit] }],
      },
    ];
  });
}
