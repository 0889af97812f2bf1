import type { Segment } from '../index/segment.ts';
import { unitsOf } from '../units.ts';
import { createBudget } from './budget.ts';
import { Findings, type Found } from './found.ts';
import { unitsInCommon } from './gram-counts.ts';
import type { Matcher } from './matcher.ts';
import { createApproximateMatcher, type ApproximateMatcher } from './myers.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { walk, type Accepts } from './walk.ts';

/** Up to this length one slip leaves one half of the words whole, by which they are found. */
const SHORT = 7;
/** What is looked at for the sake of a short word: some milliseconds at the most. */
const MOST_LOOKED_AT = 10_000;
/** A slip spoils two grams, so of three of them one is whole; of long words with many slips so many are enough. */
const ENOUGH_GRAMS = 15;

/** How many slips words of a length may have: none below four characters, then one in four at first, one in five later. */
export function slipsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : length < 16 ? 2 : Math.floor(length / 5);
}

/** What is counted for words of a length: longer words tell units apart by their grams alone, short ones less. */
export function countsFor(length: number): { readonly atLeast: number; readonly most: number } {
  return {
    atLeast: Math.min(2 * slipsAllowed(length) + 1, ENOUGH_GRAMS),
    most: length < 16 ? 250 : length < 40 ? 100 : 30,
  };
}

/** The units that hold words with a few slips. The fewer, the higher the score: `score` gives it for a share of slips. */
export function unitsWithSlips(
  segments: readonly Segment[],
  words: string,
  accepts: Accepts,
  wanted: number,
  score: (slips: number) => number,
): Found[] {
  const units = unitsOf(words);
  const allowed = slipsAllowed(units.length);
  if (allowed === 0) return [];
  const matcher = createApproximateMatcher(units);
  const near: Near = { words, matcher, accepts, score: (distance) => score(distance / units.length) };
  const found = units.length <= SHORT ? unitsByHalves(segments, near, wanted) : [];
  if (found.length > 0) return found;
  const counts = countsFor(units.length);
  const candidates = unitsInCommon(segments, [units], { ...counts, accepts });
  return candidates.flatMap(({ segment, unit }) => {
    const [start, end] = [segment.starts[unit] ?? 0, segment.starts[unit + 1] ?? 0];
    const { distance } = matcher.nearest(segment.text, start, end);
    return distance <= allowed ? foundAt(segment, unit, near, start, end) : [];
  });
}

/** What is looked for. */
interface Near {
  readonly words: string;
  readonly matcher: ApproximateMatcher;
  readonly accepts: Accepts;
  readonly score: (distance: number) => number;
}

/** A half of the words, and how much of the text before and after it the rest may take up. */
interface Half {
  readonly half: Matcher;
  readonly before: number;
  readonly after: number;
}

/** One of two halves is whole: around each place of it the rest is looked for. */
function unitsByHalves(segments: readonly Segment[], near: Near, wanted: number): Found[] {
  const { words, accepts } = near;
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
        const found = isKnown || !accepts(segment, unit) ? undefined : foundByHalf(segment, unit, near, half);
        if (found !== undefined) findings.add(found);
        if (isKnown || found !== undefined) count++;
        return count < wanted && budget.spend(true);
      },
    );
  }
  return findings.found;
}

function foundByHalf(
  segment: Segment,
  unit: number,
  near: Near,
  { half, before, after }: Half,
): Found | undefined {
  const { text, starts } = segment;
  const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
  for (let at = half.find(text, start, end); at >= 0; at = half.find(text, at + 1, end)) {
    const from = Math.max(start, at - before);
    const to = Math.min(end, at + half.length + after);
    if (near.matcher.nearest(text, from, to).distance <= 1) return foundAt(segment, unit, near, from, to);
  }
  return undefined;
}

/** The nearest stretch of `text[from..to)`, marked as a whole. */
function foundAt(segment: Segment, unit: number, { matcher, score }: Near, from: number, to: number): Found {
  const { distance } = matcher.nearest(segment.text, from, to);
  return {
    ...{ segment, unit, score: score(distance) },
    places: () => [stretchOf(matcher, segment, unit, from, to)],
  };
}

/** Where in a unit the nearest stretch of `text[from..to)` is. */
export function stretchOf(
  matcher: ApproximateMatcher,
  { text, starts }: Segment,
  unit: number,
  from: number,
  to: number,
): readonly [number, number] {
  const { distance, end } = matcher.nearest(text, from, to);
  // Backwards from its end the nearest stretch ends where it starts.
  const start = matcher.nearest(text, Math.max(from, end - matcher.length - distance), end, true).end;
  const base = starts[unit] ?? 0;
  return [start - base, end - base];
}
