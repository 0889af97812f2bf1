import { expect, test } from 'vitest';
import { writeBibliography } from '../../../server/src/core/csl/write-bibliography.ts';
import { statementFrom } from './statement-of.ts';

/** The values of a tag. */
function values(tag: string, front: Readonly<Record<string, unknown>>): string[] {
  const text = writeBibliography('ris', [statementFrom({ id: 'a-b', title: '甲', ...front })]);
  return [...text.matchAll(new RegExp(`^${tag}  - (.*)\r$`, 'gm'))].map(([, value = '']) => value);
}

test.each([
  ['article-newspaper', 'NEWS'],
  ['webpage', 'ELEC'],
  ['document', 'GEN'],
  ['treaty', 'GEN'],
  ['report', 'RPRT'],
  ['legislation', 'STAT'],
])('%s is %s', (type, expected) => {
  expect(values('TY', { type })).toEqual([expected]);
});

test.each([
  ['3', ['3'], []],
  ['3-5', ['3'], ['5']],
  ['3–5', ['3'], ['5']],
  ['A1--A3', ['A1'], ['A3']],
  ['1, 3-5', ['1, 3-5'], []],
])('the pages %s', (page, first, last) => {
  expect([values('SP', { page }), values('EP', { page })]).toEqual([first, last]);
});

test.each([
  ['2025', '2025///'],
  ['2025-05', '2025/05//'],
  ['2025-05-08', '2025/05/08/'],
])('the date %s', (issued, expected) => {
  expect([values('PY', { issued }), values('DA', { issued })]).toEqual([['2025'], [expected]]);
});

test('each author has a line of their own', () => {
  expect(values('AU', { author: ['外交部', { family: 'Guterres', given: 'António' }] })).toEqual([
    '外交部',
    'Guterres, António',
  ]);
});
