import type { Statement } from '../statement/model.ts';
import { compose, link, punctuate, wrapped, type Part, type Piece } from './compose.ts';
import { shortDate } from './dates.ts';
import { dateIn, wordsOf, type Draft } from './draft.ts';
import { MLA_LOCATORS } from './locator-words.ts';
import { joinNames } from './names.ts';
import { notes } from './notes.ts';
import { pageOf } from './pages.ts';
import type { Rich } from './rich.ts';
import { sourceOf, type Source } from './source.ts';
import type { StyleTemplate } from './template.ts';
import { inItalics, quoted } from './titles.ts';
import { volumeOf } from './volume.ts';
import { locatorIn, type Work } from './work.ts';

/**
 * The MLA Handbook, 9th edition: author or short title and place in the text, the elements of the entry in the order
 * of the template. The text names the title also where there is an author, for a body that issues statements has
 * many of them, and which others the draft cites is not known here.
 */
export const MLA: StyleTemplate = {
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
  return commaed([
    namesOf(source, draft),
    titleOf(source, source.short, draft),
    locatorIn(work, draft, MLA_LOCATORS),
  ]);
}

function entry(statement: Statement, draft: Draft): Rich {
  const source = sourceOf(statement);
  const published = commaed([
    inItalics(source.container),
    volumeOf(source, draft),
    source.number,
    source.publisher,
    source.place,
    dateIn(draft, source.date, shortDate),
    pageOf(source, draft),
    link(source.url),
  ]);
  const parts: Part[] = [
    ['', namesOf(source, draft)],
    ['. ', titleOf(source, source.title, draft)],
    ['. ', dateIn(draft, source.signed, shortDate)],
    ['. ', published],
  ];
  return punctuate(compose(parts), '.');
}

function namesOf({ authors }: Source, draft: Draft): string {
  const { and, etAl } = wordsOf(draft);
  return joinNames(authors, {
    separator: ', ',
    and,
    most: 2,
    kept: 1,
    others: etAl.replace(/^ /u, draft.isHan ? '' : ', '),
  });
}

/** In italics if it stands alone, quoted if it is part of a newspaper or a site. */
function titleOf(source: Source, title: string, draft: Draft): Piece {
  const stands = source.kind === 'document' && !/\p{Script=Han}/u.test(title);
  return stands ? inItalics(title) : quoted(title, source, draft);
}

function commaed(pieces: readonly Piece[]): Rich {
  return compose(pieces.map((piece): Part => [', ', piece]));
}
