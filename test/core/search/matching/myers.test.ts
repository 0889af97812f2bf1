import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApproximateMatcher } from '../../../../server/src/core/search/matching/myers.ts';
import { distancesByEnd } from '../edit-distance.ts';

function units(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

function reverse(text: string): string {
  return text.split('').reverse().join('');
}

/** Of a pattern and a text between other text. */
function check(pattern: string, text: string, before: string, after: string): void {
  const matcher = createApproximateMatcher(units(pattern));
  const all = units(before + text + after);
  const [from, end] = [before.length, before.length + text.length];
  expect(matcher.length).toBe(pattern.length);

  const forwards = distancesByEnd(pattern, text);
  const least = Math.min(...forwards);
  expect(matcher.nearest(all, from, end)).toEqual({ distance: least, end: from + forwards.indexOf(least) });

  const backwards = distancesByEnd(reverse(pattern), reverse(text));
  const start = end - backwards.indexOf(least);
  expect(matcher.nearest(all, from, end, true)).toEqual({ distance: least, end: start });
}

/** Few letters, so that much is alike by chance. */
const letters = fc.constantFrom('a', 'b', '战', '略', '\uffff', '\ud83d');
const around = fc.string({ unit: letters, maxLength: 3 });

function edited(pattern: string, edits: readonly (readonly [number, number, string])[]): string {
  let text = pattern;
  for (const [place, taken, put] of edits) {
    const at = place % (text.length + 1);
    text = text.slice(0, at) + put + text.slice(at + taken);
  }
  return text;
}

/** Some text that comes of a pattern by a few slips, so that it is near. */
function nearTo(pattern: string): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.nat(), fc.nat(1), fc.string({ unit: letters, maxLength: 1 }));
  return fc
    .tuple(around, fc.array(edit, { maxLength: 6 }), around)
    .map(([before, edits, after]) => before + edited(pattern, edits) + after);
}

describe('the nearest stretch, forwards and backwards', () => {
  test.each([
    ['a word', { minLength: 1, maxLength: 31 }],
    ['words that fill a block, or two, or three', { minLength: 31, maxLength: 34 }],
    ['words of several blocks', { minLength: 60, maxLength: 200 }],
  ])('is as far away as the table of distances says, and ends there: %s', (_, size) => {
    const pattern = fc.string({ unit: letters, ...size });
    fc.assert(
      fc.property(
        pattern.chain((made) =>
          fc.tuple(
            fc.constant(made),
            fc.oneof(nearTo(made), fc.string({ unit: letters, maxLength: 250 })),
            around,
            around,
          ),
        ),
        ([made, text, before, after]) => {
          check(made, text, before, after);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('for every length about the ends of blocks', () => {
    for (const length of [1, 2, 31, 32, 33, 63, 64, 65, 95, 96, 97, 128, 129, 200]) {
      const pattern = Array.from({ length }, (_, i) => 'ab战'[(i * i + (i >> 3)) % 3]).join('');
      check(pattern, '', 'x', 'y');
      check(pattern, pattern, 'ab', 'ba');
      check(pattern, pattern.slice(1), '', '');
      check(pattern, `${pattern.slice(0, length >> 1)}x${pattern.slice(length >> 1)}`, '', 'a');
      check(pattern, 'a'.repeat(300), '', '');
      check(pattern, '战'.repeat(300) + pattern, 'b', '');
    }
  });

  test('is the first of those that are as near', () => {
    const matcher = createApproximateMatcher(units('战略稳定'));
    const text = units('战略均衡，战略稳丁，占略稳定');
    expect(matcher.nearest(text, 0, text.length)).toEqual({ distance: 1, end: 8 });
    expect(matcher.nearest(text, 0, text.length, true)).toEqual({ distance: 1, end: 11 });
  });
});
