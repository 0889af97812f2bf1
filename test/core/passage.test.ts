import { expect, test } from 'vitest';
import { addressAt, findPassage, headingOf, openingWords } from '../../server/src/core/passage.ts';
import type { Statement } from '../../server/src/core/statement/model.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';

function read(text: string): Statement {
  const { statement } = parseStatement('file:///texts/text.md', text);
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

const statement = read(
  '# 声明\n\n序一。\n\n序二。\n\n## 一、政治\n\n引言。\n\n（一）甲。\n\n（二）乙。\n\n再乙。\n\n## 二\n\n丙。\n\n## 三\n',
);

function check(address: string, kind: string | undefined, texts: readonly string[] = []): void {
  const passage = findPassage(statement, address);
  expect(passage?.kind).toBe(kind);
  expect(passage?.paragraphs.map(({ text }) => text) ?? []).toEqual(texts);
  if (passage !== undefined) {
    expect(passage.address).toBe(address);
    expect(passage.span.start).toBeLessThanOrEqual(passage.paragraphs[0]?.span.start ?? -1);
    expect(passage.span.end).toBeGreaterThanOrEqual(passage.paragraphs.at(-1)?.span.end ?? Infinity);
  }
}

test('a paragraph, a section, a nested section and a run are found by address', () => {
  check('0.2', 'paragraph', ['序二。']);
  check('1.0.1', 'paragraph', ['引言。']);
  check('1.2.2', 'paragraph', ['再乙。']);
  check('0', 'section', ['序一。', '序二。']);
  check('1', 'section', ['引言。', '甲。', '乙。', '再乙。']);
  check('1.2', 'section', ['乙。', '再乙。']);
  check('0.2-1.1', 'run', ['序二。', '引言。', '甲。']);
  check('1.2.2-2.1', 'run', ['再乙。', '丙。']);
  check('1-2', 'run', ['引言。', '甲。', '乙。', '再乙。', '丙。']);
});

test('an empty address is the whole statement', () => {
  const passage = findPassage(statement, '');
  expect(passage?.kind).toBe('statement');
  expect(passage?.paragraphs).toBe(statement.paragraphs);
});

test.each(['3', '4', '1.3', '1.2.3', '0.0', '2.0.1', '2.1.1', '2.1-1.1', '2.1-9', '9-2.1', 'x', '1.', '01'])(
  'there is no passage %s',
  (address) => {
    expect(findPassage(statement, address)).toBeUndefined();
  },
);

test('a run of one passage is that passage', () => {
  expect(findPassage(statement, '2.1-2.1')).toEqual(findPassage(statement, '2.1'));
});

test('a statement without sections is addressed by paragraph alone', () => {
  const plain = read('声明\n\n甲。\n\n乙。\n\n丙。\n');
  expect(findPassage(plain, '2')).toMatchObject({ kind: 'paragraph', address: '2' });
  expect(findPassage(plain, '2')?.section).toBeUndefined();
  expect(findPassage(plain, '2-3')?.paragraphs.map(({ text }) => text)).toEqual(['乙。', '丙。']);
  expect(findPassage(plain, '1.1')).toBeUndefined();
});

test('a place in the file gives the address of what stands there', () => {
  const at = (words: string, length = 0): string => {
    const start = statement.source.indexOf(words);
    return addressAt(statement, { start, end: start + length });
  };
  expect(at('序二')).toBe('0.2');
  expect(at('再乙。', 3)).toBe('1.2.2');
  expect(at('## 一')).toBe('1');
  expect(at('（二）')).toBe('1.2');
  expect(at('序一', 8)).toBe('0.1-0.2');
  expect(at('# 声明')).toBe('');
});

test('the heading of a passage tells its sections, outermost first', () => {
  const heading = (address: string): string => {
    const passage = findPassage(statement, address);
    return passage === undefined ? 'none' : headingOf(passage);
  };
  expect(heading('1')).toBe('一、政治');
  expect(heading('1.2.2')).toBe('一、政治 › （二）');
  expect(heading('0.1')).toBe('');
});

test('opening words are cut at a whole character', () => {
  expect(openingWords('双方重申友好', 6)).toBe('双方重申友好');
  expect(openingWords('双方重申友好', 4)).toBe('双方重申…');
  expect(openingWords('𠮷𠮷𠮷', 2)).toBe('𠮷𠮷…');
  expect(openingWords('', 2)).toBe('');
});

test('looking up every paragraph of a long statement takes no time', () => {
  const long = read(Array.from({ length: 8000 }, (_, i) => `${String(i + 1)}. We agree.\n\n`).join(''));
  const start = performance.now();
  for (const { address, span } of long.paragraphs) {
    expect(findPassage(long, address)?.address).toBe(address);
    expect(addressAt(long, span)).toBe(address);
  }
  expect(performance.now() - start).toBeLessThan(2000);
});
