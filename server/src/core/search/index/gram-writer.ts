import { gramAt } from './grams.ts';
import { ByteSink, writePostings } from './postings.ts';
import type { SegmentArrays } from './segment.ts';

/** So many units are worked on between two pauses: about a millisecond. */
const UNITS_A_SLICE = 256;
const GRAMS_A_SLICE = 5_000;

/**
 * Makes the dictionary and the posting lists of a segment, in two walks over its text: the first numbers the grams as
 * they come up and counts in how many units each occurs, the second puts each unit where the count says that it belongs.
 */
export function* writeGrams(
  text: Uint16Array,
  starts: Uint32Array,
): Generator<undefined, Pick<SegmentArrays, 'grams' | 'gramStarts' | 'postings'>> {
  const units = starts.length - 1;
  const table = createGramTable(Math.min(text.length, 1 << 21));
  const numbers = new Uint32Array(text.length);
  for (let unit = 0; unit < units; unit++) {
    const end = starts[unit + 1] ?? 0;
    for (let at = starts[unit] ?? 0; at < end; at++) numbers[at] = table.count(gramAt(text, at, end), unit);
    if (unit % UNITS_A_SLICE === 0) yield;
  }

  const { entries, size } = table;
  const total = layOut(entries(), size());
  const rows = entries();
  const lists = new Uint32Array(total);
  for (let unit = 0; unit < units; unit++) {
    const end = starts[unit + 1] ?? 0;
    for (let at = starts[unit] ?? 0; at < end; at++) {
      const row = (numbers[at] ?? 0) * ROW;
      if (rows[row + LAST] === unit + 1) continue;
      rows[row + LAST] = unit + 1;
      const place = rows[row + PLACE] ?? 0;
      lists[place] = unit;
      rows[row + PLACE] = place + 1;
    }
    if (unit % UNITS_A_SLICE === 0) yield;
  }

  const keys = new Uint32Array(size());
  for (let number = 0; number < keys.length; number++) keys[number] = rows[number * ROW + KEY] ?? 0;
  const order = yield* sortedNumbers(keys);
  const grams = new Uint32Array(keys.length);
  const gramStarts = new Uint32Array(keys.length + 1);
  const sink = new ByteSink(total + 1024);
  for (let i = 0; i < order.length; i++) {
    const row = (order[i] ?? 0) * ROW;
    grams[i] = rows[row + KEY] ?? 0;
    gramStarts[i] = sink.length;
    const end = rows[row + PLACE] ?? 0;
    writePostings(sink, lists, end - (rows[row + COUNT] ?? 0), end);
    if (i % GRAMS_A_SLICE === 0) yield;
  }
  gramStarts[order.length] = sink.length;
  return { grams, gramStarts, postings: sink.finish() };
}

/** Gives each gram the place of its list among all lists, forgets where each was seen last, and tells how long all are. */
function layOut(rows: Uint32Array, size: number): number {
  let total = 0;
  for (let row = 0; row < size * ROW; row += ROW) {
    rows[row + PLACE] = total;
    rows[row + LAST] = 0;
    total += rows[row + COUNT] ?? 0;
  }
  return total;
}

/** The numbers of the grams in the order of the grams: sorted by their two halves, the lower first. */
function* sortedNumbers(keys: Uint32Array): Generator<undefined, Uint32Array> {
  let order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[i] = i;
  for (const shift of [0, 16]) {
    const places = new Uint32Array(0x10001);
    for (let i = 0; i < keys.length; i++) {
      const after = (((keys[i] ?? 0) >>> shift) & 0xffff) + 1;
      places[after] = (places[after] ?? 0) + 1;
      if (i % GRAMS_A_SLICE === 0) yield;
    }
    for (let i = 0; i < 0x10000; i++) places[i + 1] = (places[i + 1] ?? 0) + (places[i] ?? 0);
    const sorted = new Uint32Array(keys.length);
    for (let i = 0; i < order.length; i++) {
      const number = order[i] ?? 0;
      const half = ((keys[number] ?? 0) >>> shift) & 0xffff;
      const place = places[half] ?? 0;
      sorted[place] = number;
      places[half] = place + 1;
      if (i % GRAMS_A_SLICE === 0) yield;
    }
    order = sorted;
  }
  return order;
}

/** What is kept of a gram lies side by side, since memory is what takes the time: four numbers. */
const ROW = 4;
const KEY = 0;
/** One more than the unit in which it was seen last. */
const LAST = 1;
/** In how many units it occurs. */
const COUNT = 2;
/** Where the next unit of its list goes. */
const PLACE = 3;

/** Numbers grams from 0 on and counts units, in a table of open addresses, a good deal faster than a Map. */
function createGramTable(expected: number) {
  let mask = 1024;
  while (mask < expected / 2) mask *= 2;
  // 0 is a free place, else one more than the number of the gram.
  let slots = new Uint32Array(mask);
  mask--;
  let rows = new Uint32Array(1024 * ROW);
  let size = 0;

  const rehash = (): void => {
    slots = new Uint32Array(slots.length * 2);
    mask = slots.length - 1;
    for (let number = 0; number < size; number++) {
      let at = hash(rows[number * ROW + KEY] ?? 0) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = number + 1;
    }
  };
  const add = (gram: number, at: number): number => {
    if (size * ROW === rows.length) {
      const grown = new Uint32Array(rows.length * 2);
      grown.set(rows);
      rows = grown;
    }
    rows[size * ROW + KEY] = gram;
    slots[at] = ++size;
    if (size * 2 > slots.length) rehash();
    return size - 1;
  };
  const numberOf = (gram: number): number => {
    let at = hash(gram) & mask;
    for (let slot = slots[at] ?? 0; slot !== 0; slot = slots[at] ?? 0) {
      if (rows[(slot - 1) * ROW + KEY] === gram) return slot - 1;
      at = (at + 1) & mask;
    }
    return add(gram, at);
  };
  return {
    /** Counts that a gram stands in a unit, once for each unit, and gives its number. Units come in order. */
    count: (gram: number, unit: number): number => {
      const number = numberOf(gram);
      const row = number * ROW;
      if (rows[row + LAST] !== unit + 1) {
        rows[row + LAST] = unit + 1;
        rows[row + COUNT] = (rows[row + COUNT] ?? 0) + 1;
      }
      return number;
    },
    entries: () => rows,
    size: () => size,
  };
}

function hash(gram: number): number {
  const mixed = Math.imul(gram ^ (gram >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
