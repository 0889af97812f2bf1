import type { Statement } from '../statement/model.ts';
import { compose, link, punctuate, richOf, wrapped, type Part, type Piece } from './compose.ts';
import { dateIn, wordsOf, type Draft } from './draft.ts';
import { CHICAGO_LOCATORS } from './locator-words.ts';
import { joinNames } from './names.ts';
import { notes } from './notes.ts';
import { pageOf } from './pages.ts';
import type { Rich } from './rich.ts';
import { sourceOf, type Source } from './source.ts';
import type { StyleTemplate } from './template.ts';
import { bookMarked, doubleQuoted, inItalics, isBookMarked, quoted } from './titles.ts';
import { volumeOf } from './volume.ts';
import { isIbid, locatorIn, type Work } from './work.ts';

/** What distinguishes the families of Chinese journals. */
export interface ChineseJournal {
  /** 载 before the newspaper. */
  readonly isIn: boolean;
  /** Between the newspaper and its date. */
  readonly beforeDate: '，' | '';
  /** Between the author and the title of a later note. */
  readonly afterAuthor: '，' | '：';
  /** Names more than these are shortened to the first. */
  readonly mostNames: number;
  /** Law journals: 同上注, 同前注〔3〕, and articles right after the name of a treaty. */
  readonly isLaw: boolean;
  /** Before and after the day on which an address was opened; absent where the style does not name it. */
  readonly accessed?: readonly [before: string, after: string];
}

/** A template for one family; in drafts in other languages the same elements stand in the same order. */
export function chineseJournal(journal: ChineseJournal): StyleTemplate {
  return {
    kind: 'note',
    cite: (works, draft) =>
      notes(works, {
        cite: (work) => cite(work, journal, draft),
        comma: draft.isHan ? '，' : ', ',
        between: draft.isHan ? '；' : '; ',
        stop: draft.isHan ? '。' : '.',
      }),
    entry: (statement, draft) => punctuate(full(statement, journal, draft, ''), draft.isHan ? '。' : '.'),
  };
}

function cite(work: Work, journal: ChineseJournal, draft: Draft): Rich {
  const locator = locatorIn(work, draft, CHICAGO_LOCATORS);
  if (work.position === 'first') return full(work.statement, journal, draft, locator);
  const comma = draft.isHan ? '，' : ', ';
  if (journal.isLaw && isIbid(work)) {
    return compose([
      ['', draft.isHan ? '同上注' : wordsOf(draft).ibid],
      [comma, locator],
    ]);
  }
  const source = sourceOf(work.statement);
  const names = namesOf(source, journal, draft);
  const earlier = journal.isLaw && draft.isHan ? earlierNote(work) : '';
  const colon = isBookMarked(source, draft) && names !== '' ? journal.afterAuthor : comma;
  return compose([
    ['', earlier],
    [comma, names],
    [colon, titleOf(source, source.short, draft)],
    [comma, locator],
  ]);
}

function earlierNote({ firstNote }: Work): string {
  return firstNote === undefined ? '同前注' : `同前注〔${String(firstNote)}〕`;
}

function full(statement: Statement, journal: ChineseJournal, draft: Draft, locator: string): Rich {
  const source = sourceOf(statement);
  const comma = draft.isHan ? '，' : ', ';
  // The law manual names an article with its treaty: 《维也纳条约法公约》第三十一条.
  const isLegal = journal.isLaw && draft.isHan && /^(?:treaty|legislation|bill)$/u.test(source.type);
  const signed = dateIn(draft, source.signed);
  const access = draft.accessed ?? source.accessed;
  // Who reads the newspaper needs no address; a page that is not known has to be found by it.
  const url = source.kind === 'printed' && source.page !== undefined ? undefined : source.url;
  return compose([
    ['', namesOf(source, journal, draft)],
    [isBookMarked(source, draft) ? '：' : comma, titleOf(source, source.title, draft)],
    ['', isLegal ? locator : ''],
    [draft.isHan ? '' : ' ', draft.isHan ? wrapped('（', signed, '）') : wrapped('(', signed, ')')],
    [comma, source.number],
    ...published(source, journal, draft),
    [comma, pageOf(source, draft)],
    [comma, isLegal ? '' : locator],
    [comma, link(url)],
    [comma, url === undefined || access === undefined ? undefined : accessedOn(access, journal, draft)],
  ]);
}

/** 载《人民日报》，2022年2月5日; 外交部网站，2022年2月5日; 莫斯科，2025年5月8日 */
function published(source: Source, journal: ChineseJournal, draft: Draft): Part[] {
  const comma = draft.isHan ? '，' : ', ';
  const date = dateIn(draft, source.date);
  if (source.container === undefined) {
    return [source.place, source.publisher, date].map((piece): Part => [comma, piece]);
  }
  const isPrinted = source.kind === 'printed';
  const container = isPrinted ? periodical(source.container, draft) : richOf(source.container);
  const isIn = draft.isHan && journal.isIn && (isPrinted || journal.isLaw);
  const isHanName = /[\p{Script=Han}》]$/u.test(source.container);
  const beforeDate = draft.isHan && isHanName && (isPrinted || journal.isLaw) ? journal.beforeDate : comma;
  const volume = volumeOf(source, draft);
  // 2016年第11期
  const issue =
    draft.isHan && source.issue !== undefined && date !== undefined ? `${date.slice(0, 5)}${volume}` : '';
  return [
    [comma, isIn ? [{ text: '载' }, ...container] : container],
    ...(issue === ''
      ? [[comma, volume] as const, [beforeDate, date] as const]
      : [[beforeDate, issue] as const]),
  ];
}

function periodical(name: string, draft: Draft): Rich {
  return draft.isHan && /\p{Script=Han}/u.test(name) ? richOf(bookMarked(name)) : inItalics(name);
}

function accessedOn(date: string, { accessed }: ChineseJournal, draft: Draft): Piece {
  const day = dateIn(draft, date) ?? '';
  if (accessed === undefined) return undefined;
  if (!draft.isHan) return draft.isRussian ? `дата обращения: ${day}` : `accessed ${day}`;
  return `${accessed[0]}${day}${accessed[1]}`;
}

/** 《…》 for a Chinese title, “…” for one in another language. */
function titleOf(source: Source, title: string, draft: Draft): string {
  return draft.isHan && !isBookMarked(source, draft) ? doubleQuoted(title) : quoted(title, source, draft);
}

function namesOf({ authors }: Source, { mostNames }: ChineseJournal, draft: Draft): string {
  const { and, etAl } = wordsOf(draft);
  return joinNames(authors, {
    ...{ separator: draft.isHan ? '、' : ', ', and, most: mostNames, kept: 1, others: etAl },
    lastAnd: draft.isHan || draft.isRussian ? and : `,${and}`,
  });
}
