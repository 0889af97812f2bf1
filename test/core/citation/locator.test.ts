import { describe, expect, test } from 'vitest';
import { parseLocator, toAddresses } from '../../../server/src/core/citation/locator.ts';

/** The addresses, and after a bar what is left of the text. */
function read(text: string): string {
  const locator = parseLocator(text);
  if (locator === undefined) return '–';
  const rest = text.slice(locator.span.end);
  return toAddresses(locator).join(' ') + (rest === '' ? '' : ` | ${rest}`);
}

describe('Chinese locators', () => {
  test.each([
    ['第四部分第3段', '4.3'],
    ['第4部分第三段', '4.3'],
    ['第 4 部分 第 3 段', '4.3'],
    ['第四部分的第3段', '4.3'],
    ['第四部分，第3段', '4.3'],
    ['第四部分、第3段', '4.3'],
    ['第四节', '4'],
    ['第四節', '4'],
    ['第三条', '3'],
    ['第二十一条', '21'],
    ['第四章第三条', '4.3'],
    ['第五条第2款', '5.2'],
    ['第五条第2款第3项', '5.2.3'],
    ['第12段', '12'],
    ['第十二段', '12'],
    ['第１２段', '12'],
    ['第一百零三段', '103'],
    ['第3自然段', '3'],
    ['第3段落', '3'],
    ['3段', '3'],
    ['段 3', '3'],
    ['段落 3', '3'],
    ['部分 4', '4'],
    ['第贰部分', '2'],
    ['第一部分（二）第2段', '1.2.2'],
    ['四（三）', '4.3'],
    ['四（3）', '4.3'],
    ['四(3)', '4.3'],
    ['四.3', '4.3'],
    ['四．3', '4.3'],
    ['四第3段', '4.3'],
    ['序言', '0'],
    ['序言第1段', '0.1'],
    ['前言第2段', '0.2'],
    ['序言部分第3段', '0.3'],
    ['执行部分第3段', '3'],
  ])('%s is %s', (text, addresses) => {
    expect(read(text)).toBe(addresses);
  });
});

describe('runs and lists', () => {
  test.each([
    ['第3—5段', '3-5'],
    ['第3-5段', '3-5'],
    ['第3–5段', '3-5'],
    ['第3——5段', '3-5'],
    ['第3～5段', '3-5'],
    ['第3至5段', '3-5'],
    ['第3到第5段', '3-5'],
    ['第3段至第5段', '3-5'],
    ['第四部分第3—5段', '4.3-4.5'],
    ['第四部分第3段至第5段', '4.3-4.5'],
    ['第四部分第3段至第五部分第1段', '4.3-5.1'],
    ['序言第1段至第一部分第1段', '0.1-1.1'],
    ['第四至六部分', '4-6'],
    ['第四至第六部分', '4-6'],
    ['第3、5段', '3 5'],
    ['第3、5、7—9段', '3 5 7-9'],
    ['第3、第5段', '3 5'],
    ['第3段和第5段', '3 5'],
    ['第四部分第3、5段', '4.3 4.5'],
    ['第四部分第3段、第5段', '4.3 4.5'],
    ['第四部分第3段、第五部分第1段', '4.3 5.1'],
    ['第四部分与第五部分', '4 5'],
    ['第一部分第1项、第2项', '1.1 1.2'],
    ['4.3-4.5', '4.3-4.5'],
    ['4.3-5', '4.3-4.5'],
    ['4.3—5.1', '4.3-5.1'],
    ['1.2.3-2.4', '1.2.3-2.4'],
    ['§ 1.2.3 to § 2', '1.2.3-2'],
    ['4.3、4.5', '4.3 4.5'],
    ['4.3, 4.5', '4.3 4.5'],
    ['四、五', '4 5'],
    ['paras. 3-5', '3-5'],
    ['paras. 3–5', '3-5'],
    ['paras. 3 to 5', '3-5'],
    ['paras. 3, 5 and 7', '3 5 7'],
    ['¶¶ 3-5', '3-5'],
    ['§§ 4-6', '4-6'],
    ['ss. 4-6', '4-6'],
    ['§ 4, ¶¶ 3-5', '4.3-4.5'],
    ['§ 4, ¶ 3 to § 5, ¶ 1', '4.3-5.1'],
    ['sec. 4, para. 3, sec. 5, para. 1', '4.3 5.1'],
  ])('%s is %s', (text, addresses) => {
    expect(read(text)).toBe(addresses);
  });
});

