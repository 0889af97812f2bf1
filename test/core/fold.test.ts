import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, unfoldRange } from '../../server/src/core/fold.ts';

function folded(text: string): string {
  return fold(text).text;
}

describe('folding', () => {
  test.each([
    ['“上海精神”', '上海精神', 'quotation marks'],
    ['Ｇ２０', 'g20', 'width and case'],
    ['2024—2025年', '20242025年', 'dashes'],
    ['国际、地区 安全\u3000问题', '国际地区安全问题', 'spaces, the ideographic one too'],
    ['㈠', '一', 'a parenthesised numeral, as （一） is'],
    ['（一）', '一', 'parentheses'],
    ['①', '1', 'a circled number'],
    ['ﬁnance', 'finance', 'ligatures'],
    ['😀稳定👨‍👩‍👧🇨🇳', '稳定', 'emoji, joined ones and flags too'],
    ['❤️', '', 'a symbol with its variation selector'],
    ['𠮷田', '𠮷田', 'Han characters beyond the BMP are kept'],
    ['葛\u{e0100}城', '葛城', 'variation selectors'],
    ['\ud842稳\udfb7', '稳', 'lone surrogates are left out'],
    ['\u0301a', 'a', 'a mark that combines with nothing'],
    ['zero\u200bwidth\u00ad', 'zerowidth', 'invisible characters'],
    ['', '', 'nothing'],
  ])('%j → %j: %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test('makes one of composed and decomposed letters', () => {
    expect(folded('e\u0301')).toBe(folded('é'));
    expect(folded('Росси\u0438\u0306ской')).toBe(folded('Российской'));
    expect(folded('ガ')).toBe(folded('カ\u3099'));
  });

  test('gives for each unit where it comes from', () => {
    expect(fold('“稳”𠮷㍿!')).toEqual({ text: '稳𠮷株式会社', offsets: [1, 3, 3, 5, 5, 5, 5, 7] });
    expect(fold('e\u0301x').offsets).toEqual([0, 2, 3]);
  });
});

describe('the original of a folded range', () => {
  const check = (text: string, word: string, original: string): void => {
    const both = fold(text);
    const at = both.text.indexOf(word);
    const [start, end] = unfoldRange(text, both, at, at + word.length);
    expect(text.slice(start, end)).toBe(original);
  };

  test.each([
    ['反对“战略 稳定”遭到破坏', '战略稳定', '战略 稳定'],
    ['见Ｇ２０峰会', 'g20', 'Ｇ２０'],
    ['人𠮷𠮷人', '𠮷', '𠮷'],
    ['😀稳😀定😀', '稳定', '稳😀定'],
    ['cafe\u0301 noir', 'café', 'cafe\u0301'],
    ['㍿', '会', '㍿'],
    ['葛\u{e0100}城', '葛', '葛\u{e0100}'],
  ])('%s: %s → %s', (text, word, original) => {
    check(text, word, original);
  });

  test('is empty where nothing is asked for', () => {
    expect(unfoldRange('abc', fold('abc'), 1, 1)).toEqual([1, 1]);
    expect(unfoldRange('', fold(''), 0, 0)).toEqual([0, 0]);
  });
});

/** Texts of what gives trouble: rare Han, emoji, marks, lone surrogates, expansions, full-width forms. */
const troublesome = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '战',
      '略',
      '稳',
      '定',
      'a',
      'B',
      'é',
      'e\u0301',
      '\u0301',
      '𠮷',
      '𪚥',
      '😀',
      '👨‍👩‍👧',
      '㍿',
      '㈠',
      'Ｇ',
      '。',
      ' ',
    ),
    fc.constantFrom(
      '\ud842',
      '\udfb7',
      '\u200d',
      '\ufe0f',
      '\u{e0100}',
      'İ',
      'ß',
      'ﬃ',
      '\u0308',
      '½',
      'ｶﾞ',
      '\u1112\u1161',
    ),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 40,
});

describe('for any text', () => {
  test('offsets rise, stay inside the text and never stand within a surrogate pair', () => {
    fc.assert(
      fc.property(troublesome, (text) => {
        const { text: result, offsets } = fold(text);
        expect(offsets).toHaveLength(result.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        offsets.forEach((offset, i) => {
          expect(offset).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
          expect(splitsPair(text, offset)).toBe(false);
        });
      }),
    );
  });

  test('the original of a range folds to at least that range', () => {
    fc.assert(
      fc.property(troublesome, fc.nat(), fc.nat(), (text, a, b) => {
        const both = fold(text);
        const [start, end] = [a % (both.text.length + 1), b % (both.text.length + 1)].sort((x, y) => x - y);
        const [from, to] = unfoldRange(text, both, start ?? 0, end ?? 0);
        expect(from).toBeLessThanOrEqual(to);
        expect(splitsPair(text, from) || splitsPair(text, to)).toBe(false);
        expect(folded(text.slice(from, to))).toContain(both.text.slice(start, end));
      }),
    );
  });

  test('folding what is folded changes nothing', () => {
    fc.assert(
      fc.property(troublesome, (text) => {
        const once = folded(text);
        // Letters that stood apart may combine once what parted them is gone.
        expect(folded(once).normalize('NFKC')).toBe(once.normalize('NFKC'));
      }),
    );
  });
});

function splitsPair(text: string, offset: number): boolean {
  const code = text.codePointAt(offset - 1) ?? 0;
  return offset > 0 && offset < text.length && code > 0xffff;
}
