import { formatHanNumeral, parseHanNumeral } from '../../server/src/core/numeral.ts';
import { clausesOf, type Cutter } from './cut.ts';
import type { Query } from './query.ts';
import { stripped } from './stripped.ts';

const ARABIC = /\d{1,4}/g;
const HAN = /[〇一二三四五六七八九十百千]{2,}|(?<=[年月第])[一二三四五六七八九](?=[月日])/g;
const DIGITS = '〇一二三四五六七八九';

/** Some words with a number in them, its numerals Chinese where the paragraph has Arabic ones, and the other way round. */
export function numeralQuery({ random, paragraph }: Cutter): Omit<Query, 'class'> {
  for (;;) {
    const { id, text } = paragraph();
    for (const clause of clausesOf(text)) {
      const isArabic = /\d{2,}/.test(clause);
      const at = clause.search(isArabic ? /\d{2,}/ : /[〇一二三四五六七八九十百千]{2,}/);
      // 一一 and the like are words more often than numbers.
      if (at < 0 || (!isArabic && !/[年月届号个亿]|周年/.test(clause))) continue;
      const start = Math.max(0, at - random(4));
      const cut = clause.slice(start, endOfNumber(clause, at + 8 + random(5)));
      const written = isArabic
        ? cut.replace(ARABIC, (digits, offset: number) => inHan(digits, cut[offset + digits.length]))
        : cut.replace(HAN, inArabic);
      if (written !== cut) return { source: id, text: written, words: [stripped(cut)] };
    }
  }
}

/** The end of what is cut, moved on where it would fall within a number. */
function endOfNumber(clause: string, end: number): number {
  const [rest = ''] = /^[-\d〇一二三四五六七八九十百千]*/.exec(clause.slice(end)) ?? [];
  return end + rest.length;
}

/** Years and the numbers of resolutions digit by digit, others as they are read. */
function inHan(digits: string, next: string | undefined): string {
  if (digits.length === 4 || (next === '号' && digits.length > 2))
    return [...digits].map((digit) => DIGITS[Number(digit)] ?? '').join('');
  return formatHanNumeral(Number(digits));
}

function inArabic(numeral: string): string {
  const value = parseHanNumeral(numeral);
  return value === undefined ? numeral : String(value);
}
