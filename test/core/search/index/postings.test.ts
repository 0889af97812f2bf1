import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ByteSink,
  countPostings,
  END,
  PostingCursor,
  writePostings,
} from '../../../../server/src/core/search/index/postings.ts';
import { sortedUnits } from './sorted-units.ts';

/** Lists written one after another; where each starts. */
function written(lists: readonly (readonly number[])[]) {
  const sink = new ByteSink(1);
  const starts = lists.map((list) => {
    const start = sink.length;
    // Some other list stands before and behind it.
    writePostings(sink, Uint32Array.from([9, ...list, 7]), 1, list.length + 1);
    return start;
  });
  return { bytes: sink.finish(), starts };
}

function readAll(bytes: Uint8Array, at: number): number[] {
  const units: number[] = [];
  const cursor = new PostingCursor(bytes, at);
  for (let { unit } = cursor; unit !== END; unit = cursor.next()) units.push(unit);
  expect(cursor.next()).toBe(END);
  return units;
}

describe('posting lists', () => {
  test('are read as they were written, one beside another', () => {
    fc.assert(
      fc.property(fc.array(sortedUnits, { minLength: 1, maxLength: 4 }), (lists) => {
        const { bytes, starts } = written(lists);
        expect(starts.map((at) => readAll(bytes, at))).toEqual(lists);
        expect(starts.map((at) => countPostings(bytes, at))).toEqual(lists.map(({ length }) => length));
      }),
      { numRuns: 1000 },
    );
  });

  test('of many units have a count of more than one byte', () => {
    for (const length of [127, 128, 16_383, 16_384, 70_000]) {
      const list = Array.from({ length }, (_, i) => i * 3);
      const { bytes, starts } = written([list, [1]]);
      expect(countPostings(bytes, 0)).toBe(length);
      expect(readAll(bytes, 0)).toEqual(list);
      expect(readAll(bytes, starts[1] ?? 0)).toEqual([1]);
    }
  });

  test('take seven bits of a distance to a byte', () => {
    // The count is one byte; then the distance from 0.
    const sizes = [0, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, 268_435_455, 268_435_456];
    expect(sizes.map((unit) => written([[unit]]).bytes.length - 1)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5]);
  });
});

describe('a sink', () => {
  test('grows and keeps what was put into it', () => {
    const sink = new ByteSink(1);
    const bytes = Array.from({ length: 3000 }, (_, i) => i & 0xff);
    for (const byte of bytes.slice(0, 10)) sink.byte(byte);
    sink.append(Uint8Array.from(bytes.slice(10)));
    expect([...sink.finish()]).toEqual(bytes);
    sink.append(new Uint8Array(0));
    expect(sink.length).toBe(3000);
  });
});
