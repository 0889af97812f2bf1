import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFoldBuffer, fold, foldInto, unfoldRange } from '../../server/src/core/fold.ts';

function folded(text: string): string {
  return fold(text).text;
}

describe('folding', () => {
  test.each([
    ['“上海精神”', '上海精神', 'quotation marks'],
    ['Ｇ２０', 'g20', 'width and case'],
    ['2024—2025年', '20242025年', 'dashes'],
    ['国际、地区 安全\u3000问题', '国际地区安全问题', 'spaces, the ideographic one too'],
    ['㈠', '1', 'a parenthesised numeral, as （一） is'],
    ['（一）', '1', 'parentheses'],
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

  test.each([
    ['戰略穩定', '战略稳定', 'traditional characters'],
    ['萬億參貳陸兩', '万亿参贰陆两', 'units and the digits of banknotes only become simplified'],
    ['\uf902鬥', '车斗', 'compatibility ideographs'],
    ['𡞵㜢𩶘', '㛟𡞱䲞', 'traditional characters in, out of and beyond the BMP'],
    ['薴', '苎', 'a character whose simplified form has one itself'],
    ['著名', '著名', 'characters that both scripts have'],
  ])('simplifies %s → %s: %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test.each([
    ['二〇二五年', '2025年', 'digit by digit'],
    ['二○二五年', '2025年', 'a white circle for 〇'],
    ['二◯二五年', '2025年', 'a large circle for 〇'],
    ['二零二五年', '2025年', '零'],
    ['2025年', '2025年', 'Arabic digits'],
    ['２０２５年', '2025年', 'full-width digits'],
    ['二十一世纪', '2十1世纪', 'units stay'],
    ['一百〇三', '1百03', 'units stay'],
    ['三四五六七八九', '3456789', 'all digits'],
    ['㊀⼆', '12', 'circled ones and radicals'],
    ['进一步、零和', '进1步0和', 'wherever they stand'],
    ['两国', '两国', '两 is mostly a word'],
    ['兩國', '两国', '兩 too'],
    ['壹贰叁肆伍陆柒捌玖拾', '壹贰叁肆伍陆柒捌玖拾', 'digits of banknotes'],
  ])('makes Han digits Arabic, %s → %s: %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test.each([
    ['Café', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['Übergrößenträger', 'ubergrossentrager'],
    ['GROẞ', 'gross'],
    ['Erdős', 'erdos'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Đông Hà, Việt Nam', 'donghavietnam'],
    ['Kø\u0301benhavn', 'kobenhavn'],
    ['Ægir, œuvre, ǽ', 'aegiroeuvreae'],
    ['İstanbul, ılık', 'istanbulilik'],
    ['Ἀθῆναι', 'αθηναι'],
    ['ᾳ\u0301', 'α'],
    ['Ёлка', 'елка'],
    ['е\u0308лка', 'елка'],
    ['стра\u0301ны', 'страны'],
    ['и\u0301ли, ѝ', 'илии'],
    ['Российской', 'российской'],
    ['Росси\u0438\u0306ской', 'российской'],
    ['и\u0306\u0301', 'й'],
    ['Україна', 'україна'],
    ['Укра\u0456\u0308на', 'україна'],
    ['Беларус\u044c ў', 'беларусьў'],
    ['Ќе, Ѓорѓи', 'ќеѓорѓи'],
    ['ガンダム', 'ガンダム'],
    ['カ\u3099', 'ガ'],
    ['한국', '한국'],
  ])('strips accents, not what makes another letter: %s → %s', (text, expected) => {
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
    expect(fold('.\u0301x').offsets).toEqual([2, 3]);
    expect(fold('二○二五')).toEqual({ text: '2025', offsets: [0, 1, 2, 3, 4] });
    expect(fold('aß𡞵㜢c')).toEqual({ text: 'ass㛟𡞱c', offsets: [0, 1, 1, 2, 4, 4, 5, 6] });
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
    ['cafe\u0301 noir', 'cafe', 'cafe\u0301'],
    ['日本、二○二五年、東京', '2025年', '二○二五年'],
    ['中國（戰略）穩定', '战略稳定', '戰略）穩定'],
    ['die Größe ist', 'grosse', 'Größe'],
    ['die Größe ist', 's', 'ß'],
    ['人𡞵人', '㛟', '𡞵'],
    ['人㜢人', '𡞱', '㜢'],
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

describe('a buffer', () => {
  const rendered = (text: string, buffer = createFoldBuffer()): unknown => {
    foldInto(text, buffer);
    const { units, offsets, length } = buffer;
    return {
      text: String.fromCharCode(...units.subarray(0, length)),
      offsets: [...offsets.subarray(0, length + 1)],
    };
  };

  test('holds the last text that was folded into it', () => {
    const buffer = createFoldBuffer();
    rendered('一段很长的文字，后面什么也不剩', buffer);
    expect(rendered('“稳”é!', buffer)).toEqual({ text: '稳e', offsets: [1, 3, 5] });
    expect(rendered('', buffer)).toEqual({ text: '', offsets: [0] });
  });

  test('grows with the text, and with what a character expands to', () => {
    const long = '战略，'.repeat(1000);
    expect(rendered(long)).toEqual(fold(long));
    expect(fold(long).text).toBe('战略'.repeat(1000));
    const expanding = 'ab' + '\ufdfa'.repeat(300) + '稳定';
    expect(rendered(expanding)).toEqual(fold(expanding));
    expect(fold(expanding).text).toHaveLength(4 + 300 * folded('\ufdfa').length);
  });

  test('holds what fold gives, for any text', () => {
    const buffer = createFoldBuffer();
    fc.assert(
      fc.property(troublesome, (text) => {
        expect(rendered(text, buffer)).toEqual(fold(text));
      }),
    );
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
    fc.constantFrom(
      '戰',
      '𡞵',
      '㜢',
      '薴',
      '二',
      '○',
      '十',
      'ø',
      'Æ',
      'й',
      'и\u0306',
      'ё',
      '\u0306',
      'ガ',
      '\u3099',
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

  test('each character comes from where its offset says, whatever stands around it', () => {
    fc.assert(
      fc.property(troublesome, (text) => {
        const { text: result, offsets } = fold(text);
        const starts = [...new Set(offsets.slice(0, -1))];
        const alone = starts.map((start, i) => folded(text.slice(start, starts[i + 1])));
        expect(alone.join('')).toBe(result);
        starts.forEach((start, i) => {
          const from = offsets.indexOf(start);
          const to = offsets.lastIndexOf(start, result.length - 1) + 1;
          expect(result.slice(from, to)).toBe(alone[i]);
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
