import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, counterparts } from '../../../server/src/core/collation/alignment.ts';
import { shortestEdit } from '../../../server/src/core/collation/myers.ts';
import { heaviestChain } from '../../../server/src/core/collation/run.ts';

const codes = (text: string): Uint32Array =>
  Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0);

/** Texts that repeat themselves a good deal, as sentences made of few words do. */
const text = fc
  .array(fc.constantFrom('甲', '乙', '双方重申', '丙。\n', '合作', '双方认为', '丁'), { maxLength: 120 })
  .map((parts) => parts.join(''));

describe('an alignment', () => {
  test('holds equal characters, each once, in the order of both texts', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [codes(one), codes(other)];
        let [nextA, nextB] = [0, 0];
        for (const run of align(a, b)) {
          expect(run.a >= nextA && run.b >= nextB && run.length > 0).toBe(true);
          expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length));
          [nextA, nextB] = [run.a + run.length, run.b + run.length];
        }
        expect(nextA <= a.length && nextB <= b.length).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('of a text with itself is whole', () => {
    fc.assert(
      fc.property(text, (one) => {
        const map = counterparts(align(codes(one), codes(one)), one.length);
        expect([...map]).toEqual(Array.from({ length: one.length }, (_, i) => i));
      }),
    );
  });

  test('ends in time on a million characters that repeat without end, and on two that share nothing', () => {
    const many = '甲乙丙丁'.repeat(250_000);
    const start = performance.now();
    align(codes(many), codes(`${many.slice(1000, 500_000)}戊${many.slice(0, 400_000)}`));
    align(codes(many), codes('天地玄黄'.repeat(250_000)));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test('the shortest edit is as short as a table of all edits says', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(short, short, (one, other) => {
      const [a, b] = [codes(one), codes(other)];
      const runs = shortestEdit(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, 100) ?? [];
      const kept = runs.reduce((sum, { length }) => sum + length, 0);
      const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
      for (let i = 1; i <= a.length; i++)
        for (let j = 1; j <= b.length; j++) {
          const row = longest[i] ?? [];
          row[j] =
            a[i - 1] === b[j - 1]
              ? (longest[i - 1]?.[j - 1] ?? 0) + 1
              : Math.max(longest[i - 1]?.[j] ?? 0, row[j - 1] ?? 0);
        }
      expect(kept).toBe(longest[a.length]?.[b.length]);
    }),
    { numRuns: 500 },
  );
});

test('the heaviest chain ascends in both texts and outweighs a longer chain of lighter runs', () => {
  const runs = [
    { a: 0, b: 50, length: 30 },
    { a: 40, b: 0, length: 5 },
    { a: 50, b: 10, length: 5 },
    { a: 60, b: 20, length: 5 },
    { a: 70, b: 90, length: 4 },
  ];
  expect(heaviestChain(runs)).toEqual([runs[0], runs[4]]);
});
