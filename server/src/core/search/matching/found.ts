import type { Segment } from '../index/segment.ts';
import { comparePlaces, type Place } from './walk.ts';

/** A unit that answers a query. */
export interface Found extends Place {
  /** Higher is better. */
  readonly score: number;
  /** What is to be marked in it: places in its folded text, in any order. */
  readonly places: () => readonly (readonly [number, number])[];
}

/** What is found, each unit once, however many stages find it. */
export class Findings {
  readonly found: Found[] = [];
  /** How many more there are than were wanted, as far as they were counted. */
  beyond = 0;
  /** True where a stage stopped before it had seen all. */
  more = false;
  private readonly seen = new Map<Segment, Set<number>>();

  has(segment: Segment, unit: number): boolean {
    return this.seen.get(segment)?.has(unit) === true;
  }

  add(found: Found): void {
    const units = this.seen.get(found.segment);
    if (units === undefined) this.seen.set(found.segment, new Set([found.unit]));
    else if (units.has(found.unit)) return;
    else units.add(found.unit);
    this.found.push(found);
  }

  /** How many were found in all. */
  get total(): number {
    return this.found.length + this.beyond;
  }

  /** Adds so many, best first. */
  addBest(found: readonly Found[], most = found.length): void {
    const sorted = found.toSorted((a, b) => b.score - a.score || comparePlaces(a, b));
    for (const each of sorted.slice(0, most)) this.add(each);
  }
}
