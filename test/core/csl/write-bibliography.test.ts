import { expect, test } from 'vitest';
import { writeBibliography } from '../../../server/src/core/csl/write-bibliography.ts';
import { stability, statementOf } from './statement-of.ts';

const statements = [statementOf(stability), statementOf('id: x-1\ntitle: "Title: a *b*"\nlanguage: fr')];

test('CSL-JSON', () => {
  const text = writeBibliography('csl-json', statements);
  expect(JSON.parse(text)).toMatchObject([
    { id: 'cn-ru-2025-global-strategic-stability', 'container-title': '人民日报', page: '3' },
    { id: 'x-1', title: 'Title: a *b*' },
  ]);
  expect(text).toContain('"title": "中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明"');
  expect(text.endsWith(']\n')).toBe(true);
});

test('CSL-YAML, in which Pandoc reads Markdown', () => {
  expect(writeBibliography('csl-yaml', statements)).toBe(`references:
  - id: cn-ru-2025-global-strategic-stability
    type: article-newspaper
    title: 中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明
    author:
      - literal: 中华人民共和国
      - literal: 俄罗斯联邦
    issued:
      date-parts: [[2025, 5, 9]]
    title-short: 中俄全球战略稳定联合声明
    container-title: 人民日报
    page: "3"
    URL: http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html
    language: zh-CN
  - id: x-1
    type: document
    title: "Title: a \\\\*b\\\\*"
    language: fr
`);
});

test('BibLaTeX', () => {
  expect(writeBibliography('biblatex', statements)).toBe(`@article{cn-ru-2025-global-strategic-stability,
  author = {{中华人民共和国} and {俄罗斯联邦}},
  title = {中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明},
  shorttitle = {中俄全球战略稳定联合声明},
  journaltitle = {人民日报},
  date = {2025-05-09},
  pages = {3},
  url = {http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html},
  langid = {zh-CN},
  entrysubtype = {newspaper},
}

@misc{x-1,
  title = {Title: a *b*},
  langid = {french},
}
`);
});

test('RIS, whose lines end with CR and LF', () => {
  const lines = [
    'TY  - NEWS',
    'ID  - cn-ru-2025-global-strategic-stability',
    'AU  - 中华人民共和国',
    'AU  - 俄罗斯联邦',
    'TI  - 中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明',
    'ST  - 中俄全球战略稳定联合声明',
    'T2  - 人民日报',
    'PY  - 2025',
    'DA  - 2025/05/09/',
    'SP  - 3',
    'UR  - http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html',
    'LA  - zh-CN',
    'ER  - ',
    '',
    'TY  - GEN',
    'ID  - x-1',
    'TI  - Title: a *b*',
    'LA  - fr',
    'ER  - ',
    '',
  ];
  expect(writeBibliography('ris', statements)).toBe(lines.join('\r\n'));
});

test.each([
  ['csl-json', '[]\n'],
  ['csl-yaml', 'references: []\n'],
  ['biblatex', ''],
  ['ris', ''],
] as const)('%s without an entry', (format, text) => {
  expect(writeBibliography(format, [])).toBe(text);
});
