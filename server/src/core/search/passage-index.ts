import { unfoldRange } from '../fold.ts';
import { cardAt, segmentBytes, unitLabel, unitRange, unitText, type Segment } from './index/segment.ts';
import { createSegments, type Segments } from './index/segments.ts';
import { atOnce, inSlices, type Pause } from './index/slices.ts';
import { writeSounds, type Sounds } from './index/sounds.ts';
import type { Addresses } from './matching/find-addressed.ts';
import type { Found } from './matching/found.ts';
import { createNames } from './matching/names.ts';
import { searchSegments, type Answer } from './matching/search-segments.ts';
import { isHeading } from './matching/walk.ts';
import type { Hit, Hits, PassageSearch } from './passage-search.ts';
import { loadReadings, type Readings } from './pinyin/readings.ts';
import { readQuery, type Query } from './query.ts';

export interface PassageIndexOptions {
  /** Absent where nobody else wants a turn. */
  readonly pause?: Pause;
  /** Without it queries for an address find nothing. */
  readonly addresses?: Addresses;
  /** Told why the readings of pinyin cannot be loaded. */
  readonly failed?: (error: unknown) => void;
}

/** The index with what keeps it between two starts. */
export interface PassageIndex extends PassageSearch {
  readonly segments: Segments;
  /** The lists of what is heard that have been made so far; none before somebody typed pinyin. */
  readonly sounds: WeakMap<Segment, Sounds>;
  /** What the index holds, in bytes. */
  readonly bytes: number;
}

export function createPassageIndex({
  pause = () => Promise.resolve(),
  addresses = () => undefined,
  failed = () => undefined,
}: PassageIndexOptions = {}): PassageIndex {
  const sounds = new WeakMap<Segment, Sounds>();
  let readings: Readings | undefined;
  const segments = createSegments(pause, async (segment) => {
    if (readings !== undefined) sounds.set(segment, await inSlices(writeSounds(segment, readings), pause));
  });
  let preparing: Promise<void> | undefined;

  const soundsOf = (segment: Segment, known: Readings): Sounds => {
    const made = sounds.get(segment) ?? atOnce(writeSounds(segment, known));
    sounds.set(segment, made);
    return made;
  };
  /** Loads the readings and makes the lists of the segments that there are. */
  const prepareSounds = async (): Promise<void> => {
    const loaded = await loadReadings();
    const lacking = (): Segment | undefined => segments.all.find((segment) => !sounds.has(segment));
    for (let segment = lacking(); segment !== undefined; segment = lacking())
      sounds.set(segment, await inSlices(writeSounds(segment, loaded), pause));
    readings = loaded;
  };

  const answer = (query: Query, wanted: number): Answer => {
    segments.takeUp();
    // What is too much for a query is found by the next ones.
    if (segments.waiting() > 0) void segments.takeIn();
    const known = readings;
    return searchSegments(segments.all, query, wanted, {
      names: createNames(segments.all),
      addresses,
      ...(known && { sounds: { readings: known, sounds: (segment) => soundsOf(segment, known) } }),
    });
  };
  return {
    segments,
    sounds,
    get bytes() {
      return segments.all.reduce((sum, segment) => {
        const { starts, postings } = sounds.get(segment) ?? {};
        return sum + segmentBytes(segment) + (starts?.byteLength ?? 0) + (postings?.byteLength ?? 0);
      }, 0);
    },
    has: (uri, stamp) => stamp !== '' && segments.stamp(uri) === stamp,
    waiting: () => segments.waiting(),
    put: (entry) => {
      segments.put(entry);
    },
    remove: (uri) => {
      segments.remove(uri);
    },
    takeIn: () => segments.takeIn(),
    settle: () => segments.settle(),
    search: async (text, limit) => {
      const query = readQuery(text);
      const wanted = Math.max(1, limit);
      let answered = answer(query, wanted);
      if (answered.lacksReadings) {
        preparing ??= prepareSounds().finally(() => {
          preparing = undefined;
        });
        // Without the readings the answer is what it was.
        await preparing.catch(failed);
        answered = answer(query, wanted);
      }
      const { found, total, more, isNear } = answered;
      const hits = found.slice(0, Math.max(0, limit)).map(hitOf);
      return { hits, total, more, isNear } satisfies Hits;
    },
  };
}

function hitOf(found: Found): Hit {
  const { segment, unit, score } = found;
  const { uri, key, title, date } = cardAt(segment, unit);
  const unfolded = unitText(segment, unit);
  const matches = merge(found.places()).map(([start, end]) =>
    unfoldRange(unfolded.original, unfolded, start, end),
  );
  return {
    ...{ uri, key, title, date, score, text: unfolded.original },
    kind: isHeading(found) ? 'heading' : 'paragraph',
    ...unitLabel(segment, unit),
    range: unitRange(segment, unit),
    // Two places in what one character folds to (㈱ to 株) are one in the original.
    matches: merge(matches),
  };
}

function merge(places: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...places].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
