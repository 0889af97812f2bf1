import { gramAt } from '../index/grams.ts';
import { countPostings, END, PostingCursor } from '../index/postings.ts';
import { countLive, countUnits, findGram, isLive, type Segment } from '../index/segment.ts';
import { comparePlaces, everywhere, type Accepts, type Place } from './walk.ts';

/** A unit that has grams in common with some words. */
export interface Candidate extends Place {
  /** The share of the words that it has in common, rare grams weighing more: 0 to 1. */
  readonly share: number;
}

interface Gram {
  readonly gram: number;
  /** Where in the words it stands. */
  readonly at: number;
  readonly frequency: number;
  /** How much it says: twice as rare, one step more. */
  readonly weight: number;
}

/** So many postings are counted, rarest grams first; enough to tell the likeliest units from the rest. */
const MOST_POSTINGS = 8000;
/** Steps of weight for each halving of the frequency; the sums of all grams of a query stay below 65,536. */
const STEPS = 2;

/** By unit, its weight so far; all zero between two queries. And the units that have one. */
let weights = new Uint16Array(0);
let touched = new Uint32Array(0);

/** Which units are looked for. */
export interface InCommon {
  /** So many of the grams are counted at least, so that no unit is missed that lacks fewer. */
  readonly atLeast: number;
  /** So many units are wanted. */
  readonly most: number;
  readonly accepts: Accepts;
}

/**
 * The units that have most in common with some words, by the grams that they share, best first. Frequent grams, such
 * as those of an opening formula, weigh little.
 */
export function unitsInCommon(
  segments: readonly Segment[],
  words: readonly Uint16Array[],
  { atLeast, most, accepts }: InCommon,
): Candidate[] {
  const grams = gramsOf(segments, words);
  const counted = chosen(grams, atLeast);
  const total = grams.reduce((sum, { weight }) => sum + weight, 0);
  const found: (Place & { weight: number })[] = [];
  for (const segment of segments) count(segment, counted, accepts, found, most);
  return best(found, most).map(({ segment, unit, weight }) => ({ segment, unit, share: weight / total }));
}

/** The stretches of a word that are a gram long: `[start, end)` in the word. */
export function gramStretches(words: Uint16Array): [number, number][] {
  const stretches: [number, number][] = [];
  for (let at = 0; at + 1 < words.length; at++) {
    const end = at + (isOfLetters(words, at) ? 3 : 2);
    if (end <= words.length) stretches.push([at, end]);
  }
  return stretches;
}

function isOfLetters(words: Uint16Array, at: number): boolean {
  return gramAt(words, at, words.length) >= 0xe0000000;
}

function gramsOf(segments: readonly Segment[], words: readonly Uint16Array[]): Gram[] {
  const places = new Map(
    words.flatMap((word) => gramStretches(word).map(([at]) => [gramAt(word, at, word.length), at])),
  );
  const units = segments.reduce((sum, segment) => sum + countLive(segment), 0);
  return [...places]
    .map(([gram, at]) => {
      const frequency = segments.reduce((sum, segment) => sum + frequencyIn(segment, gram), 0);
      const weight = Math.max(1, Math.round(STEPS * Math.log2((units + 1) / (frequency + 1))));
      return { gram, at, frequency, weight };
    })
    .sort((a, b) => a.frequency - b.frequency || a.at - b.at);
}

/** In how many units a gram stands, those left out that are gone, so that it does not matter when they went. */
function frequencyIn(segment: Segment, gram: number): number {
  const index = findGram(segment, gram);
  if (index < 0) return 0;
  const start = segment.gramStarts[index] ?? 0;
  if (!segment.live.includes(0)) return countPostings(segment.postings, start);
  let count = 0;
  const cursor = new PostingCursor(segment.postings, start);
  for (let unit = cursor.unit; unit !== END; unit = cursor.next()) if (isLive(segment, unit)) count++;
  return count;
}

function chosen(grams: readonly Gram[], atLeast: number): readonly Gram[] {
  let postings = 0;
  return grams.filter(({ frequency }, i) => {
    postings += frequency;
    return i < atLeast || postings <= MOST_POSTINGS;
  });
}

function count(
  segment: Segment,
  grams: readonly Gram[],
  accepts: Accepts,
  found: (Place & { weight: number })[],
  most: number,
): void {
  const units = countUnits(segment);
  if (weights.length < units) [weights, touched] = [new Uint16Array(units), new Uint32Array(units)];
  let reached = 0;
  for (const { gram, weight } of grams) {
    const index = findGram(segment, gram);
    if (index < 0) continue;
    const cursor = new PostingCursor(segment.postings, segment.gramStarts[index] ?? 0);
    for (let { unit } = cursor; unit !== END; unit = cursor.next()) {
      const before = weights[unit] ?? 0;
      if (before === 0) touched[reached++] = unit;
      weights[unit] = before + weight;
    }
  }
  const isWhole = accepts === everywhere && !segment.live.includes(0);
  const all = touched.subarray(0, reached);
  const alive = isWhole ? all : all.filter((unit) => isLive(segment, unit) && accepts(segment, unit));
  const least = thresholdOf(alive, most);
  for (const unit of alive) {
    const weight = weights[unit] ?? 0;
    if (weight >= least) found.push({ segment, unit, weight });
  }
  for (const unit of touched.subarray(0, reached)) weights[unit] = 0;
}

/** The weight that at least `most` of the units of a segment reach, if so many are touched. */
function thresholdOf(units: Uint32Array, most: number): number {
  if (units.length <= most) return 0;
  const reached = new Uint16Array(units.length);
  for (let i = 0; i < units.length; i++) reached[i] = weights[units[i] ?? 0] ?? 0;
  return nthHighest(reached, most);
}

/** The lowest of the `most` highest weights, of which there are more; counted in a histogram. */
function nthHighest(all: Uint16Array, most: number): number {
  let highest = 0;
  for (const weight of all) if (weight > highest) highest = weight;
  const histogram = new Uint32Array(highest + 1);
  for (const weight of all) histogram[weight] = (histogram[weight] ?? 0) + 1;
  let above = 0;
  for (let weight = highest; weight > 0; weight--) {
    above += histogram[weight] ?? 0;
    if (above >= most) return weight;
  }
  return 0;
}

/** The heaviest of all segments; only those are sorted that may be among them. */
function best<T extends Place & { weight: number }>(found: readonly T[], most: number): T[] {
  const least =
    found.length <= most
      ? 0
      : nthHighest(
          Uint16Array.from(found, ({ weight }) => weight),
          most,
        );
  return found
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || comparePlaces(a, b))
    .slice(0, most);
}
