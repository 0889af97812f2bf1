import { fold } from './fold.ts';
import { formatHanNumeral, parseHanNumeral } from './numeral.ts';

/**
 * Other ways to write the numbers in a folded text, of which one that is searched may use either: `21世纪` is also
 * `2十1世纪` (二十一世纪), `2十国集团` is `20国集团`, `100` is `1百`, `3千万` is `30000000` and `3000万`, `200` is `两百` too.
 * The numbers change all alike, or one of them does. At most `MOST`, none of them the text itself; a number is left as
 * it is where it
 *
 * - is a year: four digits before 年, for 二〇二五年 folds to them anyway;
 * - is no proper numeral: `千方百计`, `百年`, `1百5` (which is 150 when spoken);
 * - begins with 0, or stands beside a Latin or Cyrillic letter: `05`, `g20`;
 * - is above 9999 and not round, as dates without their marks are: `20250508`.
 */
export function numeralWritings(folded: string): readonly string[] {
  const runs = [...folded.matchAll(RUN)].map(({ 0: run, index }): Run => {
    const end = index + run.length;
    const isApart = !LETTER.test(folded.charAt(index - 1)) && !LETTER.test(folded.charAt(end));
    const isYear = /^\d{4}$/.test(run) && folded[end] === '年';
    return { start: index, end, writings: isApart && !isYear ? writingsOf(run) : undefined };
  });
  const changeable = runs.filter(({ writings }) => writings !== undefined);
  const alike = STYLES.map((style) => rewritten(folded, changeable, style));
  const single = changeable.flatMap((run) => STYLES.map((style) => rewritten(folded, [run], style)));
  return [...new Set([...alike, ...single])].filter((text) => text !== folded).slice(0, MOST);
}

const MOST = 4;
/** 两 is a digit only before a unit. */
const RUN = /(?:[0-9十百千万亿]|两(?=[百千万亿]))+/g;
const LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const STYLES = ['arabic', 'rounded', 'han', 'spoken'] as const;

/** A number in all its writings; where there is no writing of a kind, that of a kind like it. */
type Writings = Readonly<Record<(typeof STYLES)[number], string>>;

interface Run {
  readonly start: number;
  readonly end: number;
  /** `undefined` if it is to be left as it is. */
  readonly writings: Writings | undefined;
}

function rewritten(text: string, runs: readonly Run[], style: keyof Writings): string {
  let result = '';
  let at = 0;
  for (const { start, end, writings } of runs) {
    result += text.slice(at, start) + (writings?.[style] ?? text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

function writingsOf(run: string): Writings | undefined {
  const number = valueOf(run);
  const arabic = String(number);
  if (number === undefined || number < 10 || (run === arabic && !isRound(number))) return undefined;
  const groups = [Math.floor(number / 1e8), Math.floor(number / 1e4) % 1e4, number % 1e4];
  const rounded = groups.map((group, i) => (group === 0 ? '' : `${group}${UNITS[i] ?? ''}`)).join('');
  const han = hanNumeral(groups);
  return {
    arabic,
    rounded: number % 1e4 === 0 ? rounded : arabic,
    han,
    spoken: han.replace(/^2(?=[百千万亿])/, '两'),
  };
}

function isRound(number: number): boolean {
  return number <= 9999 || number % 1000 === 0;
}

/** What follows the numeral of each group of four digits. */
const UNITS = ['亿', '万', ''];
const GROUPS = /^(?:([^万亿]+)亿)?(?:([^万亿]+)万)?([^万亿]+)?$/;

/** What a number is worth, be it written in Arabic digits, in Han numerals or in both (`3000万`). */
function valueOf(run: string): number | undefined {
  if (/^\d+$/.test(run)) return run.startsWith('0') || run.length > 12 ? undefined : Number(run);
  const groups: readonly (string | undefined)[] = GROUPS.exec(run)?.slice(1) ?? [];
  let sum: number | undefined;
  for (const [i, group] of groups.entries()) {
    if (group === undefined) {
      if (sum !== undefined) sum *= 1e4;
      continue;
    }
    const isLower = sum !== undefined;
    const value = groupValue(isLower ? group.replace(/^0/, '') : group);
    // 1万5 and 1亿5千 leave out the last unit when spoken; in full there is a 0 where digits are missing.
    const isGap = i === 2 && (value === undefined || value < 1000 || groups[1] === undefined);
    if (value === undefined || (isLower && isGap && !group.startsWith('0'))) return undefined;
    sum = (sum ?? 0) * 1e4 + value;
  }
  return sum;
}

/** 1 to 9999; a Han numeral must be written in full. */
function groupValue(group: string): number | undefined {
  if (/^[1-9]\d{0,3}$/.test(group)) return Number(group);
  const digits = group.replace(/两/g, '2');
  const number = parseHanNumeral(digits.replace(/\d/g, (digit) => formatHanNumeral(Number(digit))));
  if (number === undefined || number === 0) return undefined;
  return withoutOne(hanGroup(number)) === withoutOne(digits) ? number : undefined;
}

/** In 2百1十5 the 1 may be left out. */
function withoutOne(numeral: string): string {
  return numeral.replace(/1十/g, '十');
}

function hanNumeral(groups: readonly number[]): string {
  let numeral = '';
  groups.forEach((group, i) => {
    if (group === 0) return;
    const isGap = numeral !== '' && (group < 1000 || groups[i - 1] === 0);
    numeral += `${isGap ? '0' : ''}${hanGroup(group)}${UNITS[i] ?? ''}`;
  });
  return numeral;
}

function hanGroup(number: number): string {
  return fold(formatHanNumeral(number)).text;
}
