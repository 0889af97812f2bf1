import { cardAt, type Segment, type StatementCard } from '../index/segment.ts';
import { unitsOf } from '../units.ts';
import type { Word } from './find-named.ts';
import { MOST_WORDS, unitsWithWordsNear } from './find-near-words.ts';
import { countsFor, unitsWithSlips } from './find-slips.ts';
import type { Findings, Found } from './found.ts';
import { gramStretches, unitsInCommon } from './gram-counts.ts';
import { holdsTerm, placesOf } from './matcher.ts';
import type { Names } from './names.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { everywhere, type Accepts } from './walk.ts';

/** Fewer characters are near too much. */
const SHORTEST = 3;
/** A paragraph that has less in common with what was looked for is not worth offering. */
const LEAST_SHARE = 0.45;

/** The scores of paragraphs that do not hold the words themselves: with slips, and with parts of them only. */
const WITH_SLIPS = 100;
const IN_PARTS = 0;

/**
 * Adds the units that come near to what nothing holds. Words that name statements are taken for what they name, if that
 * leads anywhere: in `2017 冷战思唯` the slip is in the other word.
 */
export function findNear(
  segments: readonly Segment[],
  words: readonly Word[],
  phrase: string,
  names: Names,
  wanted: number,
  findings: Findings,
): void {
  if (phrase.length < SHORTEST) return;
  const named = words.map(({ folded }) => names.named(folded));
  const filters = named.filter(({ size }) => size > 0);
  const others = words.filter((_, i) => named[i]?.size === 0);
  const found =
    filters.length > 0 && others.length > 0
      ? unitsNear(segments, others, joined(others), among(filters), wanted)
      : [];
  findings.addBest(found.length > 0 ? found : unitsNear(segments, words, phrase, everywhere, wanted), wanted);
}

function joined(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join('');
}

function among(filters: readonly ReadonlySet<StatementCard>[]): Accepts {
  return (segment, unit) => {
    const card = cardAt(segment, unit);
    return filters.every((cards) => cards.has(card));
  };
}

/** The units with the phrase or the words in them, but for a few slips; else those with most of the words. */
function unitsNear(
  segments: readonly Segment[],
  words: readonly Word[],
  phrase: string,
  accepts: Accepts,
  wanted: number,
): readonly Found[] {
  const score = (slips: number, close = 90): number => WITH_SLIPS + 80 * (1 - slips) + close / 10;
  const slipped = unitsWithSlips(segments, phrase, accepts, wanted, score);
  if (slipped.length > 0) return slipped;
  const apart = unitsWithWordsNear(segments, words, accepts, score);
  if (apart.length > 0) return apart;
  const inParts = unitsInParts(segments, words, accepts);
  return inParts.length > 0 ? inParts : unitsNearOne(segments, words, accepts, wanted);
}

/** The units near to one of several words, the longest that anything is near to. */
function unitsNearOne(
  segments: readonly Segment[],
  words: readonly Word[],
  accepts: Accepts,
  wanted: number,
): readonly Found[] {
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  for (const word of words.toSorted((a, b) => b.folded.length - a.folded.length)) {
    const found = unitsNear(segments, [word], word.folded, accepts, wanted);
    if (found.length > 0) return found;
  }
  return [];
}

function unitsInParts(
  segments: readonly Segment[],
  words: readonly Word[],
  accepts: Accepts,
): readonly Found[] {
  const units = words.map(({ folded }) => unitsOf(folded));
  const counts = countsFor(units.reduce((sum, { length }) => sum + length, 0));
  const stretches = words.flatMap(({ folded }, i) =>
    gramStretches(units[i] ?? unitsOf(folded)).map(([at, end]) => createPhraseMatcher(folded.slice(at, end))),
  );
  return unitsInCommon(segments, units, { ...counts, accepts })
    .filter(({ segment, unit, share }) => share >= LEAST_SHARE || holdsOne(words, segment, unit))
    .map(({ segment, unit, share }) => ({
      ...{ segment, unit, score: IN_PARTS + share * 90 },
      places: () => placesOf(stretches, segment, unit),
    }));
}

/** Of several words one is worth offering, however little of the query it is. */
function holdsOne(words: readonly Word[], segment: Segment, unit: number): boolean {
  return (
    words.length > 1 && words.some(({ folded, term }) => folded.length > 1 && holdsTerm(term, segment, unit))
  );
}
