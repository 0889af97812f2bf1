import type { CslDate, CslItem } from './csl-item.ts';

const TYPES: Readonly<Record<string, string>> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  'article-journal': 'JOUR',
  webpage: 'ELEC',
  post: 'ELEC',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  thesis: 'THES',
  book: 'BOOK',
  pamphlet: 'PAMP',
  chapter: 'CHAP',
  'entry-encyclopedia': 'ENCYC',
  'entry-dictionary': 'DICT',
  'paper-conference': 'CPAPER',
  legislation: 'STAT',
  regulation: 'STAT',
  bill: 'BILL',
  legal_case: 'CASE',
  hearing: 'HEAR',
  manuscript: 'MANSCPT',
  personal_communication: 'PCOMM',
  dataset: 'DATA',
  patent: 'PAT',
  standard: 'STAND',
  software: 'COMP',
  map: 'MAP',
};

/** RIS, as citation managers read it: lines end with CR and LF, and each record with an empty `ER`. */
export function writeRis(items: readonly CslItem[], source?: string): string {
  return items.map((item) => writeRecord(item, source)).join('\r\n');
}

function writeRecord(item: CslItem, source: string | undefined): string {
  const type = (Object.hasOwn(TYPES, item.type) ? TYPES[item.type] : undefined) ?? 'GEN';
  const [firstPage, lastPage] = pagesOf(item.page);
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', type],
    ['ID', item.id],
    ...(item.author ?? []).map((name) => ['AU', writeName(name)] as const),
    ['TI', item.title],
    ['ST', item['title-short']],
    ['T2', item['container-title']],
    ['T3', item['collection-title']],
    ['PY', yearOf(item.issued)],
    ['DA', dateOf(item.issued)],
    ['VL', item.volume],
    ['IS', item.issue],
    ['M1', item.number],
    ['ET', item.edition],
    ['SE', item.section],
    ['SP', firstPage],
    ['EP', lastPage],
    ['M3', item.genre],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['DB', item.archive],
    ['N1', item.note],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', dateOf(item.accessed)],
    ['LA', item.language],
    ['DP', source],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${value}\r\n`));
  return `${lines.join('')}ER  - \r\n`;
}

function writeName(name: NonNullable<CslItem['author']>[number]): string {
  return 'literal' in name ? name.literal : `${name.family}, ${name.given}`;
}

/** The first and the last page; of anything but a run all of it is the first. */
function pagesOf(page: string | undefined): readonly [string | undefined, string | undefined] {
  const [, first, last] = /^\s*(\w+)\s*[-–—]+\s*(\w+)\s*$/u.exec(page ?? '') ?? [];
  return first === undefined ? [page, undefined] : [first, last];
}

function yearOf(date: CslDate | undefined): string | undefined {
  const year = date?.['date-parts'][0][0];
  return year === undefined ? undefined : String(year).padStart(4, '0');
}

/** `2025/05/09/`: year, month, day and other words, each of which may be empty. */
function dateOf(date: CslDate | undefined): string | undefined {
  if (date === undefined) return undefined;
  const [, month, day] = date['date-parts'][0];
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  return [yearOf(date), two(month), two(day), ''].join('/');
}
