import { countLive, unitText, type Segment } from '../index/segment.ts';
import { createBudget } from './budget.ts';
import type { Findings, Found } from './found.ts';
import { holdsTerm, placesOf, planTerm, type Term } from './matcher.ts';
import { walk } from './walk.ts';

/** In a corpus of so many units all that answer are counted; in a larger one so many beyond those that are wanted. */
const SMALL = 5000;
const COUNTED = 64;
/** For each unit that is wanted so many are looked at for the beginnings of words; and in a small corpus so many at least. */
const SAMPLE_OF_LETTERS = 4;
const SMALL_SAMPLE = 300;

/** The score of a unit that holds the whole phrase: more than any other, and the same for all. */
const PHRASE = 1000;

/**
 * Adds the units that hold a phrase: as it was typed (the first matcher), and with the numbers in it written otherwise.
 * Neither leave no room for the others: 一九 is more often part of 十九 than it means 19, and 40 than it means 四十.
 */
export function findPhrase(
  segments: readonly Segment[],
  phrase: Term,
  wanted: number,
  findings: Findings,
): void {
  const typed = phrase.slice(0, 1);
  const asTyped = unitsWith(segments, typed, [], wanted, findings);
  const otherwise =
    phrase.length > 1
      ? unitsWith(segments, phrase.slice(1), typed, wanted, findings)
      : ([] as readonly Found[]);
  const half = Math.ceil(wanted / 2);
  for (const found of [...asTyped.slice(0, half), ...otherwise.slice(0, half), ...asTyped, ...otherwise])
    findings.add(found);
}

/**
 * So many units as are wanted, in the order of answers, which is that of their scores; further ones are counted only.
 * What begins with a letter goes before where a word begins so, as far as is looked: folded texts have no spaces, and
 * `art` stands in `party` more often than in `article`.
 */
function unitsWith(
  segments: readonly Segment[],
  term: Term,
  without: Term,
  wanted: number,
  findings: Findings,
): readonly Found[] {
  const isSmall = segments.reduce((sum, segment) => sum + countLive(segment), 0) <= SMALL;
  if (!term.some(({ startsWithLetter }) => startsWithLetter))
    return collect(segments, term, without, wanted, isSmall, findings);
  const sample = Math.max(wanted * SAMPLE_OF_LETTERS, isSmall ? SMALL_SAMPLE : 0);
  const found = collect(segments, term, without, sample, isSmall, findings);
  const begins = found.map(({ segment, unit, places }) => beginsWord(segment, unit, places()));
  return [...found.filter((_, i) => begins[i] === true), ...found.filter((_, i) => begins[i] !== true)];
}

/** True if one of the places is where a word of the original text begins. */
function beginsWord(segment: Segment, unit: number, places: readonly (readonly [number, number])[]): boolean {
  const { original, offsets } = unitText(segment, unit);
  return places.some(([start]) => !/[\p{L}\p{N}]$/u.test(original.slice(0, offsets[start] ?? 0).slice(-2)));
}

function collect(
  segments: readonly Segment[],
  term: Term,
  without: Term,
  wanted: number,
  isSmall: boolean,
  findings: Findings,
): readonly Found[] {
  const found: Found[] = [];
  const budget = createBudget(isSmall ? Infinity : COUNTED);
  const isComplete = walk(
    segments,
    (segment) => planTerm(term, segment).cursor(),
    (segment, unit) => {
      const answers = holdsTerm(term, segment, unit) && !holdsTerm(without, segment, unit);
      const hasEnough = found.length >= wanted;
      if (answers && hasEnough) findings.beyond++;
      else if (answers)
        found.push({ segment, unit, score: PHRASE, places: () => placesOf(term, segment, unit) });
      return !hasEnough || budget.spend(answers);
    },
  );
  if (!isComplete) findings.more = true;
  return found;
}
