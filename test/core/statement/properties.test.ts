import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allSections, findPassage } from '../../../server/src/core/passage.ts';
import type { Section, Statement } from '../../../server/src/core/statement/model.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';

const markers = [
  ...[
    '一、',
    '二、',
    '三、',
    '十一、',
    '一',
    '二',
    '（一）',
    '（二）',
    '第一章 ',
    '第二章',
    '第一条 ',
    '第二条',
    '第一部分',
    '序言',
  ],
  ...[
    '1. ',
    '2. ',
    '3. ',
    '7. ',
    '1、',
    '1) ',
    '(1)',
    '（2）',
    '①',
    '②',
    '1.1 ',
    '1.2 ',
    '2.1 ',
    '2.1.3 ',
    '0. ',
    '2025. ',
  ],
  ...['(a) ', '(b) ', '(h) ', '(i) ', '(ii) ', 'a) ', 'A. ', 'B. ', 'C. ', 'I. ', 'II. ', 'I', 'II'],
  ...[
    'Article 1',
    'Article 2. ',
    'Section 3. ',
    'Part I',
    'CHAPTER II. ',
    'Статья 3',
    'Раздел 1. ',
    'Preamble',
    'Annex',
  ],
  ...['# ', '## ', '### ', '## 一', '## 二、', '# 1. ', '### 2.', '——', '- ', '', '', '', ''],
];
const words = [
  '双方重申友好，愿意合作。',
  '务实合作',
  'The parties agree.',
  'General provisions',
  'Стороны согласны;',
  'x',
  '字',
];
const indents = ['', '', '', '\u3000\u3000', '    ', ' '];
const breaks = ['\n', '\n\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r'];

const line = fc
  .tuple(
    fc.constantFrom(...indents),
    fc.constantFrom(...markers),
    fc.constantFrom(...words, ''),
    fc.constantFrom(...breaks),
  )
  .map((parts) => parts.join(''));
const assembled = fc.array(line, { maxLength: 40 }).map((lines) => lines.join(''));
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '-',
      '#',
      '\n',
      '一',
      '、',
      '1',
      '.',
      ' ',
      '（',
      '）',
      '|',
      '<!--',
      '-->',
      '\r',
      '=',
    ),
    maxLength: 120,
  }),
  fc.tuple(fc.string({ maxLength: 60 }), assembled).map(([front, text]) => `---\n${front}\n---\n${text}`),
);
const files = fc.constantFrom('file:///a.txt', 'file:///a.statement.md');

/** What must hold of every statement, however it was written. */
function checkInvariants(statement: Statement): void {
  const { source, paragraphs, colophon } = statement;
  expect(paragraphs.length).toBeGreaterThan(0);

  const sections = allSections(statement);
  const addresses = [...paragraphs, ...sections].map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);

  let end = 0;
  for (const paragraph of paragraphs) {
    const { span, text, address } = paragraph;
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    end = span.end;
    const written = source.slice(span.start, span.end);
    if (!/[\r\n]/.test(written)) expect(written).toBe(text);
    expect(withoutSpaces(written)).toBe(withoutSpaces(text));
    expect(findPassage(statement, address)).toMatchObject({ kind: 'paragraph', address });
    expect(findPassage(statement, address)?.paragraphs).toEqual([paragraph]);
  }
  expect(end).toBeLessThanOrEqual(source.length);
  for (const span of colophon) expect(span.start).toBeGreaterThanOrEqual(end);
  for (const section of sections) checkSection(statement, section);

  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  expect(findPassage(statement, '')?.paragraphs).toBe(paragraphs);
  if (first === undefined || last === undefined || first === last) return;
  const run = findPassage(statement, `${first.address}-${last.address}`);
  if (run !== undefined) expect(run.paragraphs).toEqual(paragraphs);
}

function checkSection(statement: Statement, section: Section): void {
  const { span, headingSpan, paragraphs, sections } = section;
  for (const inner of [
    headingSpan,
    ...paragraphs.map((each) => each.span),
    ...sections.map((each) => each.span),
  ]) {
    expect(inner.start).toBeGreaterThanOrEqual(span.start);
    expect(inner.end).toBeLessThanOrEqual(span.end);
  }
  for (const paragraph of paragraphs) expect(paragraph.section).toBe(section);
  for (const inner of sections) expect(inner.parent).toBe(section);
  const passage = findPassage(statement, section.address);
  expect(passage?.section ?? section).toBe(section);
  const within = statement.paragraphs.filter(({ address }) => address.startsWith(`${section.address}.`));
  expect(passage?.paragraphs ?? []).toEqual(within);
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

test('texts assembled from markers keep every invariant', () => {
  fc.assert(
    fc.property(files, assembled, (uri, text) => {
      const { statement } = parseStatement(uri, text);
      if (statement !== undefined) checkInvariants(statement);
    }),
    { numRuns: 1500 },
  );
});

test('arbitrary texts keep every invariant and nothing is thrown', () => {
  fc.assert(
    fc.property(files, noise, (uri, text) => {
      const { statement, problems } = parseStatement(uri, text);
      if (statement !== undefined) checkInvariants(statement);
      for (const { span } of problems) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
      }
    }),
    { numRuns: 1500 },
  );
});

test('nothing of a plain text is lost: what is no paragraph is a marker, a heading, a title or the colophon', () => {
  fc.assert(
    fc.property(assembled, (text) => {
      const { statement, problems } = parseStatement('file:///a.txt', text);
      if (statement === undefined) return;
      const kept = text.split('');
      const spans = [
        ...statement.paragraphs.map(({ span }) => span),
        ...allSections(statement).map(({ headingSpan }) => headingSpan),
        ...statement.colophon,
        // The second marker of a number is told in a problem.
        ...problems.filter(({ code }) => code === 'section-duplicate').map(({ span }) => span),
      ];
      for (const { start, end } of spans) kept.fill('', start, end);
      const rest = withoutSpaces(kept.join('')).replaceAll('#', '');
      const title = withoutSpaces(statement.metadata.title).replaceAll('#', '');
      expect(rest.replaceAll(title, '')).toBe('');
    }),
    { numRuns: 1500 },
  );
});