describe('other languages', () => {
  test.each([
    ['4.3', '4.3'],
    ['4.3.2', '4.3.2'],
    ['12', '12'],
    ['IV.3', '4.3'],
    ['IV', '4'],
    ['§4 ¶3', '4.3'],
    ['§ 4, ¶ 3', '4.3'],
    ['§4, ¶3', '4.3'],
    ['§ 1.2, ¶ 2', '1.2.2'],
    ['sec. 4, para. 3', '4.3'],
    ['Sec. IV, para. 3', '4.3'],
    ['section 4, paragraph 3', '4.3'],
    ['section 4 para 3', '4.3'],
    ['secs. 4 and 5', '4 5'],
    ['para. 3 of sec. 4', '4.3'],
    ['par. 3', '3'],
    ['art. 4', '4'],
    ['arts. 4-6', '4-6'],
    ['Article 5, para. 2', '5.2'],
    ['art. 5(2)', '5.2'],
    ['art. 5(2)(b)', '5.2.2'],
    ['para. 3(iv)', '3.4'],
    ['ch. 2, art. 5', '2.5'],
    ['Part II, section 3', '2.3'],
    ['preamble', '0'],
    ['preamble, para. 1', '0.1'],
    ['preambular para. 3', '0.3'],
    ['PP3', '0.3'],
    ['OP3', '3'],
    ['op. para. 3', '3'],
    ['operative paragraph 3', '3'],
    ['разд. 4, абз. 3', '4.3'],
    ['раздел 4, абзац 3', '4.3'],
    ['абз. 3 разд. 4', '4.3'],
    ['п. 3', '3'],
    ['пункт 3', '3'],
    ['пп. 3–5', '3-5'],
    ['ст. 5', '5'],
    ['гл. 2, ст. 5', '2.5'],
    ['статья 5', '5'],
    ['преамбула, абз. 1', '0.1'],
  ])('%s is %s', (text, addresses) => {
    expect(read(text)).toBe(addresses);
  });
});

describe('what is no locator', () => {
  test.each([
    ...[
      'p. 3',
      'pp. 3-5',
      'pp 3',
      '第2版',
      '第2版第3段',
      '页 2',
      '第5页',
      'с. 2',
      'стр. 2',
      'page 3',
      '第三卷',
    ],
    ...[
      '',
      ' ',
      'see above',
      '三国演义',
      '2017年',
      '2025.5.8',
      'I think',
      '第三部门',
      '第段',
      '第',
      '§',
      'para.',
      '@k',
    ],
    ...['4.3%', '第9999999段', '§ 4abc', 'para. 3rd', 'particle 4', 'section'],
  ])('%j', (text) => {
    expect(parseLocator(text)).toBeUndefined();
  });
});

describe('what follows a locator is left', () => {
  test.each([
    ['第3段，强调见下', '3 | ，强调见下'],
    ['第四部分第3段（2022年）', '4.3 | （2022年）'],
    ['一、政治互信', '1 | 、政治互信'],
    ['para. 3, 2017 edition', '3 | , 2017 edition'],
    ['para. 3; emphasis added', '3 | ; emphasis added'],
    ['4.3, more text', '4.3 | , more text'],
    ['4.3、5', '4.3 | 、5'],
    ['第3段第', '3 | 第'],
    ['第3段至今', '3 | 至今'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('and white space before it is passed over', () => {
    expect(parseLocator('  第3段 ')?.span).toEqual({ start: 2, end: 5 });
  });
});

test('the levels say what the numbers count', () => {
  expect(parseLocator('第四章第三条（二）第1款至第2款')?.passages).toEqual([
    {
      from: [
        { kind: 'chapter', number: 4 },
        { kind: 'article', number: 3 },
        { kind: 'any', number: 2 },
        { kind: 'paragraph', number: 1 },
      ],
      to: [
        { kind: 'chapter', number: 4 },
        { kind: 'article', number: 3 },
        { kind: 'any', number: 2 },
        { kind: 'paragraph', number: 2 },
      ],
    },
  ]);
});
