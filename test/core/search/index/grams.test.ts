import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gramAt, gramRanges, gramsWithin } from '../../../../server/src/core/search/index/grams.ts';

function units(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** The grams of a text that stands between others. */
function gramsOf(text: string): number[] {
  const all = units(`战a${text}b略`);
  return Array.from({ length: text.length }, (_, i) => gramAt(all, i + 2, text.length + 2));
}

/** As folding leaves them: of every script, some alike in their last eight bits (a and š, и and и + 0x100). */
const character = fc.constantFrom(
  ...['战', '略', '稳', '定', '2', '0', 'a', 'b', 'š', 'и', 'ж', 'ո', 'ק', '\u2d61'],
  ...['⺀', '한', '\ud842', '\udfb7', '\ue061', '\ue162', '\uffff'],
);
const text = fc.string({ unit: character, maxLength: 8 });

function check(
  phrase: fc.Arbitrary<string>,
  holds: (phrase: string, grams: readonly number[]) => void,
): void {
  fc.assert(
    fc.property(text, phrase, text, (before, words, after) => {
      holds(words, gramsOf(before + words + after));
    }),
    { numRuns: 5000 },
  );
}

describe('every text that holds a phrase', () => {
  test('has all of the grams within it', () => {
    check(fc.string({ unit: character, minLength: 1, maxLength: 8 }), (phrase, grams) => {
      const within = gramsWithin(units(phrase));
      expect(within.filter((gram) => !grams.includes(gram))).toEqual([]);
      expect(new Set(within).size).toBe(within.length);
    });
  });

  test('has one of the grams that begin with it, be it one unit or two', () => {
    check(fc.string({ unit: character, minLength: 1, maxLength: 1 }), (phrase, grams) => {
      const ranges = gramRanges(units(phrase[0] ?? '战'));
      expect(grams.some((gram) => ranges.some(([low, high]) => low <= gram && gram <= high))).toBe(true);
    });
    check(
      fc.tuple(character, character).map((pair) => pair.join('')),
      (phrase, grams) => {
        const ranges = gramRanges(units(phrase));
        expect(grams.some((gram) => ranges.some(([low, high]) => low <= gram && gram <= high))).toBe(true);
      },
    );
  });
});

describe('the grams within a phrase', () => {
  const count = (phrase: string) => gramsWithin(units(phrase)).length;

  test('are its pairs of Han characters', () => {
    expect(['战略稳定', '战略战略', '稳定', '战'].map(count)).toEqual([3, 2, 1, 0]);
    expect(gramsWithin(units('战略'))).toEqual([0x6218_7565]);
  });

  test('are three letters at a time', () => {
    expect(['stability', 'the', 'of', 'a'].map(count)).toEqual([7, 1, 0, 0]);
    expect(gramsWithin(units('the'))).not.toEqual(gramsWithin(units('tha')));
  });

  test('are pairs where letters meet Han characters', () => {
    // g20, 20, 0峰, 峰会.
    expect(['g20峰会', '第3条', '在g', '2年'].map(count)).toEqual([4, 2, 1, 1]);
  });

  test('are there for every phrase of three units or more', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 3, maxLength: 9 }), (phrase) => {
        expect(count(phrase)).toBeGreaterThan(0);
      }),
    );
  });
});
