import { AndCursor, ListCursor } from '../index/cursors.ts';
import { countPostings, END, PostingCursor, type UnitCursor } from '../index/postings.ts';
import { countUnits, findGram, type Segment } from '../index/segment.ts';
import type { Plan } from './matcher.ts';

/** A further list is worth walking as long as it is at most this many times as long as the shortest. */
const WORTHWHILE = 8;
/** So many lists narrow down what is looked for as far as it can be. */
const MOST_LISTS = 4;
/** Lists longer than this together are not put together: what is that frequent is soon found by looking. */
export const LONGEST_UNION = 1 << 15;

/** The units that are in all of some lists, which start at these places. */
export function planOfLists(postings: Uint8Array, places: readonly number[]): Plan {
  const lists = places
    .map((at) => ({ at, count: countPostings(postings, at) }))
    .sort((a, b) => a.count - b.count);
  const least = lists[0]?.count ?? 0;
  return {
    estimate: least,
    cursor: () => {
      const cursors = lists
        .slice(0, MOST_LISTS)
        .filter(({ count }) => count <= least * WORTHWHILE)
        .map(({ at }) => new PostingCursor(postings, at));
      return cursors.length === 1 && cursors[0] !== undefined ? cursors[0] : new AndCursor(cursors);
    },
  };
}

/** The units of any of some lists of a segment, gone through at once: each sets a bit. */
export function unionOf(segment: Segment, lists: readonly number[]): UnitCursor {
  const bits = new Uint32Array((countUnits(segment) + 31) >>> 5);
  for (const at of lists) {
    const cursor = new PostingCursor(segment.postings, at);
    for (let { unit } = cursor; unit !== END; unit = cursor.next())
      bits[unit >>> 5] = (bits[unit >>> 5] ?? 0) | (1 << (unit & 31));
  }
  const units: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1)
      units.push(word * 32 + 31 - Math.clz32(rest & -rest));
  }
  return new ListCursor(Uint32Array.from(units));
}

/** Where in the dictionary the grams of a range are, its end included: `[low, high)`. */
export function gramsBetween(segment: Segment, first: number, last: number): [number, number] {
  const low = findGram(segment, first);
  const high = findGram(segment, last);
  return [low < 0 ? ~low : low, high < 0 ? ~high : high + 1];
}
