import { GRAM_CODES, initialGramsAt, MOST_GRAMS } from '../pinyin/initial-grams.ts';
import type { Readings } from '../pinyin/readings.ts';
import { ByteSink, writePostings } from './postings.ts';
import type { Segment } from './segment.ts';

/** The posting lists of a segment by what is heard: by the initials of three characters in a row. */
export interface Sounds {
  /** By code of the three initials, where its list starts in `postings`; and the end of the last. */
  readonly starts: Uint32Array;
  readonly postings: Uint8Array;
}

const UNITS_A_SLICE = 128;

/** Makes the lists, with pauses wherever others may have their turn. */
export function* writeSounds({ text, starts }: Segment, readings: Readings): Generator<undefined, Sounds> {
  const units = starts.length - 1;
  const codes = new Int32Array(MOST_GRAMS);
  const counts = new Uint32Array(GRAM_CODES);
  const lastUnit = new Uint32Array(GRAM_CODES);
  let places = new Uint32Array(0);
  let lists = new Uint32Array(0);
  // The first walk counts in how many units each code occurs, the second puts each unit where it belongs.
  for (const isCounting of [true, false]) {
    lastUnit.fill(0);
    if (!isCounting) {
      places = placesOf(counts);
      lists = new Uint32Array(places[GRAM_CODES] ?? 0);
      counts.fill(0);
    }
    for (let unit = 0; unit < units; unit++) {
      const end = starts[unit + 1] ?? 0;
      for (let at = starts[unit] ?? 0; at < end; at++) {
        const found = initialGramsAt(text, at, end, readings, codes);
        for (let i = 0; i < found; i++) {
          const code = codes[i] ?? 0;
          if (lastUnit[code] === unit + 1) continue;
          lastUnit[code] = unit + 1;
          if (!isCounting) lists[(places[code] ?? 0) + (counts[code] ?? 0)] = unit;
          counts[code] = (counts[code] ?? 0) + 1;
        }
      }
      if (unit % UNITS_A_SLICE === 0) yield;
    }
  }
  const sink = new ByteSink(lists.length * 2);
  const listStarts = new Uint32Array(GRAM_CODES + 1);
  for (let code = 0; code < GRAM_CODES; code++) {
    listStarts[code] = sink.length;
    if (counts[code] !== 0) writePostings(sink, lists, places[code] ?? 0, places[code + 1] ?? 0);
    if (code % 1024 === 0) yield;
  }
  listStarts[GRAM_CODES] = sink.length;
  return { starts: listStarts, postings: sink.finish() };
}

function placesOf(counts: Uint32Array): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) places[i + 1] = (places[i] ?? 0) + (counts[i] ?? 0);
  return places;
}
