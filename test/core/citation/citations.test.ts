import { describe, expect, test } from 'vitest';
import {
  citationAt,
  findCitations,
  isOpaque,
  type Citation,
} from '../../../server/src/core/citation/citations.ts';
import { toAddresses } from '../../../server/src/core/citation/locator.ts';

function only(markdown: string): Citation {
  const citations = findCitations(markdown);
  const [citation] = citations;
  if (citation === undefined || citations.length > 1)
    throw new Error(`${String(citations.length)} citations in ${markdown}`);
  return citation;
}

const slice = (markdown: string, span: { start: number; end: number } | undefined): string | undefined =>
  span === undefined ? undefined : markdown.slice(span.start, span.end);

describe('what a citation takes', () => {
  test.each([
    ['文字[见 @k，第3段]。', ['[见 @k，第3段]']],
    ['文字[@a，第3段; 又见 @b，第4段 ]。', ['@a，第3段', '又见 @b，第4段']],
    ['文字 @k 说', ['@k']],
    ['@k [第3段] 说', ['@k [第3段]']],
    ['@k [第3段; 又见 @b] 说', ['@k [第3段', '又见 @b']],
    ['-@k 说', ['-@k']],
    ['@{k} 说', ['@{k}']],
    ['> [见\n> @k，第3段]', ['[见\n> @k，第3段]']],
    ['[@a，见 @b [第1段]]', ['[@a，见 @b [第1段]]', '@b [第1段]']],
    ['甲\r\n[@k，第3段]\r\n', ['[@k，第3段]']],
  ])('%j', (markdown, raw) => {
    expect(findCitations(markdown).map(({ span }) => slice(markdown, span))).toEqual(raw);
  });
});

describe('the parts of a citation', () => {
  test('in a bracket', () => {
    const markdown = '《声明》[见 -@{a-1}，第四部分第3段，强调见下]。';
    const citation = only(markdown);
    expect(citation).toMatchObject({
      key: 'a-1',
      prefix: '见',
      suffix: '，强调见下',
      suppressAuthor: true,
      form: 'bracketed',
      indexInGroup: 0,
      groupSize: 1,
      locatorText: '第四部分第3段',
    });
    expect(slice(markdown, citation.keySpan)).toBe('a-1');
    expect(slice(markdown, citation.atSpan)).toBe('-@');
    expect(slice(markdown, citation.group)).toBe('[见 -@{a-1}，第四部分第3段，强调见下]');
    expect(slice(markdown, citation.locatorSpan)).toBe('第四部分第3段');
    expect(slice(markdown, citation.locator?.span)).toBe('第四部分第3段');
  });

  test('of several in one bracket', () => {
    const markdown = 'x [@a，第1段; see @b, p. 3]';
    expect(findCitations(markdown)).toMatchObject([
      {
        key: 'a',
        indexInGroup: 0,
        groupSize: 2,
        group: { start: 2, end: markdown.length },
        locatorText: '第1段',
        prefix: '',
      },
      {
        key: 'b',
        indexInGroup: 1,
        groupSize: 2,
        group: { start: 2, end: markdown.length },
        locatorText: 'p. 3',
        prefix: 'see',
      },
    ]);
  });

  test('in running text', () => {
    const markdown = '据 @k\n[第3段; @b] 说';
    expect(findCitations(markdown)).toMatchObject([
      {
        key: 'k',
        form: 'textual',
        indexInGroup: 0,
        groupSize: 2,
        locatorText: '第3段',
        group: { start: 2, end: 14 },
      },
      { key: 'b', form: 'bracketed', indexInGroup: 1, groupSize: 2, group: { start: 2, end: 14 } },
    ]);
    expect(markdown.slice(2, 14)).toBe('@k\n[第3段; @b]');
  });
});

