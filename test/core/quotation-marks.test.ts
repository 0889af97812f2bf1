import { describe, expect, test } from 'vitest';
import { quotationMarks, quoted } from '../../server/src/core/quotation-marks.ts';

describe('a quotation stands between the marks of its language', () => {
  test.each([
    ['zh-CN', '“甲”'],
    ['zh', '“甲”'],
    ['zh-Hant', '「甲」'],
    ['zh-TW', '「甲」'],
    ['zh-Hans-HK', '“甲”'],
    ['en', '“甲”'],
    ['ru', '«甲»'],
    ['ru-RU', '«甲»'],
  ])('%s', (language, expected) => {
    expect(quoted('甲', quotationMarks(language))).toBe(expected);
  });
});

describe('marks inside of it change', () => {
  test.each([
    ['to the inner ones', 'zh-CN', '特别是“斩首行动”，', '“特别是‘斩首行动’，”'],
    [
      'and those inside of these back',
      'zh-CN',
      '“美国金穹（曾为‘铁穹’）”计划',
      '“‘美国金穹（曾为“铁穹”）’计划”',
    ],
    ['into those of the draft', 'zh-TW', '特别是“斩首行动”', '「特别是『斩首行动』」'],
    ['from those of the draft', 'zh-CN', '特别是「斬首行動」', '“特别是‘斬首行動’”'],
    ['where the other one is outside, at the end', 'zh-CN', '五个“核武器国家', '“五个‘核武器国家”'],
    ['where the other one is outside, at the start', 'zh-CN', '法治”原则', '“法治’原则”'],
    ['in English, apostrophes apart', 'en', 'the People’s “three evils”', '“the People’s ‘three evils’”'],
    ['in Russian', 'ru', 'доктрина «мягкой силы»', '«доктрина „мягкой силы“»'],
    ['in Russian, German ones too', 'ru', 'слово «о „мире“»', '«слово „о «мире»“»'],
    ['but not straight ones', 'en', 'the "three evils"', '“the "three evils"”'],
  ])('%s', (_how, language, text, expected) => {
    expect(quoted(text, quotationMarks(language))).toBe(expected);
  });
});
