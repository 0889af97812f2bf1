import { describe, expect, test } from 'vitest';
import { parseLocator } from '../../../server/src/core/citation/locator.ts';
import { resolveLocator } from '../../../server/src/core/citation/resolve-locator.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import {
  communique,
  englishTreaty,
  joint,
  nested,
  plain,
  resolution,
  russian,
  statementFrom,
  treaty,
} from './statement-fixture.ts';

/** `4.3`; what does not exist with `?`, and the nearest that does after `→`. */
function resolve(statement: Statement, text: string): string {
  const locator = parseLocator(text);
  if (locator === undefined) throw new Error(`${text} is no locator`);
  const { found, missing } = resolveLocator(locator, statement);
  return [
    ...found,
    ...missing.map(({ asked, nearest }) => `${asked}?${nearest === undefined ? '' : ` → ${nearest}`}`),
  ].join(', ');
}

describe('a joint statement of numbered parts', () => {
  test.each([
    ['第四部分第3段', '4.3'],
    ['第四节第3段', '4.3'],
    ['§ 4, ¶ 3', '4.3'],
    ['4.3', '4.3'],
    ['四（三）', '4.3'],
    ['第四部分', '4'],
    ['第四章', '4'],
    ['序言', '0'],
    ['序言第2段', '0.2'],
    ['第四部分第1—3段', '4.1-4.3'],
    ['第四部分第2段至第五部分第1段', '4.2-5.1'],
    ['第四至五部分', '4-5'],
    ['第四部分第1、3段', '4.1, 4.3'],
    ['第四部分第2—2段', '4.2'],
    ['第四部分第9段', '4.9? → 4.3'],
    ['第九部分', '9? → 5'],
    ['第九部分第1段', '9.1? → 5'],
    ['序言第3段', '0.3? → 0.2'],
    ['4.9', '4.9? → 4.3'],
    ['第四部分第1—9段', '4.1-4.9? → 4.3'],
    ['第四部分第3—1段', '4.3-4.1? → 4.3'],
    ['第四部分第1、9段', '4.1, 4.9? → 4.3'],
    // Which part is not said.
    ['第3段', '3?'],
    ['0.2', '0.2'],
  ])('%s is %s', (text, expected) => {
    expect(resolve(joint, text)).toBe(expected);
  });
});

describe('a statement without sections', () => {
  test.each([
    ['第3段', '3'],
    ['para. 3', '3'],
    ['3', '3'],
    ['第2—4段', '2-4'],
    ['第12段', '12? → 5'],
    ['第四部分', '4? → 4'],
    ['第一部分第3段', '1.3? → 1'],
    ['序言第1段', '0.1? → 1'],
  ])('%s is %s', (text, expected) => {
    expect(resolve(plain, text)).toBe(expected);
  });
});

describe('nested sections', () => {
  test.each([
    ['第一部分（二）第2段', '1.2.2'],
    ['第一部分（二）', '1.2'],
    ['一（二）', '1.2'],
    // Before the first nested section.
    ['第一部分第2段', '1.0.2'],
    ['1.0.2', '1.0.2'],
    ['1.0', '1.0? → 1'],
    ['第二部分第1项', '2.1'],
    ['第二部分第2项第2段', '2.2.2'],
    ['第二部分第2段', '2.2'],
    ['第一部分（三）', '1.3? → 1.2'],
    ['第一部分第9段', '1.9? → 1.0.2'],
  ])('%s is %s', (text, expected) => {
    expect(resolve(nested, text)).toBe(expected);
  });

  test('a number that could be a paragraph or a numbered item is neither', () => {
    const both = statementFrom('## 一\n\n首。\n\n1. 甲。\n\n2. 乙。\n\n## 二\n\n丙。');
    expect(resolve(both, '第一部分第1段')).toBe('1.1?');
    expect(resolve(both, '第一部分第2段')).toBe('1.2');
  });
});

describe('articles that run through', () => {
  test.each([
    ['第三条', '2.3'],
    ['第二章第三条', '2.3'],
    ['第一章第三条', '1.3? → 1.2'],
    ['第四条第2款', '2.4.2'],
    ['第四条第2段', '2.4.2'],
    ['第二至三条', '1.2-2.3'],
    ['第二章', '2'],
    ['第二部分', '2'],
    ['第九条', '9? → 2.4'],
    ['第九章', '9? → 2'],
    // The address is not the article's number.
    ['2.3', '2.3'],
    ['3', '3? → 2'],
  ])('%s is %s', (text, expected) => {
    expect(resolve(treaty, text)).toBe(expected);
  });

  test.each([
    ['art. 2', '2.2'],
    ['art. 2(b)', '2.2.2'],
    ['art. 2, para. 1', '2.2.0.1'],
    ['preamble, para. 1', '0.1'],
    ['ch. 2, art. 3', '2.3'],
  ])('%s is %s', (text, expected) => {
    expect(resolve(englishTreaty, text)).toBe(expected);
  });
});

describe('numbered paragraphs', () => {
  test.each([
    ['para. 2', '2'],
    ['OP2', '2'],
    ['¶ 2(b)', '2.2'],
    ['PP2', '0.2'],
    ['paras. 1-3', '1-3'],
    ['para. 9', '9? → 3'],
    ['PP9', '0.9? → 0.2'],
  ])('of a resolution: %s is %s', (text, expected) => {
    expect(resolve(resolution, text)).toBe(expected);
  });

  test.each([
    ['para. 3', '2.3'],
    ['¶ 4', '2.4'],
    ['paras. 2-3', '1.2-2.3'],
    ['§ 2, ¶ 3', '2.3'],
    ['para. 9', '9? → 2.4'],
    ['1.2.2', '1.2.2'],
  ])('of a communiqué: %s is %s', (text, expected) => {
    expect(resolve(communique, text)).toBe(expected);
  });
});

test('Roman sections are found by their number', () => {
  expect(resolve(russian, 'разд. 1, абз. 2')).toBe('1.2');
  expect(resolve(russian, 'I.2')).toBe('1.2');
  expect(resolve(russian, 'разд. II')).toBe('2');
});
