import type { Statement } from '../statement/model.ts';
import { compose, link, punctuate, richOf, wrapped, type Part, type Piece } from './compose.ts';
import { yearFirstDate } from './dates.ts';
import { dateIn, wordsOf, type Draft } from './draft.ts';
import { APA_LOCATORS } from './locator-words.ts';
import { joinNames } from './names.ts';
import { notes } from './notes.ts';
import type { Rich } from './rich.ts';
import { sourceOf, yearOfSource, type Source } from './source.ts';
import type { StyleTemplate } from './template.ts';
import { inItalics, quoted } from './titles.ts';
import { volumeOf } from './volume.ts';
import { locatorIn, type Work } from './work.ts';

/**
 * The Publication Manual of the American Psychological Association, 7th edition. A statement without an author stands
 * under its title (8.14), shortened in the text: quoted if it is part of a newspaper, in italics if it stands alone;
 * a report has its year alone. The place of a passage is a section and a paragraph (8.28); no full stop follows an address (9.35).
 */
export const APA: StyleTemplate = {
  kind: 'in-text',
  cite: (works, draft) =>
    wrapped(
      '(',
      notes(works, { cite: (work) => cite(work, draft), comma: ', ', between: '; ', stop: '' }),
      ')',
    ),
  entry,
};

function cite(work: Work, draft: Draft): Rich {
  const source = sourceOf(work.statement);
  const { and, etAl, noDate } = wordsOf(draft);
  const by = joinNames(source.authors, {
    ...{ separator: ', ', most: 2, kept: 1, others: etAl },
    and: draft.isHan || draft.isRussian ? and : ' & ',
  });
  const pieces = [
    by === '' ? titleInText(source, draft) : by,
    yearOfSource(source) ?? noDate,
    locatorIn(work, draft, APA_LOCATORS),
  ];
  return compose(pieces.map((piece): Part => [', ', piece]));
}

function entry(statement: Statement, draft: Draft): Rich {
  const source = sourceOf(statement);
  const { and, etAl } = wordsOf(draft);
  const by = joinNames(source.authors, {
    ...{ separator: draft.isHan ? '、' : ', ', most: 20, kept: 19, others: draft.isHan ? '等' : etAl },
    and: draft.isHan || draft.isRussian ? and : ', & ',
  });
  const number = wrapped('(', source.number, ')');
  const signed = wrapped('[', signedOn(source, draft), ']');
  const title = compose([
    ['', titleInEntry(source)],
    [' ', number],
    [' ', signed],
  ]);
  const date = wrapped('(', dateOf(source, draft), ')');
  const published = compose([
    ['', inItalics(source.container ?? source.publisher)],
    [', ', volumeOf(source, draft)],
    [', ', source.page],
  ]);
  const parts: Part[] =
    by === ''
      ? [
          ['', title],
          ['. ', date],
        ]
      : [
          ['', by],
          ['. ', date],
          ['. ', title],
        ];
  const body = punctuate(compose([...parts, ['. ', published]]), '.');
  return compose([
    ['', body],
    [' ', link(source.url)],
  ]);
}

function dateOf(source: Source, draft: Draft): string {
  const date = source.type === 'report' ? undefined : dateIn(draft, source.date, yearFirstDate);
  return date ?? yearOfSource(source) ?? wordsOf(draft).noDate;
}

/** The date of the signing, where nobody knows that of the newspaper. */
function signedOn({ signed }: Source, draft: Draft): string | undefined {
  const date = dateIn(draft, signed);
  if (date === undefined) return undefined;
  return draft.isHan ? `${date}签署` : draft.isRussian ? `подписано ${date}` : `signed ${date}`;
}

function titleInText(source: Source, draft: Draft): Piece {
  const stands = source.kind !== 'printed' && !/\p{Script=Han}/u.test(source.short);
  return stands ? inItalics(source.short) : quoted(source.short, source, draft);
}

function titleInEntry(source: Source): Rich {
  return source.kind === 'printed' ? richOf(source.title) : inItalics(source.title);
}
