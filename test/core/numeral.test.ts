import { describe, expect, test } from 'vitest';
import {
  formatHanNumeral,
  formatRomanNumeral,
  parseHanNumeral,
  parseNumberWord,
  parseRomanNumeral,
} from '../../server/src/core/numeral.ts';

describe('Chinese numerals', () => {
  test.each([
    ['一', 1],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['二十一', 21],
    ['一百', 100],
    ['一百〇三', 103],
    ['一百零三', 103],
    ['一百一十', 110],
    ['两百', 200],
    ['九千九百九十九', 9999],
    ['二〇二五', 2025],
    ['〇', 0],
    ['叁拾', 30],
    ['參', 3],
  ])('%s is %i', (text, number) => {
    expect(parseHanNumeral(text)).toBe(number);
  });

  test.each(['', '十十', '一十百', '字', '一字', '12', '二〇二五〇', '百百', 'constructor'])(
    '“%s” is none',
    (text) => {
      expect(parseHanNumeral(text)).toBeUndefined();
    },
  );

  test('every number from 1 to 9999 is written and read back', () => {
    for (let number = 1; number <= 9999; number++) {
      expect(parseHanNumeral(formatHanNumeral(number))).toBe(number);
    }
  });

  test.each([
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [103, '一百〇三'],
    [110, '一百一十'],
    [1005, '一千〇五'],
    [0, '〇'],
    [10_000, '10000'],
    [1.5, '1.5'],
  ])('%d is written %s', (number, text) => {
    expect(formatHanNumeral(number)).toBe(text);
  });
});

describe('Roman numerals', () => {
  test('every number from 1 to 3999 is written and read back, in either case', () => {
    for (let number = 1; number <= 3999; number++) {
      const text = formatRomanNumeral(number);
      expect(parseRomanNumeral(text)).toBe(number);
      expect(parseRomanNumeral(text.toLowerCase())).toBe(number);
    }
  });

  test.each(['', 'IIII', 'VX', 'IC', 'A', 'I V', 'IVI'])('“%s” is none', (text) => {
    expect(parseRomanNumeral(text)).toBeUndefined();
  });
});

test('numbers in words go up to ten', () => {
  expect(['One', 'four', 'TEN', 'eleven', ''].map(parseNumberWord)).toEqual([1, 4, 10, undefined, undefined]);
});
