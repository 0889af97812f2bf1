import { fold } from '../fold.ts';
import type { Span } from '../span.ts';
import { readDate } from '../statement/date.ts';
import type { Statement } from '../statement/model.ts';
import { parseLocator } from './locator.ts';
import { resolveLocator } from './resolve-locator.ts';
import { statementsEndingWith } from './title-names.ts';

/** A title in running text, 《全球战略稳定的联合声明》第12段, that names one statement of the corpus and no other. */
export interface TitleMention {
  /** The title with its marks, and the locator that follows. */
  readonly span: Span;
  readonly statement: Statement;
  /** Of the passages that the locator names and that exist; empty if there is no locator. */
  readonly addresses: readonly string[];
}

const TITLE = /《((?:[^《》]|〈[^〉]*〉){4,120})》/g;
/** Shorter folded titles name a kind of text (联合声明) rather than one. */
const SHORTEST = 6;
/** How far before a title its date may stand: 2016年6月两国元首签署并发表的《…》. */
const DATE_DISTANCE = 24;

/**
 * Finds titles between 《 and 》. A title names a statement if the statement's title, or its short title, ends with it
 * or is it; if it fits several, or if a date just before it is not the statement's, it names none.
 */
export function findTitleMentions(text: string, statements: readonly Statement[]): TitleMention[] {
  if (!text.includes('《')) return [];
  return [...text.matchAll(TITLE)].flatMap((match) => {
    const title = fold(match[1] ?? '').text;
    if (title.length < SHORTEST) return [];
    const [only, ...others] = statementsEndingWith(title, statements);
    const start = match.index;
    if (only === undefined || others.length > 0 || contradicts(text.slice(0, start), only)) return [];
    const end = start + match[0].length;
    const locator = parseLocator(text.slice(end, end + 40));
    if (locator === undefined || locator.span.start > 0) {
      return [{ span: { start, end }, statement: only, addresses: [] }];
    }
    const { found } = resolveLocator(locator, only);
    return [{ span: { start, end: end + locator.span.end }, statement: only, addresses: found }];
  });
}

/** True if the words just before a title give a date that is neither the statement's signing nor its printing. */
function contradicts(before: string, { metadata }: Statement): boolean {
  const near = before.slice(-DATE_DISTANCE);
  const day = readDate(near);
  const dates = [metadata.eventDate, metadata.issued].filter((date) => date !== undefined);
  if (dates.length === 0) return false;
  if (day !== undefined) return !dates.includes(day);
  const month = /(\d{4})年(?:(\d{1,2})月)?/.exec(near);
  if (month === null) return false;
  const prefix = month[2] === undefined ? (month[1] ?? '') : `${month[1] ?? ''}-${month[2].padStart(2, '0')}`;
  return !dates.some((date) => date.startsWith(prefix));
}
