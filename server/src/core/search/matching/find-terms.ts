import { AndCursor } from '../index/cursors.ts';
import type { UnitCursor } from '../index/postings.ts';
import type { Segment } from '../index/segment.ts';
import { createBudget } from './budget.ts';
import type { Findings, Found } from './found.ts';
import { holdsTerm, NOWHERE, placesOf, planTerm, type Term } from './matcher.ts';
import { walk } from './walk.ts';

/** A cursor of a second term is worth walking as long as it goes over at most this many times as many units. */
const WORTHWHILE = 8;

export interface TermsQuery {
  /** All must stand in the text of a unit. */
  readonly terms: readonly Term[];
  /** What else must be true of a unit. */
  readonly accepts?: (segment: Segment, unit: number) => boolean;
  /** Where alone they are looked for; everywhere if absent. */
  readonly within?: (segment: Segment) => UnitCursor;
  /** Further terms that are marked where they stand. */
  readonly marked?: readonly Term[];
  /** The score of a unit that answers. */
  readonly score: (segment: Segment, unit: number) => number;
  /** How many are wanted. */
  readonly wanted: number;
}

/** Adds the units in which all terms stand, best first. */
export function findTerms(segments: readonly Segment[], query: TermsQuery, findings: Findings): void {
  findings.addBest(unitsWithTerms(segments, query, findings));
}

/** The units in which all terms stand, those left out that are among the findings. */
export function unitsWithTerms(
  segments: readonly Segment[],
  { terms, accepts, within, marked = [], score, wanted }: TermsQuery,
  findings: Findings,
): Found[] {
  const marks = [...terms, ...marked];
  const budget = createBudget();
  const found: Found[] = [];
  const isComplete = walk(
    segments,
    (segment) => {
      const cursor = cursorOf(segment, terms);
      return within === undefined ? cursor : new AndCursor([within(segment), cursor]);
    },
    (segment, unit) => {
      if (findings.has(segment, unit)) return true;
      const hasEnough = found.length >= wanted;
      const answers =
        (accepts?.(segment, unit) ?? true) && terms.every((term) => holdsTerm(term, segment, unit));
      if (answers) {
        found.push({
          ...{ segment, unit, score: score(segment, unit) },
          places: () => marks.flatMap((term) => placesOf(term, segment, unit)),
        });
      }
      return !hasEnough || budget.spend(answers);
    },
  );
  if (!isComplete) findings.more = true;
  return found;
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
 * How near to one another the terms stand in a unit, in all of which it has, and whether in the order of the query: up
 * to 50 for the order and up to 40 for nearness. Only the best stretch that holds them all counts.
 */
export function closeness(terms: readonly Term[], segment: Segment, unit: number): number {
  const places = terms
    .flatMap((term, index) => placesOf(term, segment, unit).map(([start]) => ({ index, start })))
    .sort((a, b) => a.start - b.start);
  const inOrder = narrowestInOrder(places, terms.length);
  return Math.max(
    nearness(narrowest(places, terms.length)),
    inOrder === undefined ? 0 : IN_ORDER + nearness(inOrder),
  );
}

const IN_ORDER = 50;

function nearness(width: number): number {
  return 40 / (1 + width / 20);
}

/** Where the term with an index stands. */
interface TermPlace {
  readonly index: number;
  readonly start: number;
}

/** The width of the narrowest stretch that holds each of so many terms; infinite if none does. */
function narrowest(places: readonly TermPlace[], terms: number): number {
  const counts = new Uint32Array(terms);
  let missing = terms;
  let least = Number.POSITIVE_INFINITY;
  let first = 0;
  for (const { index, start } of places) {
    if (counts[index] === 0) missing--;
    counts[index] = (counts[index] ?? 0) + 1;
    for (let leaving = places[first]; missing === 0 && leaving !== undefined; leaving = places[++first]) {
      least = Math.min(least, start - leaving.start);
      counts[leaving.index] = (counts[leaving.index] ?? 0) - 1;
      if (counts[leaving.index] === 0) missing++;
    }
  }
  return least;
}

/** The width of the narrowest stretch in which they stand in their order; `undefined` if there is none. */
function narrowestInOrder(places: readonly TermPlace[], terms: number): number | undefined {
  /** By term, the latest place from which it and those before it stand in order. */
  const from = new Array<number | undefined>(terms).fill(undefined);
  let least: number | undefined;
  for (const { index, start } of places) {
    from[index] = index === 0 ? start : from[index - 1];
    const begin = from[terms - 1];
    if (index === terms - 1 && begin !== undefined) least = Math.min(least ?? start - begin, start - begin);
  }
  return least;
}
