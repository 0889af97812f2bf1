import { RangeCursor } from '../index/cursors.ts';
import { gramRanges, gramsWithin } from '../index/grams.ts';
import { countUnits, findGram, type Segment } from '../index/segment.ts';
import { unitsOf } from '../units.ts';
import { NOWHERE, type Matcher, type Plan } from './matcher.ts';
import { gramsBetween, LONGEST_UNION, planOfLists, unionOf } from './plans.ts';

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
  const places: number[] = [];
  for (const gram of grams) {
    const index = findGram(segment, gram);
    if (index < 0) return NOWHERE;
    places.push(segment.gramStarts[index] ?? 0);
  }
  return planOfLists(segment.postings, places);
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

/** Where in the dictionary the grams are that begin with the units, and how many bytes their lists take up. */
function spanBytes(segment: Segment, units: Uint16Array): { bytes: number; indexes: [number, number][] } {
  let bytes = 0;
  const indexes = gramRanges(units).map(([first, last]): [number, number] => {
    const span = gramsBetween(segment, first, last);
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
