import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../server/src/core/fold.ts';
import { formatHanNumeral } from '../../server/src/core/numeral.ts';
import { numeralWritings } from '../../server/src/core/numeral-writings.ts';

function writings(text: string): readonly string[] {
  return numeralWritings(fold(text).text);
}

describe('other writings of numbers', () => {
  test.each([
    ['21世纪', ['2十1世纪']],
    ['二十一世纪', ['21世纪']],
    ['十五周年', ['15周年']],
    ['15周年', ['十5周年']],
    ['75周年', ['7十5周年']],
    ['二十', ['20']],
    ['10', ['十']],
    ['100', ['1百']],
    ['一百', ['100']],
    ['103', ['1百03']],
    ['一百零三', ['103']],
    ['二百一十五', ['215', '两百1十5']],
    ['二百十五', ['215', '2百1十5', '两百1十5']],
    ['5000', ['5千']],
    ['五千', ['5000']],
    ['1010', ['1千01十']],
    ['《二十国集团》', ['20国集团']],
    ['九十年代', ['90年代']],
  ])('%s → %j', (text, expected) => {
    expect(writings(text)).toEqual(expected);
  });

  test.each([
    ['20000', ['2万', '两万']],
    ['12000', ['1万2千']],
    ['一万零五', ['10005']],
    ['3000万人', ['30000000人', '3千万人']],
    ['三千万人', ['30000000人', '3000万人']],
    ['十万', ['100000', '10万']],
    ['14亿', ['1400000000', '十4亿']],
    ['十四亿五千万', ['1450000000', '14亿5000万']],
    ['1亿500万', ['105000000', '1亿05百万']],
    ['一亿零五百万', ['105000000', '1亿500万']],
  ])('large numbers, with 万 and 亿 too: %s → %j', (text, expected) => {
    expect(writings(text)).toEqual(expected);
  });

  test.each([
    ['200', ['2百', '两百']],
    ['两百', ['200', '2百']],
    ['兩千人', ['2000人', '2千人']],
    ['两国', []],
  ])('两 is 2 before a unit only: %s → %j', (text, expected) => {
    expect(writings(text)).toEqual(expected);
  });

  test.each([
    ['2025年', 'a year'],
    ['二〇二五年', 'a year'],
    ['2025-05-08', 'a date'],
    ['05', 'a number with a 0 before it'],
    ['G20', 'part of a name'],
    ['20 лет', 'part of a text without Han numerals'],
    ['12345', 'a number that nobody writes out'],
    ['5月', 'a digit'],
    ['百年', 'no number'],
    ['千方百计', 'no number'],
    ['千万不要', 'no number'],
    ['万一', 'no number'],
    ['一百五', 'spoken, 150'],
    ['一万五', 'spoken, 15000'],
    ['一亿五千', 'spoken, 150 million'],
    ['20十', 'nonsense'],
    ['1万亿', 'more than is read'],
    ['9999999999999', 'more than is read'],
    ['战略稳定', 'no number'],
    ['', 'nothing'],
  ])('%s has none: %s', (text) => {
    expect(writings(text)).toEqual([]);
  });

  test('several numbers change all alike, or one of them', () => {
    expect(writings('二〇二五年五月二十五日')).toEqual(['2025年5月25日']);
    expect(writings('二十国集团第15次')).toEqual(['20国集团第15次', '2十国集团第十5次']);
    expect(writings('二十国集团第十五次')).toEqual(['20国集团第15次', '20国集团第十5次', '2十国集团第15次']);
    expect(writings('第十九大、第二十大、第二十一大')).toHaveLength(4);
  });
});

describe('for any number', () => {
  test('each writing has the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 9999 }), (number) => {
        const han = fold(formatHanNumeral(number)).text;
        expect(numeralWritings(`第${number}次`)).toContain(`第${han}次`);
        expect(numeralWritings(`第${han}次`)).toContain(`第${number}次`);
      }),
    );
  });

  test('each writing of a large round number has all others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 999_999_999 }), (thousands) => {
        const arabic = String(thousands * 1000);
        const all = new Set([arabic, ...numeralWritings(arabic)]);
        for (const each of all) expect(new Set([each, ...numeralWritings(each)])).toEqual(all);
      }),
    );
  });
});

test('of any text there are at most four, and none is the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('0123459十百千万亿两年国g')), maxLength: 12 });
  fc.assert(
    fc.property(text, (words) => {
      const others = numeralWritings(words);
      expect(others.length).toBeLessThanOrEqual(4);
      expect(new Set([words, ...others]).size).toBe(others.length + 1);
    }),
    { numRuns: 1000 },
  );
});
