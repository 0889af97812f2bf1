import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../server/src/core/citation/markdown-document.ts';

const texts = (markdown: string): string[] => parseMarkdown(markdown).blocks.map(({ text }) => text);

describe('inline texts', () => {
  test.each([
    ['甲\n乙\n\n丙', ['甲\n乙', '丙']],
    ['# 甲\n乙', ['# 甲', '乙']],
    ['- 甲\n- 乙\n\n  丙', ['甲', '乙', '丙']],
    ['> 甲\n> 乙\n>\n> 丙', ['甲\n  乙', '丙']],
    ['> > 甲\n> > 乙', ['甲\n    乙']],
    ['| 甲 | 乙 |\n|----|----|\n| 丙 | 丁 |', ['甲', '乙', '丙', '丁']],
    ['甲\n\n    码\n\n乙', ['甲', '乙']],
    ['```\n码\n```\n甲', ['甲']],
    ['---\na: b\n---\n甲', ['甲']],
    ['---\na: b\n...\n甲', ['甲']],
    ['\ufeff---\na: b\n---\n甲', ['甲']],
    ['% 题\n  续\n% 人\n\n甲', ['甲']],
    // Without a closing line it is no front matter.
    ['---\na: b\n\n甲', ['a: b', '甲']],
    ['[^1]: 甲\n\n    乙\n\n        码\n\n丙', ['[^1]: 甲', '    乙', '丙']],
    ['[^1]: 甲\n[^2]: 乙', ['[^1]: 甲\n', '[^2]: 乙']],
    ['[a]: b\n甲', ['甲']],
    ['[a]: b "题"\n[c]: d\n', []],
    ['[a]: b\n  "题"\n甲', ['甲']],
    ['$$\n# 甲\n$$\n乙', ['$$\n# 甲\n$$', '乙']],
    ['$$\n甲\n\n乙', ['$$\n甲', '乙']],
    ['<!-- 甲\n\n乙 -->\n丙', ['<!-- 甲\n\n乙 -->', '丙']],
    ['<!-- 甲\n\n乙', ['<!-- 甲', '乙']],
    ['甲\r\n乙\r丙', ['甲 \n乙\n丙']],
    ['', []],
  ])('of %j', (markdown, expected) => {
    expect(texts(markdown)).toEqual(expected);
  });

  test('stand where they say', () => {
    const markdown = '---\na: b\n---\r\n> 甲\r\n> 乙\r\n\r\n- 丙\r丁';
    for (const { start, text } of parseMarkdown(markdown).blocks) {
      expect(
        markdown
          .slice(start, start + text.length)
          .replaceAll('\r', ' ')
          .replace(/[>\n]/g, ' '),
      ).toBe(text.replaceAll('\n', ' '));
    }
    expect.assertions(2);
  });
});

test('definitions have a label, a target, and the place of both', () => {
  const markdown = '甲\n\n[A  b]: <x y> "题"\n[c]: z\n[a B]: 二\n';
  const { definitions, labels } = parseMarkdown(markdown);
  expect(
    [...definitions.values()].map(({ label, target, targetSpan }) => [
      label,
      target,
      markdown.slice(targetSpan.start, targetSpan.end),
    ]),
  ).toEqual([
    ['a b', '<x y>', '<x y>'],
    ['c', 'z', 'z'],
  ]);
  expect([...labels]).toEqual(['a b', 'c']);
});

test('a heading is a label', () => {
  expect([...parseMarkdown('# 甲  乙 {#id}\n\nC d\n---\n').labels]).toEqual(['甲 乙', 'c d']);
});
