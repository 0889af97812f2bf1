import type { Segment } from '../index/segment.ts';
import { unitsOf } from '../units.ts';
import { createBudget } from './budget.ts';
import type { Word } from './find-named.ts';
import { slipsAllowed, stretchOf } from './find-slips.ts';
import { closeness } from './find-terms.ts';
import { Findings, type Found } from './found.ts';
import { holdsTerm, placesOf, planTerm, type Term } from './matcher.ts';
import { createApproximateMatcher, type ApproximateMatcher } from './myers.ts';
import { walk, type Accepts } from './walk.ts';

/** Nobody remembers more words apart; what has more is a quotation. */
export const MOST_WORDS = 6;
/** So many units that hold one of the words are looked at for the others, for all words together. */
const MOST_LOOKED_AT = 4000;

/** A word as it is, and as it may be with slips. */
interface NearWord {
  readonly term: Term;
  readonly matcher: ApproximateMatcher;
}

/**
 * The units in which several words stand apart, at least one of them as it is and the others with slips, in all as many
 * as words of their length may have: a short word may be missing.
 *
 * @param score gives the score for a share of slips and for how near to one another the words are (see `closeness`).
 */
export function unitsWithWordsNear(
  segments: readonly Segment[],
  words: readonly Word[],
  accepts: Accepts,
  score: (slips: number, close: number) => number,
): readonly Found[] {
  const length = words.reduce((sum, { folded }) => sum + folded.length, 0);
  const allowed = slipsAllowed(length);
  if (allowed === 0 || words.length < 2 || words.length > MOST_WORDS) return [];
  const each = words.map(({ folded, term }): NearWord => {
    return { term, matcher: createApproximateMatcher(unitsOf(folded)) };
  });
  const findings = new Findings();
  for (const { term } of words) {
    const budget = createBudget(MOST_LOOKED_AT / words.length);
    walk(
      segments,
      (segment) => planTerm(term, segment).cursor(),
      (segment, unit) => {
        if (findings.has(segment, unit) || !holdsTerm(term, segment, unit)) return budget.spend(false);
        const near = accepts(segment, unit) ? wordsIn(segment, unit, each, allowed) : undefined;
        if (near !== undefined) {
          const { held, slips, places } = near;
          findings.add({
            segment,
            unit,
            score: score(slips / length, closeness(held, segment, unit)),
            places,
          });
        }
        return budget.spend(true);
      },
    );
  }
  return findings.found;
}

/** What a unit has of the words; `undefined` if there are more slips than are allowed. */
function wordsIn(segment: Segment, unit: number, words: readonly NearWord[], allowed: number) {
  const [start, end] = [segment.starts[unit] ?? 0, segment.starts[unit + 1] ?? 0];
  const held: Term[] = [];
  const slipped: ApproximateMatcher[] = [];
  let slips = 0;
  for (const { term, matcher } of words) {
    if (holdsTerm(term, segment, unit)) {
      held.push(term);
      continue;
    }
    const { distance } = matcher.nearest(segment.text, start, end);
    slips += distance;
    if (slips > allowed) return undefined;
    if (distance < matcher.length) slipped.push(matcher);
  }
  const places = () => [
    ...held.flatMap((term) => placesOf(term, segment, unit)),
    ...slipped.map((matcher) => stretchOf(matcher, segment, unit, start, end)),
  ];
  return { held, slips, places };
}
