import { AndCursor, ListCursor, RangeCursor } from '../index/cursors.ts';
import { gramRanges, gramsWithin } from '../index/grams.ts';
import { countPostings, END, PostingCursor, type UnitCursor } from '../index/postings.ts';
import { countUnits, findGram, type Segment } from '../index/segment.ts';
import { unitsOf } from '../units.ts';
import { NOWHERE, type Matcher, type Plan } from './matcher.ts';

/** A further list is worth walking as long as it is at most this many times as long as the shortest. */
const WORTHWHILE = 8;
/** So many lists narrow a phrase down as far as it can be. */
const MOST_LISTS = 4;
/** Lists longer than this together are not put together: a phrase that frequent is soon found by looking. */
export const LONGEST_UNION = 1 << 15;

/** Finds folded words as they are. */
export function createPhraseMatcher(words: string): Matcher {
  const units = unitsOf(words);
  const grams = gramsWithin(units);
  return {
    length: units.length,
    startsWithLetter: /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(words),
    plan: (segment) => (grams.length === 0 ? shortPlan(segment, units) : planOf(segment, grams)),
    find: (text, from, end) => findUnits(text, from, end, units),
  };
}

/** The units in which all of some grams stand. */
function planOf(segment: Segment, grams: readonly number[]): Plan {
  const { postings, gramStarts } = segment;
  const lists: { readonly at: number; readonly count: number }[] = [];
  for (const gram of grams) {
    const index = findGram(segment, gram);
    if (index < 0) return NOWHERE;
    const at = gramStarts[index] ?? 0;
    lists.push({ at, count: countPostings(postings, at) });
  }
  lists.sort((a, b) => a.count - b.count);
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

/** For one character, or two letters: the units of every gram that begins so; all units where that would be too many. */
function shortPlan(segment: Segment, units: Uint16Array): Plan {
  const { bytes, indexes } = spanBytes(segment, units);
  if (bytes === 0) return NOWHERE;
  return {
    estimate: bytes,
    cursor: () => {
      if (bytes > LONGEST_UNION) return new RangeCursor(0, countUnits(segment));
      const lists = indexes.flatMap(([low, high]) => [...segment.gramStarts.subarray(low, high)]);
      return unionOf(segment, lists);
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

/** Where in the dictionary the grams are that begin with the units, and how many bytes their lists take up. */
function spanBytes(segment: Segment, units: Uint16Array): { bytes: number; indexes: [number, number][] } {
  let bytes = 0;
  const indexes = gramRanges(units).map(([first, last]): [number, number] => {
    const low = findGram(segment, first);
    const high = findGram(segment, last);
    const span: [number, number] = [low < 0 ? ~low : low, high < 0 ? ~high : high + 1];
    bytes += (segment.gramStarts[span[1]] ?? 0) - (segment.gramStarts[span[0]] ?? 0);
    return span;
  });
  return { bytes, indexes };
}

function findUnits(text: Uint16Array, from: number, end: number, units: Uint16Array): number {
  const first = units[0] ?? 0;
  const length = units.length;
  const last = end - length;
  for (let at = from; at <= last; at++) {
    if (text[at] !== first) continue;
    let i = 1;
    while (i < length && text[at + i] === units[i]) i++;
    if (i === length) return at;
  }
  return -1;
}
