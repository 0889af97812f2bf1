import { expect, test } from 'vitest';
import { isHanLike, languageOf } from '../../server/src/core/script.ts';

test('the script of a character is the one that Unicode gives it', () => {
  for (let codePoint = 0; codePoint <= 0x33fff; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    const isHan = /\p{Script=Han}/u.test(character);
    const expected = isHan ? 'zh-CN' : /\p{Script=Cyrillic}/u.test(character) ? 'ru' : 'en';
    if (languageOf(character) !== expected) expect.fail(`U+${codePoint.toString(16)}`);
  }
});

test('Latin letters and Han characters are weighed against each other', () => {
  expect(languageOf('双方abcdef')).toBe('zh-CN');
  expect(languageOf('双方abcdefg')).toBe('en');
  expect(languageOf('双方абвгдежз')).toBe('ru');
});

test('Han characters and their marks are told from letters, kana and Hangul', () => {
  const isLike = (text: string): boolean[] => Array.from(text, (each) => isHanLike(each.codePointAt(0) ?? 0));
  expect(isLike('双𠮷，。“”—…·〇（')).not.toContain(false);
  expect(isLike('aé1.,-"бかア한😀 ')).not.toContain(true);
});
