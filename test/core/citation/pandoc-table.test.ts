import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../server/src/core/citation/citations.ts';
import { ownCites } from '../../pandoc/cites.ts';
import { designRows, grammarRows, pandocRows, referenceRows } from './pandoc-table.ts';

describe.each([
  ['the forms measured with Pandoc', referenceRows],
  ['the forms that must be read', designRows],
  ['the grammar', grammarRows],
])('%s', (_, rows) => {
  test.each(rows)('$markdown', ({ markdown, cites }) => {
    expect(ownCites(findCitations(markdown))).toEqual([...cites].sort());
  });
});

test('every row is its own', () => {
  expect(new Set(pandocRows.map(({ markdown }) => markdown)).size).toBe(pandocRows.length);
});
