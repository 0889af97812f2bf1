import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AndCursor,
  ListCursor,
  OrCursor,
  RangeCursor,
  RangesCursor,
} from '../../../../server/src/core/search/index/cursors.ts';
import {
  ByteSink,
  END,
  PostingCursor,
  writePostings,
  type UnitCursor,
} from '../../../../server/src/core/search/index/postings.ts';
import { sortedUnits } from './sorted-units.ts';

function postingCursor(units: readonly number[]): UnitCursor {
  const sink = new ByteSink();
  writePostings(sink, Uint32Array.from(units), 0, units.length);
  return new PostingCursor(sink.finish(), 0);
}

function listCursor(units: readonly number[]): UnitCursor {
  // Each a few times.
  return new ListCursor(Uint32Array.from(units.flatMap((unit, i) => Array<number>((i % 3) + 1).fill(unit))));
}

/** A cursor over an array, as plainly as it can be written. */
function plainCursor(units: readonly number[]): UnitCursor {
  let left = [...units];
  const first = () => left[0] ?? END;
  return {
    get unit() {
      return first();
    },
    next: () => {
      left = left.slice(1);
      return first();
    },
    advance: (unit) => {
      left = left.filter((each) => each >= unit);
      return first();
    },
  };
}

/** `next`, or `advance` to so many units from where the cursor stands, which may be behind it, or to a unit. */
const steps = fc.array(
  fc.oneof(
    fc.constant('next' as const),
    fc.record({ by: fc.oneof(fc.integer({ min: -5, max: 300 }), fc.nat(1 << 20)) }),
    fc.record({ to: fc.oneof(fc.nat(400), fc.nat(0x7fffffff), fc.constant(END)) }),
  ),
  { maxLength: 40 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** Where a cursor stands at first and after each step. */
function trace(cursor: UnitCursor, taken: readonly Step[]): number[] {
  const seen = [cursor.unit];
  for (const step of taken) {
    if (step === 'next') seen.push(cursor.next());
    else
      seen.push(cursor.advance('to' in step ? step.to : Math.min(END, Math.max(0, cursor.unit + step.by))));
    seen.push(cursor.unit);
  }
  return seen;
}

function check<T>(
  value: fc.Arbitrary<T>,
  create: (value: T) => UnitCursor,
  units: (value: T) => readonly number[],
): void {
  fc.assert(
    fc.property(value, steps, (made, taken) => {
      expect(trace(create(made), taken)).toEqual(trace(plainCursor(units(made)), taken));
    }),
    { numRuns: 1000 },
  );
}

const several = fc.array(sortedUnits, { minLength: 1, maxLength: 4 });
/** Lists that have something in common. */
const alike = fc
  .tuple(sortedUnits, several)
  .map(([common, lists]) => lists.map((list) => [...new Set([...common, ...list])].sort((a, b) => a - b)));

function inAll(lists: readonly (readonly number[])[]): number[] {
  return (lists[0] ?? []).filter((unit) => lists.every((list) => list.includes(unit)));
}

function inAny(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

describe('whatever steps are taken', () => {
  test('a cursor over a posting list stands where one over an array does', () => {
    check(sortedUnits, postingCursor, (units) => units);
  });

  test('so does one over a list with repetitions', () => {
    check(sortedUnits, listCursor, (units) => units);
  });

  test('so does one over a range', () => {
    check(
      fc.tuple(fc.nat(300), fc.nat(300)),
      ([first, end]) => new RangeCursor(first, end),
      ([first, end]) => Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i),
    );
  });

  test('so does one over ranges that overlap or are empty', () => {
    const range = fc
      .tuple(fc.nat(300), fc.nat(60))
      .map(([first, size]) => [first, first + size - 5] as const);
    check(
      fc.array(range, { maxLength: 6 }),
      (ranges) => new RangesCursor(ranges),
      (ranges) =>
        inAny(
          ranges.map(([first, end]) => Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i)),
        ),
    );
  });

  test('one over what lists have in common', () => {
    check(fc.oneof(several, alike), (lists) => new AndCursor(lists.map(postingCursor)), inAll);
    expect(new AndCursor([]).unit).toBe(END);
  });

  test('one over what stands in any of them', () => {
    check(several, (lists) => new OrCursor(lists.map(listCursor)), inAny);
    expect(new OrCursor([]).unit).toBe(END);
  });

  test('and cursors over cursors', () => {
    check(
      fc.array(alike, { minLength: 1, maxLength: 3 }),
      (groups) => new AndCursor(groups.map((lists) => new OrCursor(lists.map(postingCursor)))),
      (groups) => inAll(groups.map(inAny)),
    );
    check(
      fc.array(alike, { minLength: 1, maxLength: 3 }),
      (groups) => new OrCursor(groups.map((lists) => new AndCursor(lists.map(postingCursor)))),
      (groups) => inAny(groups.map(inAll)),
    );
  });
});
