import { compareStatements } from '../index/segment-writer.ts';
import { END, type UnitCursor } from '../index/postings.ts';
import { cardAt, countHeadings, type Segment } from '../index/segment.ts';

/** A unit of a segment. */
export interface Place {
  readonly segment: Segment;
  readonly unit: number;
}

/** Tells whether a unit may be an answer. */
export type Accepts = (segment: Segment, unit: number) => boolean;

/** What every unit is accepted by. */
export const everywhere: Accepts = () => true;

/** The order of units across segments; two of the same statement and kind stand in one segment, in order. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.segment === b.segment) return a.unit - b.unit;
  const kind = Number(isHeading(b)) - Number(isHeading(a));
  return kind || compareStatements(cardAt(a.segment, a.unit), cardAt(b.segment, b.unit));
}

export function isHeading({ segment, unit }: Place): boolean {
  return unit < countHeadings(segment);
}

/**
 * Shows the units that a cursor finds in each segment, in the order of answers whatever segment they are in, those of
 * statements that are gone left out, until `visit` says that it has seen enough. `false` if it did.
 */
export function walk(
  segments: readonly Segment[],
  cursorOf: (segment: Segment) => UnitCursor,
  visit: (segment: Segment, unit: number) => boolean,
): boolean {
  const walks = segments
    .map((segment) => ({ segment, cursor: cursorOf(segment) }))
    .filter(({ cursor }) => cursor.unit !== END);
  while (walks.length > 0) {
    let first = 0;
    for (let i = 1; i < walks.length; i++) if (precedes(walks[i], walks[first])) first = i;
    const lowest = walks[first];
    if (lowest === undefined) break;
    const { segment, cursor } = lowest;
    // All of one statement before the next is looked for.
    const card = segment.cardOf[cursor.unit];
    const isAlive = segment.live[card ?? 0] === 1;
    const ends = endOf(segment, cursor.unit);
    while (cursor.unit < ends) {
      if (isAlive && !visit(segment, cursor.unit)) return false;
      if (isAlive) cursor.next();
      else cursor.advance(ends);
    }
    if (cursor.unit === END) walks.splice(first, 1);
  }
  return true;
}

interface Walk {
  readonly segment: Segment;
  readonly cursor: UnitCursor;
}

function precedes(a: Walk | undefined, b: Walk | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return (
    comparePlaces({ segment: a.segment, unit: a.cursor.unit }, { segment: b.segment, unit: b.cursor.unit }) <
    0
  );
}

/** Where the units of the same statement and kind end. */
function endOf(segment: Segment, unit: number): number {
  const { headings, paragraphs } = cardAt(segment, unit);
  return unit < headings[1] && unit >= headings[0] ? headings[1] : paragraphs[1];
}
