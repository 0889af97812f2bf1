import type { Statement } from '../statement/model.ts';
import { compose, link, punctuate, type Part, type Piece } from './compose.ts';
import { dateIn, wordsOf, type Draft } from './draft.ts';
import { CHICAGO_LOCATORS } from './locator-words.ts';
import { joinNames } from './names.ts';
import { notes } from './notes.ts';
import type { Rich } from './rich.ts';
import { sourceOf, type Source } from './source.ts';
import type { StyleTemplate } from './template.ts';
import { inItalics, quoted } from './titles.ts';
import { volumeOf } from './volume.ts';
import { locatorIn, type Work } from './work.ts';

/**
 * The Chicago Manual of Style, 18th edition, notes and bibliography: newspapers are cited by their date, without
 * pages; titles of treaties and documents are quoted, those of reports in italics; a later note has the short title,
 * which the manual prefers to ibid. What nobody has signed
 * is listed under the newspaper or site.
 */
export const CHICAGO: StyleTemplate = {
  kind: 'note',
  cite: (works, draft) =>
    notes(works, {
      cite: (work) => (work.position === 'first' ? firstNote(work, draft) : laterNote(work, draft)),
      comma: ', ',
      between: '; ',
      stop: '.',
    }),
  entry,
};

function firstNote(work: Work, draft: Draft): Rich {
  const source = sourceOf(work.statement);
  return commaed([
    namesOf(source, draft, 2, 1),
    titleOf(source, source.title, draft),
    source.number,
    dateIn(draft, source.signed),
    ...publicationOf(source, draft),
    locatorIn(work, draft, CHICAGO_LOCATORS),
    link(source.url),
  ]);
}

function laterNote(work: Work, draft: Draft): Rich {
  const source = sourceOf(work.statement);
  return commaed([
    namesOf(source, draft, 2, 1),
    titleOf(source, source.short, draft),
    locatorIn(work, draft, CHICAGO_LOCATORS),
  ]);
}

function entry(statement: Statement, draft: Draft): Rich {
  const source = sourceOf(statement);
  const { isUnsigned, container, ...rest } = source;
  const isUnderContainer = isUnsigned && container !== undefined;
  const by = isUnderContainer ? inItalics(container) : namesOf(source, draft, 6, 3);
  const page = source.type === 'article-newspaper' ? undefined : source.page;
  const published = [...publicationOf(isUnderContainer ? { ...rest, isUnsigned } : source, draft), page];
  const isNear = isUnderContainer && source.number === undefined && source.signed === undefined;
  return punctuate(
    compose([
      ['', by],
      ['. ', titleOf(source, source.title, draft)],
      ['. ', source.number],
      ['. ', dateIn(draft, source.signed)],
      [isNear ? ', ' : '. ', commaed(published)],
      ['. ', link(source.url)],
    ]),
    '.',
  );
}

function publicationOf(source: Source, draft: Draft): Piece[] {
  return [
    inItalics(source.container),
    volumeOf(source, draft),
    source.place,
    source.publisher,
    dateIn(draft, source.date),
  ];
}

function titleOf(source: Source, title: string, draft: Draft): Piece {
  const isReport = source.type === 'report' || source.type === 'book';
  return isReport && !/\p{Script=Han}/u.test(title) ? inItalics(title) : quoted(title, source, draft);
}

function namesOf({ authors }: Source, draft: Draft, most: number, kept: number): string {
  const { and, etAl } = wordsOf(draft);
  const separator = draft.isHan ? '、' : ', ';
  const lastAnd = draft.isHan || draft.isRussian ? and : ',' + and;
  return joinNames(authors, { separator, and, lastAnd, most, kept, others: etAl });
}

function commaed(pieces: readonly Piece[]): Rich {
  return compose(pieces.map((piece): Part => [', ', piece]));
}
