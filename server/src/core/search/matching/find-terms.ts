import { AndCursor } from '../index/cursors.ts';
import type { UnitCursor } from '../index/postings.ts';
import type { Segment } from '../index/segment.ts';
import { createBudget } from './budget.ts';
import type { Findings, Found } from './found.ts';
import { holdsTerm, NOWHERE, placesOf, planTerm, type Term } from './matcher.ts';
import { comparePlaces, walk } from './walk.ts';

/** A cursor of a second term is worth walking as long as it goes over at most this many times as many units. */
const WORTHWHILE = 24;

export interface TermsQuery {
  /** All must stand in the text of a unit. */
  readonly terms: readonly Term[];
  /** What else must be true of a unit. */
  readonly accepts?: (segment: Segment, unit: number) => boolean;
  /** Further terms that are marked where they stand. */
  readonly marked?: readonly Term[];
  /** The score of a unit that answers. */
  readonly score: (segment: Segment, unit: number) => number;
  /** How many are wanted. */
  readonly wanted: number;
}

/** Adds the units in which all terms stand, best first. */
export function findTerms(segments: readonly Segment[], query: TermsQuery, findings: Findings): void {
  const { terms, accepts, score, wanted } = query;
  const marks = [...terms, ...(query.marked ?? [])];
  const budget = createBudget();
  const found: Found[] = [];
  const isComplete = walk(
    segments,
    (segment) => cursorOf(segment, terms),
    (segment, unit) => {
      const isNew = !findings.has(segment, unit);
      if (
        isNew &&
        (accepts?.(segment, unit) ?? true) &&
        terms.every((term) => holdsTerm(term, segment, unit))
      )
        found.push({
          ...{ segment, unit, score: score(segment, unit) },
          places: () => marks.flatMap((term) => placesOf(term, segment, unit)),
        });
      return budget.spend(found.length >= wanted);
    },
  );
  if (!isComplete) findings.more = true;
  for (const each of found.sort((a, b) => b.score - a.score || comparePlaces(a, b))) findings.add(each);
}

/** The units in which all terms may stand. */
function cursorOf(segment: Segment, terms: readonly Term[]): UnitCursor {
  const plans = terms.map((term) => planTerm(term, segment)).sort((a, b) => a.estimate - b.estimate);
  const least = plans[0]?.estimate ?? 0;
  if (least === 0) return NOWHERE.cursor();
  const cursors = plans.filter(({ estimate }) => estimate <= least * WORTHWHILE).map((plan) => plan.cursor());
  return cursors.length === 1 && cursors[0] !== undefined ? cursors[0] : new AndCursor(cursors);
}

/**
 * How near to one another the terms stand in a unit, and whether in the order of the query: up to 50 for the order and
 * up to 40 for nearness. Only the narrowest stretch that holds them all counts.
 */
export function closeness(terms: readonly Term[], segment: Segment, unit: number): number {
  const places = terms
    .flatMap((term, index) => placesOf(term, segment, unit).map(([start]) => ({ index, start })))
    .sort((a, b) => a.start - b.start);
  const counts = new Uint32Array(terms.length);
  const present = new Set(places.map(({ index }) => index)).size;
  let best = 0;
  let missing = present;
  let first = 0;
  for (const [last, place] of places.entries()) {
    if (counts[place.index] === 0) missing--;
    counts[place.index] = (counts[place.index] ?? 0) + 1;
    while (missing === 0) {
      const stretch = places.slice(first, last + 1);
      const width = (stretch.at(-1)?.start ?? 0) - (stretch[0]?.start ?? 0);
      best = Math.max(best, 40 / (1 + width / 20) + (isInOrder(stretch.map(({ index }) => index)) ? 50 : 0));
      const leaving = places[first++]?.index ?? 0;
      counts[leaving] = (counts[leaving] ?? 0) - 1;
      if (counts[leaving] === 0) missing++;
    }
  }
  return best;
}

function isInOrder(indexes: readonly number[]): boolean {
  return indexes.every((index, i) => i === 0 || index > (indexes[i - 1] ?? 0));
}
