// What bad input gets: a problem with its place and a statement that stays as usable as it can.

import { expect, test } from 'vitest';
import { isKey, keyOfFile, parseStatement } from '../../../server/src/core/statement/parse.ts';
import { render, unindent } from './render.ts';

const uri = 'file:///corpus/jia-yi-2019.statement.md';

/** Codes with 1-based lines, and the key under which the text can be cited. */
function check(text: string, expected: readonly string[], key: string | null = 'jia-yi-2019'): void {
  const { statement, problems } = parseStatement(uri, text);
  const shown = problems.map(({ code, span, values }) => {
    const line = text.slice(0, span.start).split('\n').length;
    expect(span.end).toBeLessThanOrEqual(text.length);
    return `${String(line)} ${code} ${values['field'] ?? values['label'] ?? ''}`.trimEnd();
  });
  expect(shown).toEqual(expected);
  expect(statement?.key ?? null).toBe(key);
}

test('broken YAML is named at its line, and the text stays', () => {
  check('---\nid: a\ntitle: "T\nlanguage: [zh\n---\n\nText.\n', ['4 front-matter-invalid'], 'a');
});

test('front matter without an end is refused: nobody can tell it from the text', () => {
  check('---\nid: a\ntitle: T\n\nText.\n', ['1 front-matter-unclosed'], null);
});

test('front matter that is a list or a word is no front matter', () => {
  check('---\n- a\n- b\n---\n\nText.\n', ['1 front-matter-invalid', '1 title-missing', '1 key-missing']);
  check('---\nword\n---\n\nText.\n', ['1 front-matter-invalid', '1 title-missing', '1 key-missing']);
});

test('empty front matter says nothing', () => {
  check('---\n---\n\nText.\n', ['1 title-missing', '1 key-missing']);
});

test('without a title the key stands for it', () => {
  check('---\nid: a\n---\n\nText.\n', ['2 title-missing'], 'a');
  check('---\nid: a\ntitle: ""\n---\n\nText.\n', ['2 title-missing'], 'a');
  expect(parseStatement(uri, '---\nid: a\n---\n\nText.\n').statement?.metadata.title).toBe('jia-yi-2019');
});

test.each(['中俄', 'a b', '-x', 'x-', 'a_b', '"a.b"', 'é'])(
  'the id %s is no key: the name of the file is',
  (id) => {
    check(`---\ntitle: T\nid: ${id}\n---\n\nText.\n`, ['3 key-invalid']);
  },
);

test('every field of a wrong type is named, and the others count', () => {
  check(
    unindent(`---
      id: a
      type: [x]
      title: T
      title-short: {a: b}
      author: Smith
      event-date: 8 May 2025
      event-place: [Moscow]
      issued: 2025-13-01
      container-title: []
      page: {}
      URL: [a]
      language: [zh]
      completeness: nearly
      regularised: width
      witnesses: [A, {siglum: B}, {siglum: C, source: c.txt, lines: 3}, {siglum: D, source: d.txt, lines: [[1, x]]}]
      emendations: [{at: 1}]
      doubts: {at: 1}
      ---
      Text.`),
    [
      '3 front-matter-field type',
      '5 front-matter-field title-short',
      '6 front-matter-field author',
      '7 front-matter-field event-date',
      '8 front-matter-field event-place',
      '9 front-matter-field issued',
      '10 front-matter-field container-title',
      '11 front-matter-field page',
      '12 front-matter-field URL',
      '13 front-matter-field language',
      '14 front-matter-field completeness',
      '15 front-matter-field regularised',
      '16 front-matter-field witnesses',
      '16 front-matter-field witnesses',
      '16 front-matter-field witnesses',
      '16 front-matter-field witnesses',
      '17 front-matter-field emendations',
      '18 front-matter-field doubts',
    ],
    'a',
  );
});

test('a field that stands twice counts once', () => {
  check('---\nid: a\ntitle: T\ntitle: U\n---\n\nText.\n', ['4 front-matter-invalid'], 'a');
  const { statement } = parseStatement(uri, '---\nid: a\ntitle: T\ntitle: U\n---\n\nText.\n');
  expect(statement?.metadata.title).toBe('T');
});

test('numbers keep the form in which they are written', () => {
  const text =
    '---\nid: 2025\ntitle: 1984\npage: 03\nissued: 2025\nemendations: [{at: 1.10, witness: 1, reading: 2, reason: 3}]\n---\nText.\n';
  const { statement } = parseStatement(uri, text);
  expect(statement?.key).toBe('2025');
  expect(statement?.metadata).toMatchObject({ title: '1984', page: '03', issued: '2025' });
  expect(statement?.metadata.emendations[0]).toEqual({ at: '1.10', witness: '1', reading: '2', reason: '3' });
});

test('a section numbered twice is named at its line, and every paragraph keeps an address of its own', () => {
  const text =
    '---\nid: a\ntitle: T\n---\n\n## 一\n\n甲。\n\n## 二\n\n乙。\n\n## 二\n\n丙。\n\n## 三\n\n丁。\n';
  expect(render(text, uri)).toBe(
    unindent(`§ 1 han 一
      1.1 甲。
      § 2 han 二
      2.1 乙。
      2.2 丙。
      § 3 han 三
      3.1 丁。
      ! 14 section-duplicate 二`),
  );
});

