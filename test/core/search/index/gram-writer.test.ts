import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gramAt } from '../../../../server/src/core/search/index/grams.ts';
import { writeGrams } from '../../../../server/src/core/search/index/gram-writer.ts';
import { countPostings, END, PostingCursor } from '../../../../server/src/core/search/index/postings.ts';
import { atOnce } from '../../../../server/src/core/search/index/slices.ts';

/** The texts of units, one after another. */
function laidOut(texts: readonly string[]) {
  const all = texts.join('');
  const starts = [0];
  for (const text of texts) starts.push((starts.at(-1) ?? 0) + text.length);
  return {
    text: Uint16Array.from({ length: all.length }, (_, i) => all.charCodeAt(i)),
    starts: Uint32Array.from(starts),
  };
}

/** By gram the units in which it stands, grams rising. */
function naively(texts: readonly string[]): [number, number[]][] {
  const { text, starts } = laidOut(texts);
  const lists = new Map<number, Set<number>>();
  texts.forEach((_, unit) => {
    const end = starts[unit + 1] ?? 0;
    for (let at = starts[unit] ?? 0; at < end; at++) {
      const gram = gramAt(text, at, end);
      lists.set(gram, (lists.get(gram) ?? new Set()).add(unit));
    }
  });
  return [...lists]
    .map(([gram, units]): [number, number[]] => [gram, [...units]])
    .sort((a, b) => a[0] - b[0]);
}

function written(texts: readonly string[]): [number, number[]][] {
  const { text, starts } = laidOut(texts);
  const { grams, gramStarts, postings } = atOnce(writeGrams(text, starts));
  expect(gramStarts).toHaveLength(grams.length + 1);
  expect(gramStarts[grams.length]).toBe(postings.length);
  return Array.from(grams, (gram, i) => {
    const units: number[] = [];
    const cursor = new PostingCursor(postings, gramStarts[i] ?? 0);
    const count = countPostings(postings, gramStarts[i] ?? 0);
    expect(count).toBeGreaterThan(0);
    for (let { unit } = cursor; unit !== END; unit = cursor.next()) units.push(unit);
    expect(count).toBe(units.length);
    return [gram, units];
  });
}

describe('the dictionary and its lists', () => {
  test('are those of an index made naively', () => {
    const unit = fc.oneof(fc.constantFrom('战', '略', 'a', 'b', '2', 'и', '\uffff', '\u0001'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 12 }), { maxLength: 12 }), (texts) => {
        expect(written(texts)).toEqual(naively(texts));
      }),
      { numRuns: 400 },
    );
  });

  test('are there for nothing, and for units of nothing', () => {
    expect(written([])).toEqual([]);
    expect(written(['', '', ''])).toEqual([]);
    expect(written(['', '战略', ''])).toEqual([
      [0x6218_7565, [1]],
      [0x7565_0000, [1]],
    ]);
  });

  test('hold for more grams and units than the first table has room for', () => {
    // Every pair of 150 × 150 characters, in both of two orders: some 23,000 grams.
    const characters = Array.from({ length: 150 }, (_, i) => String.fromCharCode(0x4e00 + i * 131));
    const texts = characters.map((first, i) =>
      characters.map((second) => (i % 2 === 0 ? first + second : second + first)).join(''),
    );
    const lists = written(texts);
    expect(lists.length).toBeGreaterThan(20_000);
    expect(lists).toEqual(naively(texts));
    const short = Array.from({ length: 5000 }, (_, i) => `双方${String(i)}号`);
    expect(written(short)).toEqual(naively(short));
  });
});
