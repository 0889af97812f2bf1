import type { StatementEntry } from '../entry.ts';
import { countLive, countUnits, type Segment, type StatementCard } from './segment.ts';
import { writeSegment, type SegmentSource } from './segment-writer.ts';
import { atOnce, inSlices, type Pause } from './slices.ts';

/**
 * The segments of an index, and what waits to become one. A statement that comes in waits; a query takes up what waits
 * if it is little, else `settle` does. Small segments are put together once they are about as large as the next one,
 * so that there are few and each statement is written a few times only.
 */
export interface Segments {
  readonly all: readonly Segment[];
  /** The stamp of the version of a file that is here; `undefined` if none is. */
  stamp(uri: string): string | undefined;
  put(entry: StatementEntry): void;
  remove(uri: string): void;
  /** Makes a small segment of what waits, if it is little; what is much waits for `settle`. */
  takeUp(): void;
  /** Makes large segments of all that waits. */
  takeIn(): Promise<void>;
  /** The same, and puts segments together where they are many. */
  settle(): Promise<void>;
  /** Takes over a segment that was made before, with the cards that count, unless their statements are here already. */
  restore(segment: Segment, counts: (card: StatementCard, index: number) => boolean): void;
  /** The file of the statement with a key; `undefined` if none is here. */
  uriOf(key: string): string | undefined;
  /** The files whose statements are here. */
  uris(): readonly string[];
  /** How many units wait. */
  waiting(): number;
}

/** What a query can take up without being late: some milliseconds' work. */
const LITTLE = 512;
/** Segments grow no larger than this many units. */
export const LARGE = 1 << 17;

interface Seat {
  readonly segment: Segment;
  readonly index: number;
}

/** `made` is called with each new segment before it is in use, so that what belongs to it can be made as well. */
export function createSegments(pause: Pause, made: (segment: Segment) => Promise<void>): Segments {
  let all: readonly Segment[] = [];
  const waiting = new Map<string, StatementEntry>();
  const seats = new Map<string, Seat>();
  /** Entries that `settle` is writing just now. */
  const writing = new Set<StatementEntry>();
  let last: Promise<void> = Promise.resolve();

  const unseat = (uri: string): void => {
    const seat = seats.get(uri);
    if (seat !== undefined) seat.segment.live[seat.index] = 0;
    seats.delete(uri);
  };
  const add = (segment: Segment): void => {
    if (segment.live.includes(1)) all = [...all, segment];
  };
  /** Seats the statements of a new segment for which nothing newer has come since it was begun. */
  const seat = (segment: Segment, isCurrent: (uri: string, index: number) => boolean): void => {
    segment.cards.forEach(({ uri }, index) => {
      if (isCurrent(uri, index)) seats.set(uri, { segment, index });
      else segment.live[index] = 0;
    });
    add(segment);
  };
  const seatWaiting = (segment: Segment, entries: ReadonlyMap<string, StatementEntry>): void => {
    seat(segment, (uri) => {
      const entry = entries.get(uri);
      if (entry === undefined || waiting.get(uri) !== entry) return false;
      waiting.delete(uri);
      return true;
    });
  };
  const write = async (sources: readonly SegmentSource[]): Promise<Segment> => {
    const segment = await inSlices(writeSegment(sources), pause);
    await made(segment);
    return segment;
  };

  const writeWaiting = async (): Promise<void> => {
    const entries = new Map<string, StatementEntry>();
    let units = 0;
    for (const [uri, entry] of waiting) {
      if (units > 0 && units + entry.units.length > LARGE) break;
      entries.set(uri, entry);
      units += entry.units.length;
    }
    for (const entry of entries.values()) writing.add(entry);
    try {
      seatWaiting(await write([...entries.values()].map((entry) => ({ kind: 'entry', entry }))), entries);
    } finally {
      writing.clear();
    }
  };

  const join = async (segments: readonly Segment[]): Promise<void> => {
    const sources = segments.flatMap((segment) =>
      segment.cards
        .filter((_, index) => segment.live[index] === 1)
        .map((card) => ({ kind: 'card', segment, card }) as const),
    );
    const old = new Map(sources.map(({ card }) => [card.uri, seats.get(card.uri)]));
    const joined = await write(sources);
    seat(joined, (uri) => old.get(uri) !== undefined && seats.get(uri) === old.get(uri));
    all = all.filter((segment) => !segments.includes(segment));
  };

  /** One after another: what is being written is nobody else's to write. */
  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.then(work, work));
  const takeIn = async (): Promise<void> => {
    while (waiting.size > 0) await writeWaiting();
  };
  const settle = async (): Promise<void> => {
    await takeIn();
    for (let few = tooSmall(all); few.length > 0; few = tooSmall(all)) await join(few);
  };

  return {
    get all() {
      return all;
    },
    stamp: (uri) => {
      const seat = seats.get(uri);
      return waiting.get(uri)?.stamp ?? seat?.segment.cards[seat.index]?.stamp;
    },
    put: (entry) => {
      unseat(entry.uri);
      waiting.set(entry.uri, entry);
    },
    remove: (uri) => {
      unseat(uri);
      waiting.delete(uri);
    },
    takeUp: () => {
      const entries = new Map([...waiting].filter(([, entry]) => !writing.has(entry)));
      const units = [...entries.values()].reduce((sum, entry) => sum + entry.units.length, 0);
      if (entries.size === 0 || units > LITTLE) return;
      const sources = [...entries.values()].map((entry) => ({ kind: 'entry', entry }) as const);
      seatWaiting(atOnce(writeSegment(sources)), entries);
    },
    takeIn: () => inTurn(takeIn),
    settle: () => inTurn(settle),
    restore: (segment, counts) => {
      seat(segment, (uri, index) => {
        const card = segment.cards[index];
        return card !== undefined && counts(card, index) && !seats.has(uri) && !waiting.has(uri);
      });
    },
    uriOf: (key) => {
      for (const [uri, { segment, index }] of seats) if (segment.cards[index]?.key === key) return uri;
      return [...waiting.values()].find((entry) => entry.key === key)?.uri;
    },
    uris: () => [...seats.keys(), ...waiting.keys()],
    waiting: () => [...waiting.values()].reduce((sum, { units }) => sum + units.length, 0),
  };
}

/** The segments that should be one: the smaller ones that together weigh half as much as the next, or one half gone. */
function tooSmall(all: readonly Segment[]): readonly Segment[] {
  const sized = all
    .map((segment) => ({ segment, units: countLive(segment) }))
    .sort((a, b) => b.units - a.units);
  for (let i = 0; i + 1 < sized.length; i++) {
    const from = sized.slice(i);
    const together = from.reduce((sum, { units }) => sum + units, 0);
    const first = from[0]?.units ?? 0;
    if (together <= LARGE && (together - first) * 2 >= first) return from.map(({ segment }) => segment);
  }
  const wasteful = sized.find(({ segment, units }) => units * 2 < countUnits(segment));
  return wasteful === undefined ? [] : [wasteful.segment];
}
