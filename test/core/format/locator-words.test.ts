import { describe, expect, test } from 'vitest';
import { resolveLocator } from '../../../server/src/core/citation/resolve-locator.ts';
import { parseLocator } from '../../../server/src/core/citation/locator.ts';
import {
  APA_LOCATORS,
  CHICAGO_LOCATORS,
  locatorOf,
  MLA_LOCATORS,
  OSCOLA_LOCATORS,
} from '../../../server/src/core/format/locator-words.ts';
import { addressesOf, statements } from '../citation/statement-fixture.ts';
import { bare, resolution, statement, treaty } from './statements.ts';

const nested = statement(
  'nested',
  'title: 嵌套\nlanguage: zh-CN',
  '一、甲\n\n（一）乙。\n\n丙。\n\n（二）丁。\n\n戊。\n\n二、己。',
);
/** Without sections. */
const plain = statement('plain', 'title: Plain\nlanguage: en', 'One.\n\nTwo.\n\nThree.');

describe('in the words of each style', () => {
  const rows = [
    ['4', '第四部分', 'sec. 4', 'Section 4', 'sec. 4', 's 4', 'разд. 4'],
    [
      '4.3',
      '第四部分第3段',
      'sec. 4, para. 3',
      'Section 4, para. 3',
      'sec. 4, par. 3',
      's 4, para 3',
      'разд. 4, абз. 3',
    ],
    [
      '4.3-4.5',
      '第四部分第3—5段',
      'sec. 4, paras. 3–5',
      'Section 4, paras. 3–5',
      'sec. 4, pars. 3–5',
      's 4, paras 3–5',
      'разд. 4, абз. 3–5',
    ],
    ['2-4', '第二至四部分', 'secs. 2–4', 'Sections 2–4', 'secs. 2–4', 'ss 2–4', 'разд. 2–4'],
    [
      '2.4-3.1',
      '第二部分第4段至第三部分第1段',
      'sec. 2, para. 4 to sec. 3, para. 1',
      'Section 2, para. 4 to Section 3, para. 1',
      'sec. 2, par. 4 to sec. 3, par. 1',
      's 2, para 4 to s 3, para 1',
      'разд. 2, абз. 4 – разд. 3, абз. 1',
    ],
    ['0', '序言', 'preamble', 'Preamble', 'preamble', 'preamble', 'преамбула'],
    [
      '0.1',
      '序言第1段',
      'preamble, para. 1',
      'Preamble, para. 1',
      'preamble, par. 1',
      'preamble, para 1',
      'преамбула, абз. 1',
    ],
  ] as const;
  test.each(rows)('%s', (address, chinese, chicago, apa, mla, oscola, russian) => {
    const print = (language: string, words = CHICAGO_LOCATORS): string =>
      locatorOf([address], bare, language, words);
    expect([
      print('zh-CN'),
      print('en'),
      print('en-US', APA_LOCATORS),
      print('en', MLA_LOCATORS),
      print('en-GB', OSCOLA_LOCATORS),
      print('ru'),
    ]).toEqual([chinese, chicago, apa, mla, oscola, russian]);
  });

  test('articles, and paragraphs with numbers of their own', () => {
    expect(locatorOf(['2.1'], treaty, 'en', CHICAGO_LOCATORS)).toBe('art. 2, para. 1');
    expect(locatorOf(['1-3'], treaty, 'en', OSCOLA_LOCATORS)).toBe('arts 1–3');
    expect(locatorOf(['3'], resolution, 'zh-CN', CHICAGO_LOCATORS)).toBe('第3段');
    expect(locatorOf(['3'], resolution, 'ru', CHICAGO_LOCATORS)).toBe('п. 3');
    expect(locatorOf(['2-4'], resolution, 'ru', CHICAGO_LOCATORS)).toBe('пп. 2–4');
    expect(locatorOf(['2'], plain, 'en', APA_LOCATORS)).toBe('para. 2');
  });

  test('nested sections', () => {
    expect(locatorOf(['1.2.2'], nested, 'zh-CN', CHICAGO_LOCATORS)).toBe('第一部分（二）第2段');
    expect(locatorOf(['1.2.2'], nested, 'en', CHICAGO_LOCATORS)).toBe('sec. 1.2, para. 2');
  });

  test('in the script of the draft', () => {
    expect(locatorOf(['2'], treaty, 'zh-Hant', CHICAGO_LOCATORS)).toBe('第二條');
  });
});

test('paragraphs of one section are named together, others apart', () => {
  const of = (language: string, ...addresses: readonly string[]) =>
    locatorOf(addresses, bare, language, CHICAGO_LOCATORS);
  expect(of('zh-CN', '4.1', '4.3-4.5', '5')).toBe('第四部分第1、3—5段、第五部分');
  expect(of('en', '4.1', '4.3-4.5', '5')).toBe('sec. 4, paras. 1, 3–5; sec. 5');
  expect(of('en', '4', '4.1')).toBe('sec. 4; sec. 4, para. 1');
});

test('an address that a statement does not have is told by its numbers, one that is none as it stands', () => {
  expect(locatorOf(['9.9'], bare, 'en', OSCOLA_LOCATORS)).toBe('s 9.9');
  expect(locatorOf(['9.9'], bare, 'zh-CN', OSCOLA_LOCATORS)).toBe('9.9');
  expect(locatorOf(['x'], bare, 'en', OSCOLA_LOCATORS)).toBe('x');
  expect(locatorOf([''], bare, 'en', OSCOLA_LOCATORS)).toBe('');
});

test.each(Object.entries(statements))(
  'what is written for %s names the same passage to a reader',
  (_name, subject) => {
    const scope = { sections: subject.sections, paragraphs: subject.paragraphs };
    for (const address of addressesOf(subject)) {
      for (const [language, words] of [
        ['en', CHICAGO_LOCATORS],
        ['en', APA_LOCATORS],
        ['ru', MLA_LOCATORS],
      ] as const) {
        const text = locatorOf([address], subject, language, words).replaceAll(' – ', ' to ');
        const locator = parseLocator(text);
        const found = locator === undefined ? [] : resolveLocator(locator, scope).found;
        expect([text, found]).toEqual([text, [address]]);
      }
    }
  },
);
