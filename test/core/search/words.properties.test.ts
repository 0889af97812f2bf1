import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../server/src/core/fold.ts';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import type { Hit } from '../../../server/src/core/search/passage-search.ts';
import { readQuery } from '../../../server/src/core/search/query.ts';
import { naiveSearch, type NaiveHit } from './naive-search.ts';
import { corpusWithWords } from './random-statements.ts';

async function search(entries: readonly StatementEntry[], query: string, limit = 1000) {
  const index = createPassageIndex();
  for (const each of entries) index.put(each);
  return index.search(query, limit);
}

/** `heading x8a 1: 双方⟦稳定⟧`. */
function render({ key, address, kind, text, matches }: NaiveHit | Hit): string {
  const marked = matches.map(([start, end], i) => {
    const before = text.slice(matches[i - 1]?.[1] ?? 0, start);
    return `${before}⟦${text.slice(start, end)}⟧`;
  });
  return `${kind} ${key} ${address}: ${marked.join('')}${text.slice(matches.at(-1)?.[1] ?? 0)}`;
}

/** The answer is what a look at every unit gives, in the same order, marked at the same places. */
async function check(entries: readonly StatementEntry[], query: string): Promise<void> {
  fc.pre(readQuery(query).locators.length === 0);
  const expected = naiveSearch(entries, query);
  const { hits, total, more, isNear } = await search(entries, query);
  // What comes near or sounds alike has a test of its own.
  const isPinyin = /[a-z]/.test(fold(query).text);
  const openings = expected.filter(({ matches }) => matches.length === 0).length;
  if (expected.length === 0) {
    expect(isNear || hits.length === 0 || isPinyin).toBe(true);
    return;
  }
  expect(isNear).toBe(false);
  if (isPinyin) expected.splice(expected.length - openings);
  expect(hits.slice(0, isPinyin ? expected.length : undefined).map(render)).toEqual(expected.map(render));
  if (!isPinyin) expect({ total, more }).toEqual({ total: expected.length, more: false });
  const scores = hits.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
}

describe('over any corpus', () => {
  test('one word finds the units that hold it, numbers in any writing', async () => {
    await fc.assert(
      fc.asyncProperty(corpusWithWords({ least: 1, most: 1, longest: 6 }), async ([entries, words]) => {
        await check(entries, words.join(' '));
      }),
      { numRuns: 250 },
    );
  });

  test('several find the units that hold them all, the whole phrase first, in order and side by side before others', async () => {
    await fc.assert(
      fc.asyncProperty(corpusWithWords({ least: 2, most: 3, longest: 2 }), async ([entries, words]) => {
        await check(entries, words.join(' '));
      }),
      { numRuns: 500 },
    );
  });

  test('fewer are given if fewer are asked for', async () => {
    const corpus = corpusWithWords({ least: 1, most: 3, longest: 2 });
    await fc.assert(
      fc.asyncProperty(corpus, fc.integer({ min: 1, max: 5 }), async ([entries, words], limit) => {
        const query = words.join(' ');
        fc.pre(readQuery(query).locators.length === 0 && !/[a-z]/.test(fold(query).text));
        const expected = naiveSearch(entries, query, limit);
        fc.pre(expected.length > 0);
        const { hits, total, more } = await search(entries, query, limit);
        expect(hits.map(render)).toEqual(expected.slice(0, limit).map(render));
        expect(total).toBeGreaterThanOrEqual(Math.min(limit, expected.length));
        expect(total).toBeLessThanOrEqual(expected.length);
        expect(more || total === expected.length).toBe(true);
      }),
      { numRuns: 250 },
    );
  });
});
