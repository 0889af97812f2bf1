import type { Segment } from '../index/segment.ts';
import { createBudget } from './budget.ts';
import { Findings, type Found } from './found.ts';
import { gramStretches, unitsInCommon } from './gram-counts.ts';
import { createApproximateMatcher, type ApproximateMatcher } from './myers.ts';
import { placesOf, type Matcher } from './matcher.ts';
import { unitsOf } from '../units.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { walk } from './walk.ts';

/** Up to this length one slip leaves one half of the words whole, by which they are found. */
const SHORT = 7;
/** Shorter words are near too much. */
const SHORTEST = 3;
/** A paragraph that has less in common with what was looked for is not worth offering. */
const LEAST_SHARE = 0.45;
/** What is looked at for the sake of a short word: some milliseconds at the most. */
const MOST_LOOKED_AT = 20_000;

/** A slip spoils two grams, so of three of them one is whole; of long words with many slips so many are enough. */
const ENOUGH_GRAMS = 15;

/** The scores of paragraphs that do not hold the words themselves: with slips, and with parts of them only. */
const WITH_SLIPS = 100;
const IN_PARTS = 0;

/** How many slips words of a length may have: none below four characters, then one in four at first, one in five later. */
export function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : length < 16 ? 2 : Math.floor(length / 5);
}

/** Adds the units that hold words like these: with a few slips, else those with most of them. */
export function findNear(
  segments: readonly Segment[],
  words: string,
  wanted: number,
  findings: Findings,
): void {
  const units = unitsOf(words);
  if (units.length < SHORTEST || segments.length === 0) return;
  const matcher = createApproximateMatcher(units);
  const allowed = slipsAllowed(units.length);
  const found =
    allowed > 0 && units.length <= SHORT ? findShort(segments, words, matcher, wanted) : ([] as Found[]);
  const candidates =
    found.length > 0
      ? []
      : unitsInCommon(segments, units, Math.min(2 * allowed + 1, ENOUGH_GRAMS), candidatesFor(units.length));
  for (const { segment, unit } of allowed > 0 ? candidates : []) {
    const [start, end] = [segment.starts[unit] ?? 0, segment.starts[unit + 1] ?? 0];
    const { distance } = matcher.nearest(segment.text, start, end);
    if (distance <= allowed) found.push(foundAt(segment, unit, matcher, start, end));
  }
  if (found.length === 0) {
    const stretches = gramStretches(units).map(([at, end]) => createPhraseMatcher(words.slice(at, end)));
    for (const { segment, unit, share } of candidates) {
      if (share < LEAST_SHARE) continue;
      found.push({
        ...{ segment, unit, score: IN_PARTS + share * 90 },
        places: () => placesOf(stretches, segment, unit),
      });
    }
  }
  findings.addBest(found, wanted);
}

/** Longer words tell candidates apart by their grams alone; of short ones many have the same in common. */
function candidatesFor(length: number): number {
  return length < 16 ? 400 : length < 40 ? 120 : 40;
}

/** A half of the words, and how much of the text before and after it the rest may take up. */
interface Half {
  readonly half: Matcher;
  readonly before: number;
  readonly after: number;
}

/** One of two halves is whole: around each place of it the rest is looked for. */
function findShort(
  segments: readonly Segment[],
  words: string,
  matcher: ApproximateMatcher,
  wanted: number,
): Found[] {
  const middle = words.length >> 1;
  const halves: readonly Half[] = [
    { half: createPhraseMatcher(words.slice(0, middle)), before: 0, after: words.length - middle + 1 },
    { half: createPhraseMatcher(words.slice(middle)), before: middle + 1, after: 0 },
  ];
  const findings = new Findings();
  for (const half of halves) {
    const budget = createBudget(MOST_LOOKED_AT);
    // Those that the other half led to count too, so that the first of all are found, whichever half they have.
    let count = 0;
    walk(
      segments,
      (segment) => half.half.plan(segment).cursor(),
      (segment, unit) => {
        const isKnown = findings.has(segment, unit);
        const found = isKnown ? undefined : nearHalf(segment, unit, matcher, half);
        if (found !== undefined) findings.add(found);
        if (isKnown || found !== undefined) count++;
        return count < wanted && budget.spend(true);
      },
    );
  }
  return findings.found;
}

function nearHalf(
  segment: Segment,
  unit: number,
  matcher: ApproximateMatcher,
  { half, before, after }: Half,
): Found | undefined {
  const { text, starts } = segment;
  const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
  for (let at = half.find(text, start, end); at >= 0; at = half.find(text, at + 1, end)) {
    const from = Math.max(start, at - before);
    const to = Math.min(end, at + half.length + after);
    if (matcher.nearest(text, from, to).distance <= 1) return foundAt(segment, unit, matcher, from, to);
  }
  return undefined;
}

/** The nearest stretch of `text[from..to)`, marked as a whole. */
function foundAt(
  segment: Segment,
  unit: number,
  matcher: ApproximateMatcher,
  from: number,
  to: number,
): Found {
  const { text, starts } = segment;
  const { distance, end } = matcher.nearest(text, from, to);
  return {
    ...{ segment, unit, score: WITH_SLIPS + 90 * (1 - distance / matcher.length) },
    places: () => {
      // Backwards from its end the nearest stretch ends where it starts.
      const start = matcher.nearest(text, Math.max(from, end - matcher.length - distance), end, true).end;
      const base = starts[unit] ?? 0;
      return [[start - base, end - base]];
    },
  };
}
