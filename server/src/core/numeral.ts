/** Numbers as statements write them: Chinese and Roman numerals. */

const HAN_DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 兩: 2 },
  ...{ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** 二十一 → 21, 一百〇三 → 103, digit by digit 二〇二五 → 2025; up to 9999. `undefined` if the text is no numeral. */
export function parseHanNumeral(text: string): number | undefined {
  const characters = [...text];
  if (characters.length === 0) return undefined;
  if (characters.every((character) => character in HAN_DIGITS)) {
    if (characters.length > 4) return undefined;
    return characters.reduce((sum, character) => sum * 10 + (HAN_DIGITS[character] ?? 0), 0);
  }
  let sum = 0;
  let digit: number | undefined;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const character of characters) {
    const unit = HAN_UNITS[character];
    if (unit === undefined) {
      const value = HAN_DIGITS[character];
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
      continue;
    }
    // 十五 has no digit before its unit; units fall from left to right.
    if (unit >= lastUnit || digit === 0) return undefined;
    sum += (digit ?? 1) * unit;
    lastUnit = unit;
    digit = undefined;
  }
  return sum + (digit ?? 0);
}

/** 21 → 二十一, 103 → 一百〇三; 1 to 9999, other numbers in Arabic digits. */
export function formatHanNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 9999) return number === 0 ? '〇' : String(number);
  const digits = '〇一二三四五六七八九';
  const units = ['千', '百', '十', ''];
  let result = '';
  let gap = false;
  [...String(number).padStart(4, '0')].forEach((character, i) => {
    const digit = Number(character);
    if (digit === 0) {
      gap = result !== '';
      return;
    }
    if (gap) result += '〇';
    gap = false;
    const omitsOne = digit === 1 && units[i] === '十' && result === '';
    result += (omitsOne ? '' : (digits[digit] ?? '')) + (units[i] ?? '');
  });
  return result;
}

const ROMAN: readonly (readonly [string, number])[] = [
  ...([
    ['M', 1000],
    ['CM', 900],
    ['D', 500],
    ['CD', 400],
  ] as const),
  ...([
    ['C', 100],
    ['XC', 90],
    ['L', 50],
    ['XL', 40],
  ] as const),
  ...([
    ['X', 10],
    ['IX', 9],
    ['V', 5],
    ['IV', 4],
    ['I', 1],
  ] as const),
];

/** IV → 4, in capitals or small letters, well-formed numerals only (`IIII` is none). */
export function parseRomanNumeral(text: string): number | undefined {
  const capitals = text.toUpperCase();
  if (!/^[MDCLXVI]{1,15}$/.test(capitals)) return undefined;
  let rest = capitals;
  let sum = 0;
  for (const [letters, value] of ROMAN) {
    while (rest.startsWith(letters)) {
      sum += value;
      rest = rest.slice(letters.length);
    }
  }
  return formatRomanNumeral(sum) === capitals ? sum : undefined;
}

/** 4 → IV, in capitals; 1 to 3999. */
export function formatRomanNumeral(number: number): string {
  let rest = number;
  let result = '';
  for (const [letters, value] of ROMAN) {
    while (rest >= value) {
      result += letters;
      rest -= value;
    }
  }
  return result;
}

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Four → 4, in any case, up to ten; `undefined` for any other word. */
export function parseNumberWord(text: string): number | undefined {
  const at = NUMBER_WORDS.indexOf(text.toLowerCase());
  return at < 0 ? undefined : at + 1;
}
