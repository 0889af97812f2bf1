import { entryTypeOf, isArticle, isPart } from './biblatex-entry.ts';
import { langidOf } from './biblatex-langid.ts';
import type { CslDate, CslItem, CslName } from './csl-item.ts';
import { latexLiteral, latexText, latexTitle, verbatim } from './latex-text.ts';

/** A field of an entry; without a value it is left out. */
type Field = readonly [name: string, value: string | undefined];

/** BibLaTeX, as biber and Pandoc read it. What it has no field for (a section, an archive) is left out. */
export function writeBiblatex(items: readonly CslItem[]): string {
  return items.map(writeEntry).join('\n');
}

function writeEntry(item: CslItem): string {
  const { type, entrysubtype } = entryTypeOf(item.type);
  const fields = [...fieldsOf(item, type), ['entrysubtype', entrysubtype] as const];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : `  ${name} = {${value}},\n`));
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

function fieldsOf(item: CslItem, type: string): Field[] {
  const isEnglish = /^en(?:-|$)/i.test(item.language);
  const title = (text: string | undefined) => text && latexTitle(text, isEnglish);
  const text = (value: string | undefined) => value && latexText(value);
  const literal = (value: string | undefined) => value && latexLiteral(value);
  return [
    ['author', item.author?.map(writeName).join(' and ')],
    ['title', title(item.title)],
    ['shorttitle', title(item['title-short'])],
    [isPart(type) ? 'booktitle' : 'journaltitle', containerOf(item, type, isEnglish)],
    ['series', title(item['collection-title'])],
    ['eventtitle', title(item['event-title'])],
    ['eventdate', isoDate(item['event-date'])],
    ['venue', text(item['event-place'])],
    ['date', isoDate(item.issued)],
    ['edition', text(item.edition)],
    ['volume', text(item.volume)],
    // The number of an article is that of the issue.
    ['number', text(isArticle(type) ? (item.issue ?? item.number) : (item.number ?? item.issue))],
    ['pages', text(item.page)?.replace(/(?<=\d)\s*[-–—]\s*(?=\d)/g, '--')],
    ['type', text(item.genre)],
    [publisherField(type), literal(item.publisher)],
    ['location', literal(item['publisher-place'])],
    ['note', text(item.note)],
    ['doi', item.DOI && verbatim(item.DOI)],
    ['url', item.URL && verbatim(item.URL)],
    ['urldate', isoDate(item.accessed)],
    ['langid', langidOf(item.language)],
  ];
}

function containerOf(item: CslItem, type: string, isEnglish: boolean): string | undefined {
  const container = item['container-title'];
  if (container === undefined) return undefined;
  // No style changes the case of a periodical's name.
  return isPart(type) ? latexTitle(container, isEnglish) : latexText(container);
}

function publisherField(type: string): string {
  if (type === 'report' || type === 'thesis') return 'institution';
  return isArticle(type) || isPart(type) || type === 'book' || type === 'booklet'
    ? 'publisher'
    : 'organization';
}

/** A body's name stands in braces of its own: it has no first name, and its “and” parts no names. */
function writeName(name: CslName): string {
  return 'literal' in name
    ? `{${latexText(name.literal)}}`
    : `{${latexText(name.family)}}, {${latexText(name.given)}}`;
}

function isoDate(date: CslDate | undefined): string | undefined {
  return date?.['date-parts'][0].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}
