import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../server/src/core/fold.ts';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { slipsAllowed } from '../../../server/src/core/search/matching/find-slips.ts';
import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { distanceTo, distanceWithin } from './edit-distance.ts';
import { entry } from './entries.ts';
import { inOrder, naiveSearch } from './naive-search.ts';

/** A wrong, missing or extra character. */
type Slip = readonly ['wrong' | 'missing' | 'extra', place: number, character: string];

function slipped(text: string, slips: readonly Slip[]): string {
  let typed = text;
  for (const [kind, place, character] of slips) {
    const at = place % (typed.length + (kind === 'extra' ? 1 : 0));
    typed =
      typed.slice(0, at) +
      (kind === 'missing' ? '' : character) +
      typed.slice(kind === 'extra' ? at : at + 1);
  }
  return typed;
}

interface Typed {
  readonly entries: readonly StatementEntry[];
  /** Cut out of one of them, with slips. */
  readonly query: string;
}

/** Corpora out of some characters, and a query of so many characters with so many slips. */
function typed(characters: string, size: readonly [number, number], slips: readonly [number, number]) {
  const character = fc.constantFrom(...characters);
  const text = fc.string({ unit: character, minLength: size[1] + 2, maxLength: size[1] + 30 });
  const sections = fc.array(fc.tuple(fc.option(text, { nil: undefined }), fc.array(text, { maxLength: 4 })), {
    minLength: 1,
    maxLength: 3,
  });
  const drafts = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('x8a', 'x8b', 'x8c', 'x8d'),
      date: fc.constantFrom('8001', '8002', ''),
      sections,
    }),
    { selector: ({ key }) => key, minLength: 1, maxLength: 4 },
  );
  const slip = fc.tuple(fc.constantFrom('wrong', 'missing', 'extra'), fc.nat(), character);
  return fc
    .tuple(
      drafts,
      fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: size[0], max: size[1] })),
      fc.array(slip, { minLength: slips[0], maxLength: slips[1] }),
    )
    .map(([made, [unit, start, length], chosen]): Typed => {
      const entries = made.map((draft) => entry(draft));
      const texts = entries.flatMap(({ units }) => units.map((each) => each.text));
      const source = texts[unit % Math.max(1, texts.length)] ?? '';
      const at = start % Math.max(1, source.length - length + 1);
      return { entries, query: slipped(source.slice(at, at + length), chosen) };
    })
    .filter(({ query }) => query.length >= size[0] && query.length <= size[1]);
}

/**
 * What comes near is found, the nearer first, in the order of answers, and marked where it stands. With more than
 * `surely` slips it may be left out.
 */
async function check({ entries, query }: Typed, surely = Number.POSITIVE_INFINITY): Promise<void> {
  fc.pre(naiveSearch(entries, query).length === 0);
  const allowed = slipsAllowed(query.length);
  const expected = inOrder(entries)
    .map(({ entry: { key }, unit: { address, kind }, folded: { text } }) => ({
      place: `${key} ${kind} ${address}`,
      distance: distanceWithin(fold(query).text, text),
    }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  const sure = expected.filter(({ distance }) => distance <= surely);
  fc.pre(sure.length > 0);

  const index = createPassageIndex();
  for (const each of entries) index.put(each);
  const { hits, isNear, total } = await index.search(query, 1000);
  expect(isNear).toBe(true);
  expect(total).toBe(hits.length);
  const found = hits.map(({ key, kind, address, text, matches }) => {
    expect(matches).toHaveLength(1);
    const [[start, end] = [0, 0]] = matches;
    return {
      place: `${key} ${kind} ${address}`,
      distance: distanceTo(fold(query).text, fold(text.slice(start, end)).text),
    };
  });
  expect(found.filter(({ distance }) => distance <= surely)).toEqual(sure);
  expect(expected).toEqual(expect.arrayContaining(found));
}

const HAN = '战略稳定国际安全合作和平双方主权';
const LETTERS = 'abcdei';

describe('what nothing holds is found where it comes near', () => {
  test.each([
    ['one slip in four to seven characters', HAN, [4, 7], [1, 1]],
    ['two slips in eight to fifteen', HAN, [8, 15], [1, 2]],
    ['one in five of a long quotation', HAN, [16, 60], [1, 8]],
    ['one slip in four to seven letters', LETTERS, [4, 7], [1, 1]],
    ['one slip in letters and Chinese characters', '战略稳定abc', [4, 7], [1, 1]],
    // Two slips can spoil all that leads to a word of nine letters: grams of three.
    ['one slip in more letters', LETTERS, [8, 15], [1, 1], 1],
  ] as const)('%s', async (_, characters, size, slips, surely?: number) => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(typed(characters, size, slips), async (each) => {
        await check(each, surely);
        count++;
      }),
      { numRuns: 200 },
    );
    expect(count).toBeGreaterThan(60);
  });
});

test('the more characters are typed, the more slips are allowed', () => {
  const lengths = [1, 3, 4, 7, 8, 15, 16, 19, 20, 24, 25, 100];
  expect(lengths.map(slipsAllowed)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 20]);
});
