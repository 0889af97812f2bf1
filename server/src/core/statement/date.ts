import type { Statement } from './model.ts';
import { parseHanNumeral } from '../numeral.ts';

const ENGLISH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const RUSSIAN = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const MONTHS = [ENGLISH, RUSSIAN].map((names) => names.toLowerCase().split('|'));

/** The source of a regular expression for a date in words: 2025年5月8日, 二〇二五年五月八日, 8 May 2025, 8 мая 2025. */
export const DATE_IN_WORDS = [
  '(?:\\d{4}|[〇零○一二三四五六七八九]{4})年(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\\d{1,2}|[一二三四五六七八九十]{1,3})日',
  `\\d{1,2} (?:${ENGLISH}|${RUSSIAN}),? \\d{4}`,
  `(?:${ENGLISH}) \\d{1,2}, \\d{4}`,
].join('|');

const WORDS = new RegExp(DATE_IN_WORDS, 'iu');
const NUMBERS = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;

/** The first date in a text, one in words before one in numbers, as `YYYY-MM-DD`; `undefined` if there is none. */
export function readDate(text: string): string | undefined {
  const words = WORDS.exec(text)?.[0];
  if (words?.includes('年') === true) {
    const [year = '', month = '', day = ''] = words.split(/[年月日]/);
    return isoDate(yearOf(year), numberOf(month), numberOf(day));
  }
  if (words !== undefined) {
    const [day = '', year = ''] = words.match(/\d+/g) ?? [];
    return isoDate(Number(year), monthOf(/\p{L}+/u.exec(words)?.[0] ?? ''), Number(day));
  }
  const [, year, month, day] = NUMBERS.exec(text) ?? [];
  return year === undefined ? undefined : isoDate(Number(year), Number(month), Number(day));
}

function monthOf(name: string): number {
  return 1 + Math.max(...MONTHS.map((names) => names.indexOf(name.toLowerCase())));
}

function yearOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return parseHanNumeral(text.replaceAll('○', '〇')) ?? 0;
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (parseHanNumeral(text) ?? 0);
}

function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

/** The date by which statements are put in order: of the signing, else of the publication; empty if neither is known. */
export function dateOf({ metadata }: Pick<Statement, 'metadata'>): string {
  return metadata.eventDate ?? metadata.issued ?? '';
}
