import { isChinese } from '../script.ts';
import { americanDate, chineseDate, russianDate } from './dates.ts';

/** What a style must know of the text that cites. */
export interface Draft {
  /** BCP 47. */
  readonly language: string;
  readonly isHan: boolean;
  readonly isRussian: boolean;
  /** In numeric styles, the number of the statement in the list. */
  readonly number?: number;
  /** The day on which the address was opened, an ISO date. */
  readonly accessed?: string;
}

/** The words of styles that are the same in all of them. */
export interface DraftWords {
  readonly and: string;
  readonly etAl: string;
  readonly noDate: string;
  readonly ibid: string;
}

const CHINESE: DraftWords = { and: '、', etAl: '等', noDate: '无日期', ibid: '同上' };
const ENGLISH: DraftWords = { and: ' and ', etAl: ' et al.', noDate: 'n.d.', ibid: 'Ibid.' };
const RUSSIAN: DraftWords = { and: ' и ', etAl: ' и др.', noDate: 'б. г.', ibid: 'Там же' };

export function draftOf(options: {
  readonly language: string;
  readonly number?: number;
  readonly accessed?: string;
}): Draft {
  const { language, number, accessed } = options;
  return {
    language,
    isHan: isChinese(language),
    isRussian: /^ru\b/i.test(language),
    ...(number === undefined ? {} : { number }),
    ...(accessed === undefined || accessed === '' ? {} : { accessed }),
  };
}

export function wordsOf({ isHan, isRussian }: Draft): DraftWords {
  return isHan ? CHINESE : isRussian ? RUSSIAN : ENGLISH;
}

type DateForm = (date: string | undefined) => string | undefined;

/** A date in the language of the draft; in English as the style has it. */
export function dateIn(
  { isHan, isRussian }: Draft,
  date: string | undefined,
  english: DateForm = americanDate,
) {
  return (isHan ? chineseDate : isRussian ? russianDate : english)(date);
}
