// Texts as they are received: what the head and the foot say, and the five received files.

import { expect, test } from 'vitest';
import type { Metadata, Statement } from '../../../server/src/core/statement/model.ts';
import { readDate } from '../../../server/src/core/statement/date.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import { readCorpusFile, sourceFiles, type SourceName } from '../../corpus/sources.ts';

function read(text: string): Statement {
  const { statement } = parseStatement('file:///texts/text.md', text);
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

function check(text: string, metadata: Partial<Metadata>, paragraphs: readonly string[]): void {
  const statement = read(text);
  expect(statement.metadata).toMatchObject(metadata);
  expect(statement.paragraphs.map((paragraph) => paragraph.text)).toEqual(paragraphs);
}

test('fields at the head give title, address and date', () => {
  check(
    '标题: 甲乙联合声明\n链接: http://example.org/a.html\n发布时间: 2025-05-09\n来源: 新华社\n\n双方友好。\n',
    { title: '甲乙联合声明', url: 'http://example.org/a.html', issued: '2025-05-09' },
    ['双方友好。'],
  );
  check(
    'Title: Joint Statement\nURL: https://example.org/a\nDate: 9 May 2025\n\nThe parties agree.\n',
    { title: 'Joint Statement', url: 'https://example.org/a', issued: '2025-05-09' },
    ['The parties agree.'],
  );
});

test('a title comes from the first heading, or from a first line that reads like one', () => {
  check('# Joint Statement\n\nWe agree.\n', { title: 'Joint Statement' }, ['We agree.']);
  check('Joint Statement\n\nWe agree.\n', { title: 'Joint Statement' }, ['We agree.']);
  check('Joint Statement\n===\n\nWe agree.\n', { title: 'Joint Statement' }, ['We agree.']);
  check('The parties agree.\n\nThey part.\n', { title: 'text' }, ['The parties agree.', 'They part.']);
});

test('of two headings that repeat each other the shorter is the title', () => {
  check(
    '# 甲乙声明（全文）\n\n2017-07-05 06:56\n\n## 甲乙声明\n\n双方友好。\n',
    { title: '甲乙声明', issued: '2017-07-05' },
    ['双方友好。'],
  );
});

test('front matter gives the title, and a heading that says something else stays', () => {
  check('---\ntitle: Statement\n---\n\n# Statement\n\nWe agree.\n', { title: 'Statement' }, ['We agree.']);
  const { sections } = read('---\ntitle: Statement\n---\n\n# Peace\n\nWe agree.\n');
  expect(sections.map(({ heading }) => heading)).toEqual(['Peace']);
});

test('a numbered heading is no title', () => {
  const { metadata, sections } = read('## Article 1\n\nPeace.\n\n## Article 2\n\nTrade.\n');
  expect(metadata.title).toBe('text');
  expect(sections.map(({ label }) => label)).toEqual(['Article 1', 'Article 2']);
});

test('a date in parentheses below the title is the day of signing', () => {
  check('甲乙联合声明\n\n（2025年5月8日，莫斯科）\n\n双方友好。\n', { eventDate: '2025-05-08' }, [
    '双方友好。',
  ]);
});

test('a plain file may begin with a line', () => {
  check('---\n\nJoint Statement\n\nWe agree.\n\n---\n\nWe part.\n', { title: 'text' }, [
    'Joint Statement',
    'We agree.',
    'We part.',
  ]);
});

test('furniture of newspapers and report sites is left out', () => {
  check(
    '甲乙声明\n\n双方友好。\n\n（下转第四版）\n\n（上接第二版）\n\n双方合作。\n\n**预览已结束，完整报告链接如下：**\n\n[https://example.org/a](https://example.org/a)\n',
    {},
    ['双方友好。', '双方合作。'],
  );
});

test.each([
  ['2025年5月8日', '2025-05-08'],
  ['二〇二五年五月八日于莫斯科', '2025-05-08'],
  ['二零零一年十二月三十一日', '2001-12-31'],
  ['2025-05-08 06:56', '2025-05-08'],
  ['2025/5/8', '2025-05-08'],
  ['8 May 2025', '2025-05-08'],
  ['May 8, 2025', '2025-05-08'],
  ['8 мая 2025 года', '2025-05-08'],
  ['2025年13月8日', undefined],
  ['2025-00-08', undefined],
  ['12025-01-01', undefined],
  ['no date', undefined],
])('the date in “%s” is %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

function received(name: SourceName): {
  statement: Statement;
  sections: Record<string, number>;
  problems: string[];
} {
  const { statement, problems } = parseStatement(
    `file:///sources/${sourceFiles[name]}`,
    readCorpusFile(`sources/${sourceFiles[name]}`),
  );
  if (statement === undefined) throw new Error('no statement');
  const sections = Object.fromEntries(
    statement.sections.map((section) => [section.address, section.paragraphs.length]),
  );
  return { statement, sections, problems: problems.map(({ code }) => code) };
}

test('001 as received: 25 paragraphs, title, address, both dates and a colophon of three lines', () => {
  const { statement, sections, problems } = received('001');
  expect(statement.key).toBe('001-0c5f77757cb6d9ee');
  expect(statement.metadata).toMatchObject({
    title: '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明',
    url: 'http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html',
    issued: '2025-05-09',
    eventDate: '2025-05-08',
    language: 'zh-CN',
  });
  expect(sections).toEqual({});
  expect(statement.paragraphs.map(({ address }) => address)).toEqual(
    Array.from({ length: 25 }, (_, i) => String(i + 1)),
  );
  expect(statement.paragraphs[0]?.text).toMatch(/^在第二次世界大战胜利和联合国成立80周年之际/);
  expect(statement.paragraphs[24]?.text).toMatch(/^双方愿继续积极密切协调/);
  expect(statement.colophon.map(({ start, end }) => statement.source.slice(start, end))).toEqual([
    '2025年5月8日于莫斯科',
    '（新华社莫斯科5月8日电）',
    '《 人民日报 》（ 2025年05月09日   03 版）',
  ]);
  expect(problems).toEqual([]);
});

test('002 as received: a preamble and four sections', () => {
  const { statement, sections, problems } = received('002');
  expect(statement.metadata.title).toBe(
    '中华人民共和国和俄罗斯联邦关于进一步加强全面战略协作、深化睦邻友好合作的联合声明',
  );
  expect(Object.keys(sections)).toEqual(['0', '1', '2', '3', '4']);
  expect(sections).toMatchObject({ '0': 2, '1': 5 });
  expect(problems).toEqual([]);
});

test('003 as received: ten sections, of which the mislabelled 十 stands in 九', () => {
  const { statement, sections, problems } = received('003');
  expect(statement.metadata).toMatchObject({
    title: '中华人民共和国和俄罗斯联邦关于当前世界形势和重大国际问题的联合声明',
    issued: '2017-07-05',
  });
  // 六 is cut in two by a page, and 九 holds the item that the page numbers “1.”.
  expect(sections).toEqual({ 0: 2, 1: 2, 2: 2, 3: 1, 4: 4, 5: 5, 6: 2, 7: 1, 8: 3, 9: 3 });
  expect(statement.sections.at(-1)?.sections.map(({ label }) => label)).toEqual(['1']);
  expect(problems).toEqual([]);
});

test('004 as received: the heading 六 is missing, and it is said', () => {
  const { statement, sections, problems } = received('004');
  expect(statement.metadata.title).toMatch(/^中华人民共和国和俄罗斯联邦在纪念.*联合声明$/);
  expect(Object.keys(sections)).toEqual(['0', '1', '2', '3', '4', '5', '7']);
  expect(sections).toMatchObject({ '0': 2, '1': 10, '3': 9 });
  expect(problems).toEqual(['section-missing']);
});

test('000 as received: a page on which three statements interleave is read without loss, and the clashes are said', () => {
  const { statement, problems } = received('000');
  expect(statement.metadata.title).toBe('中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明');
  expect(new Set(problems)).toEqual(new Set(['section-duplicate', 'section-missing']));
  expect(new Set(statement.paragraphs.map(({ address }) => address)).size).toBe(statement.paragraphs.length);
  expect(statement.colophon).toHaveLength(1);
});
