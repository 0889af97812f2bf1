import type { Statement } from '../statement/model.ts';
import { compose, link, wrapped, type Piece } from './compose.ts';
import { britishDate } from './dates.ts';
import { dateIn, wordsOf, type Draft } from './draft.ts';
import { OSCOLA_LOCATORS } from './locator-words.ts';
import { joinNames } from './names.ts';
import { notes } from './notes.ts';
import type { Rich } from './rich.ts';
import { sourceOf, type Source } from './source.ts';
import type { StyleTemplate } from './template.ts';
import { inItalics, isBookMarked, quoted, singleQuoted } from './titles.ts';
import { volumeOf } from './volume.ts';
import { isIbid, locatorIn, type Work } from './work.ts';

/**
 * OSCOLA, 4th edition: newspapers and web pages by title and date (3.4.9, 3.4.8), the address in angled brackets with
 * the date of access (3.1.4), treaties by their bare name, documents of the United Nations with `UN Doc`, pinpoints
 * without full stops, `ibid` in small letters, later notes with the number of the first if it is known (1.2.1).
 */
export const OSCOLA: StyleTemplate = {
  kind: 'note',
  cite: (works, draft) =>
    notes(works, {
      cite: (work) => cite(work, draft),
      comma: ', ',
      between: '; ',
      stop: '.',
    }),
  entry: (statement, draft) => full(statement, draft, ''),
};

function cite(work: Work, draft: Draft): Rich {
  const locator = locatorIn(work, draft, OSCOLA_LOCATORS);
  if (work.position === 'first') return full(work.statement, draft, locator);
  if (isIbid(work)) {
    return compose([
      ['', draft.isHan || draft.isRussian ? wordsOf(draft).ibid : 'ibid'],
      [draft.isHan || draft.isRussian ? ', ' : ' ', locator],
    ]);
  }
  const source = sourceOf(work.statement);
  const { firstNote } = work;
  return compose([
    ['', namesOf(source, draft)],
    [', ', titleOf(source, source.short, draft)],
    [' ', firstNote === undefined ? undefined : `(n ${String(firstNote)})`],
    [' ', locator],
  ]);
}

function full(statement: Statement, draft: Draft, locator: string): Rich {
  const source = sourceOf(statement);
  const isOnWeb = source.kind === 'web';
  const published = compose([
    ['', isOnWeb ? inItalics(source.container) : undefined],
    [', ', source.publisher],
    [', ', source.place],
    [', ', dateIn(draft, source.date, britishDate)],
  ]);
  const access = draft.accessed ?? source.accessed;
  return compose([
    ['', namesOf(source, draft)],
    [', ', titleOf(source, source.title, draft)],
    [' ', wrapped('(', signedOn(source, draft), ')')],
    [' ', volumeOf(source, draft)],
    [' ', isOnWeb ? undefined : inItalics(source.container)],
    [' ', wrapped('(', published, ')')],
    [' ', numberOf(source)],
    [source.number === undefined ? ' ' : ', ', locator],
    [' ', locator === '' ? source.page : undefined],
    [' ', wrapped('<', link(source.url), '>')],
    [' ', source.url === undefined || access === undefined ? undefined : accessedOn(access, draft)],
  ]);
}

function numberOf({ number }: Source): string | undefined {
  const isUnitedNations = number !== undefined && /^(?:A|S|E|T|ST)\/\S/u.test(number);
  return isUnitedNations ? `UN Doc ${number}` : number;
}

function signedOn({ signed }: Source, draft: Draft): string | undefined {
  const date = dateIn(draft, signed, britishDate);
  if (date === undefined || draft.isHan) return date;
  return draft.isRussian ? `подписано ${date}` : `signed ${date}`;
}

function accessedOn(date: string, draft: Draft): string {
  const day = dateIn(draft, date, britishDate) ?? '';
  if (draft.isHan) return `${day}访问`;
  return draft.isRussian ? `дата обращения ${day}` : `accessed ${day}`;
}

/** `‘Title’`; a treaty goes by its bare name. */
function titleOf(source: Source, title: string, draft: Draft): Piece {
  if (isBookMarked(source, draft) || draft.isRussian) return quoted(title, source, draft);
  return source.type === 'treaty' ? title : singleQuoted(title);
}

function namesOf({ authors }: Source, draft: Draft): string {
  const { and, etAl } = wordsOf(draft);
  const others = draft.isHan || draft.isRussian ? etAl : ' and others';
  return joinNames(authors, { separator: draft.isHan ? '、' : ', ', and, most: 3, kept: 1, others });
}
