import type { Statement } from '../statement/model.ts';
import { compose, link, punctuate, richOf, wrapped, type Part, type Piece } from './compose.ts';
import { wordsOf, type Draft } from './draft.ts';
import { joinNames } from './names.ts';
import type { Rich } from './rich.ts';
import { sourceOf, yearOfSource, type Source } from './source.ts';

/** The marks of the two editions: those of 2025 are as wide as Han characters, in every language. */
export interface GbMarks {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
  /** Between two citations of a note. */
  readonly between: string;
  /** 2015 asks for the day on which anything on line was opened, and puts the date of a report there in brackets. */
  readonly isDayAsked: boolean;
  /** The type of a document with an address that says no other: an electronic resource, or another one. */
  readonly online: 'EB' | 'Z';
}

export const MARKS_2025: GbMarks = {
  ...{ comma: '，', colon: '：', open: '（', close: '）', between: '；' },
  ...{ isDayAsked: false, online: 'EB' },
};
export const MARKS_2015: GbMarks = {
  ...{ comma: ', ', colon: ': ', open: '(', close: ')', between: '; ' },
  ...{ isDayAsked: true, online: 'Z' },
};

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'N',
  'article-journal': 'J',
  'article-magazine': 'J',
  book: 'M',
  chapter: 'M',
  report: 'R',
  standard: 'S',
  webpage: 'EB',
  post: 'EB',
  'post-weblog': 'EB',
  dataset: 'DS',
};

/**
 * A reference by GB/T 7714, without its number and its full stop: 责任者. 题名：编号[N/OL]. 报纸，2022-02-05（2）：引文位置.
 * 网址. The locator stands where the standard has the pages that are quoted. `isYearFirst` puts the year after the
 * author, or the title, as the author-date list has it.
 */
export function gbReference(
  statement: Statement,
  draft: Draft,
  marks: GbMarks,
  { locator = '', isYearFirst = false }: { readonly locator?: string; readonly isYearFirst?: boolean },
): Rich {
  const source = sourceOf(statement);
  const by = gbNames(source, draft, marks, 3, 3);
  const title = compose([
    ['', source.title],
    [marks.colon, source.number],
    ['', `[${typeOf(source, marks)}]`],
  ]);
  const year = isYearFirst ? (yearOfSource(source) ?? wordsOf(draft).noDate) : undefined;
  const head: Part[] =
    by === ''
      ? [
          [
            '',
            compose([
              ['', title],
              [marks.comma, year],
            ]),
          ],
        ]
      : [
          [
            '',
            compose([
              ['', by],
              [marks.comma, year],
            ]),
          ],
          ['. ', title],
        ];
  const isPage = source.kind !== 'printed' && source.type !== 'report';
  const day = marks.isDayAsked || isPage ? (draft.accessed ?? source.accessed) : undefined;
  const accessed = source.url === undefined ? [] : wrapped('[', day, ']');
  const published = publicationOf(source, marks, isYearFirst);
  // Where nothing else is said of the publication, the passage follows the title.
  const place: Part = [published.length === 0 ? '' : marks.colon, locator];
  return compose([
    ...head,
    ['. ', compose([['', published], place, ['', accessed]])],
    ['. ', link(source.url)],
  ]);
}

/** A reference as a whole, with its full stop. */
export function gbEntry(reference: Rich, number: number | undefined): Rich {
  return punctuate(
    compose([
      ['', number === undefined ? undefined : `[${String(number)}]`],
      [' ', reference],
    ]),
    '.',
  );
}

/** The first names, and 等 for the others. */
export function gbNames(
  { authors }: Source,
  draft: Draft,
  { comma }: GbMarks,
  most: number,
  kept: number,
): string {
  const etAl = wordsOf(draft).etAl.trim();
  return joinNames(authors, { separator: comma, and: comma, most, kept, others: comma + etAl });
}

/** `N/OL` */
function typeOf({ type, url }: Source, { online }: GbMarks): string {
  const known = TYPES[type] ?? (url === undefined ? 'Z' : online);
  return url === undefined ? known : `${known}/OL`;
}

function publicationOf(source: Source, marks: GbMarks, isYearFirst: boolean): Rich {
  const { comma, open, close } = marks;
  const date = source.date;
  if (source.kind === 'web') return wrapped(open, date ?? source.signed, close);
  if (source.kind === 'printed') {
    const when: Piece = source.issue === undefined ? date : isYearFirst ? undefined : date?.slice(0, 4);
    const where = compose([
      ['', source.container],
      [comma, when],
      [comma, source.volume],
      ['', wrapped(open, source.issue, close)],
    ]);
    const isNewspaper = source.issue === undefined && source.volume === undefined;
    return compose([
      ['', wrapped(open, source.signed, close)],
      ['', source.signed === undefined ? undefined : '. '],
      ['', where],
      isNewspaper ? ['', wrapped(open, source.page, close)] : [marks.colon, source.page],
    ]);
  }
  if (source.url !== undefined && (marks.isDayAsked || source.type !== 'report'))
    return wrapped(open, date, close);
  const publisher = compose([
    ['', source.place],
    [marks.colon, source.publisher],
  ]);
  return compose([
    ['', publisher],
    [comma, richOf(date)],
  ]);
}
