import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from './any-text.ts';
import { indexOf, shipped, shippedEntries } from './shipped-index.ts';

const index = await indexOf(shipped);
const texts = shippedEntries.flatMap(({ units }) => units.map(({ text }) => text));
const longest = texts.reduce((long, text) => (text.length > long.length ? text : long));

/** Whatever was asked: an answer no longer than it may be, the best first, marked within its texts. */
async function check(query: string, limit: number): Promise<void> {
  const { hits, total } = await index.search(query, limit);
  expect(hits.length).toBeLessThanOrEqual(limit);
  expect(total).toBeGreaterThanOrEqual(hits.length);
  expect(new Set(hits.map(({ key, kind, address }) => `${key} ${kind} ${address}`)).size).toBe(hits.length);
  const scores = hits.map(({ score }) => score);
  expect(scores.every(Number.isFinite)).toBe(true);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  for (const { text, matches } of hits) {
    let last = -1;
    for (const [start, end] of matches) {
      expect(start).toBeGreaterThan(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  }
}

describe('any query is answered', () => {
  const limits = fc.constantFrom(1, 10, 1000);

  test('of whatever characters', async () => {
    const characters = fc.oneof(
      anyText,
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...Array.from('，。“”—、 \u0301\u200d\0\u0007\u001b\ufeff')),
        maxLength: 60,
      }),
    );
    await fc.assert(fc.asyncProperty(characters, limits, check), { numRuns: 400 });
  });

  test('of pieces that mean something, in whatever order', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '第',
        '部分',
        '段',
        '§',
        '¶',
        '一',
        '十',
        '百',
        '万',
        '两',
        '2025年',
        '2017',
        '1.1',
        '四.3',
        '-',
        '.',
      ),
      fc.constantFrom(
        'zh',
        'an',
        'lüe',
        '战略',
        '稳定',
        'g20',
        ' ',
        '中文',
        'cn',
        'ru',
        '声明',
        '双方',
        '序言',
        '條',
      ),
      fc.constantFrom(...texts).map((text) => text.slice(3, 9)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        limits,
        check,
      ),
      { numRuns: 400 },
    );
  });

  test.each([
    ['a whole passage', longest],
    ['a passage with spaces between all characters', Array.from(longest).join(' ')],
    ['a passage backwards', Array.from(longest).reverse().join('')],
    ['much more than is read', texts.join('')],
    ['beginnings of many passages', texts.map((text) => text.slice(0, 2)).join(' ')],
    ['one word again and again', '双方 '.repeat(400)],
    ['one letter', 'a'.repeat(5000)],
    ['one letter, apart', 'a '.repeat(5000)],
    ['initials', 'zlwd'.repeat(300)],
    ['initials, apart', 'zh '.repeat(400)],
    ['numerals', '二十一万'.repeat(300)],
    ['one digit', '1'.repeat(2000)],
    ['places', '第一部分第2段 '.repeat(200)],
    ['numbers of places', '1.'.repeat(1000)],
    ['signs of places', '§¶'.repeat(600)],
    ['marks that combine', '\u0301'.repeat(2000)],
    ['what expands', '\ufdfa'.repeat(1200)],
    ['half of surrogate pairs', '\ud842'.repeat(1200)],
    ['control characters', '\0\u0001\u0002'.repeat(500)],
    ['emoji', '👨‍👩‍👧'.repeat(300)],
  ])('however long: %s', async (_, query) => {
    for (const limit of [1, 50]) await check(query, limit);
  });
});