describe('where the locator stands', () => {
  // Addresses, then after bars the words of the locator and what follows them.
  test.each([
    ['[@k，第四部分第3段]', '4.3 | 第四部分第3段 | '],
    ['[@k, 第四部分第3段]', '4.3 | 第四部分第3段 | '],
    ['[@k 第3段]', '3 | 第3段 | '],
    ['[@k：第3段]', '3 | 第3段 | '],
    ['[@k、第3段]', '3 | 第3段 | '],
    ['[@k ， 第3段 ]', '3 | 第3段 | '],
    ['[@k, § 4, ¶ 3]', '4.3 | § 4, ¶ 3 | '],
    ['[@k, sec. 4, para. 3]', '4.3 | sec. 4, para. 3 | '],
    ['[@k, para. 3, emphasis added]', '3 | para. 3 | , emphasis added'],
    ['[@k，第3段，强调见下]', '3 | 第3段 | ，强调见下'],
    ['[@k, 4.3, more text]', '4.3 | 4.3 | , more text'],
    ['[@k, {第四部分第3段}]', '4.3 | 第四部分第3段 | '],
    ['[@k, { sec. 4, para. 3 }, more]', '4.3 | sec. 4, para. 3 | , more'],
    ['[@k{第3段}]', '3 | 第3段 | '],
    ['[@k, {}，第四部分第3段]', '4.3 | 第四部分第3段 | '],
    ['@k [第3段]', '3 | 第3段 | '],
    ['@k [, § 4]', '4 | § 4 | '],
    ['-@k [第3段，强调]', '3 | 第3段 | ，强调'],
    ['[@k，\n第3段]', '3 | 第3段 | '],
    ['[@k]', '– |  | '],
    ['@k', '– |  | '],
    // Not understood: the words up to the next comma.
    ['[@k, p. 3]', '– | p. 3 | , p. 3'],
    ['[@k，第2版，下转第4版]', '– | 第2版 | ，第2版，下转第4版'],
    ['[@k, {页 2}]', '– | 页 2 | '],
    // Without a mark or a space it is no locator.
    ['[@k）第3段]', '– |  | ）第3段'],
    ['[@k,]', '– |  | ,'],
    ['[@k, {第3段]', '– | {第3段 | , {第3段'],
  ])('%j', (markdown, expected) => {
    const { locator, locatorText, suffix } = only(markdown);
    expect(
      `${locator === undefined ? '–' : toAddresses(locator).join(' ')} | ${locatorText} | ${suffix}`,
    ).toBe(expected);
  });
});

test('citations come in the order of their keys, also those within others', () => {
  expect(findCitations('[见 [@a，第1段] @b，又见 @c] @d\n\n[^1]: @e\n').map(({ key }) => key)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ]);
});

describe('what is not reported', () => {
  test.each(['@*', '[@*]', '(@good) 例一\n\n见 @good', '@good. 例一', ''])('%j', (markdown) => {
    expect(findCitations(markdown)).toEqual([]);
  });

  test('but a bracket that names an example is a citation', () => {
    expect(findCitations('(@good) 例一\n\n见 [@good]').map(({ key }) => key)).toEqual(['good']);
  });
});

test('the innermost citation is found at a cursor', () => {
  const markdown = '[见 [@a] @b，又见 @c] d';
  const citations = findCitations(markdown);
  const at = (text: string): string | undefined => citationAt(citations, markdown.indexOf(text))?.key;
  expect([at('见 ['), at('@a'), at('@b'), at('@c'), at(' d')]).toEqual(['b', 'a', 'b', 'c', 'b']);
  expect(citationAt(citations, markdown.length)).toBeUndefined();
});

describe('where no citation can stand', () => {
  test.each([
    ['---\na: |\n---\n\n文', true],
    ['文 `甲|乙` 字', true],
    ['```\n|\n```', true],
    ['$a|b$', true],
    ['<!-- | -->', true],
    ['[x](a|b)', true],
    ['<http://x|.y>', true],
    ['文|字', false],
    ['[@|]', false],
    ['[x|](a)', false],
    ['`a`|', false],
    ['# 标题 @|', false],
    ['- @|', false],
  ])('%j', (marked, expected) => {
    const offset = marked.lastIndexOf('|') === marked.indexOf('|') ? marked.indexOf('|') : -1;
    if (offset < 0) throw new Error('one cursor');
    expect(isOpaque(marked.replace('|', ''), offset)).toBe(expected);
  });
});