test('the title of a section numbered twice is kept as text', () => {
  expect(render('# T\n\n## 一、甲\n\n子。\n\n## 一、乙\n\n丑。\n')).toBe(
    unindent(`§ 1 han 一 | 甲
      1.1 子。
      1.2 乙
      1.3 丑。
      ! 7 section-duplicate 一`),
  );
});

test('a missing section is mentioned', () => {
  check('---\nid: a\ntitle: T\n---\n\n## 一\n\n甲。\n\n## 四\n\n乙。\n', ['10 section-missing 四'], 'a');
});

test('a file without text is no statement', () => {
  check('', ['1 title-missing', '1 key-missing', '1 no-text'], null);
  check(' \n\n\t\n', ['1 title-missing', '1 key-missing', '1 no-text'], null);
  check('---\nid: a\ntitle: T\n---\n', ['1 no-text'], null);
  check('---\nid: a\ntitle: T\n---\n\n## 一\n\n## 二\n', ['1 no-text'], null);
  check('---\nid: a\ntitle: T\n---\n\n---\n\nText.\n', [], 'a');
});

test('a line of 20 million characters is refused at once', () => {
  const start = performance.now();
  const { statement, problems } = parseStatement(
    uri,
    `---\nid: a\ntitle: T\n---\n\n${'字'.repeat(20_000_000)}\n`,
  );
  expect(performance.now() - start).toBeLessThan(1000);
  expect(statement).toBeUndefined();
  expect(problems.map(({ code, values }) => `${code} ${values['length'] ?? ''}`)).toEqual([
    'line-too-long 20000000',
  ]);
});

const many = 20_000;
test.each<[string, string]>([
  ['NULs', 'a\0b\n\n\0\0\n'],
  ['lone surrogates', '\ud800\n\n\udc00甲\ud800\n\n一、\ud800\n'],
  ['nested brackets', `---\nid: ${'['.repeat(10_000)}\ntitle: T\n---\n\nText.\n`],
  ['nested maps', `---\n${'? '.repeat(10_000)}\n---\n\nText.\n`],
  ['very deep brackets', `---\nid: ${'['.repeat(100_000)}\n---\n\nText.\n`],
  [
    'many fields',
    `---\n${Array.from({ length: 20_000 }, (_, i) => `f${String(i)}: 1\n`).join('')}---\n\nText.\n`,
  ],
  ['brackets in the text', '（'.repeat(50_000)],
  ['many headings', '## 标题\n\n'.repeat(many)],
  ['many numbered headings', Array.from({ length: many }, (_, i) => `## ${String(i % 999)}. x\n\n`).join('')],
  ['many headings of one number', '## 一\n\n字。\n\n'.repeat(many)],
  ['headings before a first number', `${'## a\n\n'.repeat(many)}## 1. b\n\nText.\n`],
  ['many lines in one paragraph', 'a line of text\n'.repeat(many)],
  ['many short Chinese lines', '短句\n'.repeat(many)],
  ['many lines that start with a number', '77. a line\n'.repeat(many)],
  ['many items', '——甲\n'.repeat(many)],
  ['many comments that nothing closes', '<!-- a\n\n'.repeat(many)],
  ['many comments', '<!-- a -->\n'.repeat(many)],
  ['many initials', 'I. Ivanov spoke.\n\n'.repeat(many)],
  ['many running numbers', Array.from({ length: many }, (_, i) => `${String(i + 1)}. We.\n\n`).join('')],
  ['a heading of spaces', `## a${' '.repeat(900_000)}b\n\nText.\n`],
  ['a field of spaces', `标题:${' '.repeat(400_000)}a\u2028${' '.repeat(400_000)}b\n\nText.\n`],
  ['an address of parentheses', `http://${'('.repeat(900_000)}\n\nText.\n`],
  ['a table of bars', `Text.\n\n${'|'.repeat(900_000)}a\n`],
  ['closing marks', `Text.\n\n${'.)'.repeat(400_000)}a\n`],
  ['a depth of numbers', Array.from({ length: 2000 }, (_, i) => `${'1.'.repeat(i + 1)} a\n\n`).join('')],
])('%s are read in time that grows with their size', (_, text) => {
  const start = performance.now();
  const plain = parseStatement('file:///a.txt', text);
  const edited = parseStatement(uri, text);
  expect(performance.now() - start).toBeLessThan(5000);
  for (const { statement } of [plain, edited]) {
    if (statement === undefined) continue;
    const addresses = statement.paragraphs.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
  }
});

test.each([
  ['a', true],
  ['cn-ru-2025', true],
  ['2025', true],
  ['A1', true],
  ['', false],
  ['-a', false],
  ['a-', false],
  ['a b', false],
  ['中', false],
  ['a.b', false],
])('“%s” is a key: %s', (text, expected) => {
  expect(isKey(text)).toBe(expected);
});

test.each([
  ['file:///a/cn-ru-2025.statement.md', 'cn-ru-2025'],
  ['file:///a/Joint%20Statement%202025.txt', 'Joint-Statement-2025'],
  ['file:///a/%E0%A4%A.txt', 'E0-A4-A'],
  ['C:\\texts\\déclaration.md', 'de-claration'],
])('the file %s gives the key %s', (file, key) => {
  expect(keyOfFile(file)).toBe(key);
});

test('a name without ASCII letters gives a key of its own', () => {
  const keys = ['声明.txt', '公报.txt', '条约.md', '', '.txt', '…'].map((name) =>
    keyOfFile(`file:///${name}`),
  );
  for (const key of keys) expect(isKey(key)).toBe(true);
  expect(new Set(keys.slice(0, 3)).size).toBe(3);
});
