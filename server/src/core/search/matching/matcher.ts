import { ListCursor, OrCursor } from '../index/cursors.ts';
import type { UnitCursor } from '../index/postings.ts';
import type { Segment } from '../index/segment.ts';

/** One way in which a term of a query may stand in a text. */
export interface Matcher {
  /** How many units of text it takes up. */
  readonly length: number;
  /** True for words in letters, which spaces part in a text, though not in its folded form. */
  readonly startsWithLetter: boolean;
  /** How to find it in a segment. */
  plan(segment: Segment): Plan;
  /** Where it stands first in `text[from..end)`; -1 if nowhere. */
  find(text: Uint16Array, from: number, end: number): number;
}

export interface Plan {
  /** In about how many units it stands; 0 only if in none. */
  readonly estimate: number;
  /** The units in which it may stand; it stands in no other. */
  cursor(): UnitCursor;
}

/** A term: found where any of its matchers finds it. */
export type Term = readonly Matcher[];

/** How to find any of the matchers of a term in a segment. */
export function planTerm(term: Term, segment: Segment): Plan {
  const plans = term.map((matcher) => matcher.plan(segment)).filter(({ estimate }) => estimate > 0);
  const [first] = plans;
  if (first === undefined) return NOWHERE;
  return plans.length === 1
    ? first
    : {
        estimate: plans.reduce((sum, { estimate }) => sum + estimate, 0),
        cursor: () => new OrCursor(plans.map((plan) => plan.cursor())),
      };
}

/** The plan for what stands in no unit. */
export const NOWHERE: Plan = { estimate: 0, cursor: () => new ListCursor(new Uint32Array(0)) };

/** True if the term stands in a unit. */
export function holdsTerm(term: Term, { text, starts }: Segment, unit: number): boolean {
  const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
  return term.some((matcher) => matcher.find(text, start, end) >= 0);
}

/** Every place of a term in a unit, from the unit's start on; those of one matcher do not overlap. */
export function placesOf(term: Term, { text, starts }: Segment, unit: number): [number, number][] {
  const [start, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
  return term.flatMap((matcher) => {
    const places: [number, number][] = [];
    for (let at = matcher.find(text, start, end); at >= 0;) {
      places.push([at - start, at - start + matcher.length]);
      at = matcher.find(text, at + matcher.length, end);
    }
    return places;
  });
}
