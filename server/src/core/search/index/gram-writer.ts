import { gramAt } from './grams.ts';
import { ByteSink, writePostings } from './postings.ts';
import type { SegmentArrays } from './segment.ts';

/** So many units are worked on between two pauses: about a millisecond. */
const UNITS_A_SLICE = 256;
const GRAMS_A_SLICE = 5_000;

/**
 * Makes the dictionary and the posting lists of a segment, in two walks over its text: the first numbers the grams as
 * they come up (a table of open addresses, which is a good deal faster than a Map) and counts in how many units each
 * occurs, the second puts each unit where the count says that it belongs.
 */
export function* writeGrams(
  text: Uint16Array,
  starts: Uint32Array,
): Generator<undefined, Pick<SegmentArrays, 'grams' | 'gramStarts' | 'postings'>> {
  const units = starts.length - 1;
  const table = createGramTable(Math.min(text.length, 1 << 22));
  const numbers = new Uint32Array(text.length);
  let total = 0;
  for (let unit = 0; unit < units; unit++) {
    const end = starts[unit + 1] ?? 0;
    for (let at = starts[unit] ?? 0; at < end; at++) {
      const number = table.number(gramAt(text, at, end));
      numbers[at] = number;
      if (table.count(number, unit)) total++;
    }
    if (unit % UNITS_A_SLICE === 0) yield;
  }

  const { keys, counts } = table.finish();
  const places = new Uint32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) places[i + 1] = (places[i] ?? 0) + (counts[i] ?? 0);
  const lists = new Uint32Array(total);
  // From here on `counts` says how many units of each list have been put down.
  counts.fill(0);
  for (let unit = 0; unit < units; unit++) {
    const end = starts[unit + 1] ?? 0;
    for (let at = starts[unit] ?? 0; at < end; at++) {
      const number = numbers[at] ?? 0;
      const start = places[number] ?? 0;
      const done = counts[number] ?? 0;
      if (done > 0 && lists[start + done - 1] === unit) continue;
      lists[start + done] = unit;
      counts[number] = done + 1;
    }
    if (unit % UNITS_A_SLICE === 0) yield;
  }

  const order = yield* sortedNumbers(keys);
  const grams = new Uint32Array(keys.length);
  const gramStarts = new Uint32Array(keys.length + 1);
  const sink = new ByteSink(total * 2);
  for (let i = 0; i < order.length; i++) {
    const number = order[i] ?? 0;
    grams[i] = keys[number] ?? 0;
    gramStarts[i] = sink.length;
    writePostings(sink, lists, places[number] ?? 0, places[number + 1] ?? 0);
    if (i % GRAMS_A_SLICE === 0) yield;
  }
  gramStarts[order.length] = sink.length;
  return { grams, gramStarts, postings: sink.finish() };
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

/** Numbers grams from 0 on and counts units. */
function createGramTable(expected: number) {
  let mask = 1024;
  while (mask < expected / 2) mask *= 2;
  // 0 is a free place, else one more than the number of the gram.
  let slots = new Uint32Array(mask);
  mask--;
  let keys = new Uint32Array(1024);
  let counts = new Uint32Array(1024);
  let lastUnit = new Uint32Array(1024);
  let size = 0;

  const grow = (): void => {
    const double = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const grown = new Uint32Array(array.length * 2);
      grown.set(array);
      return grown;
    };
    [keys, counts, lastUnit] = [double(keys), double(counts), double(lastUnit)];
  };
  const rehash = (): void => {
    slots = new Uint32Array(slots.length * 2);
    mask = slots.length - 1;
    for (let number = 0; number < size; number++) {
      let at = hash(keys[number] ?? 0) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = number + 1;
    }
  };
  return {
    /** The number of a gram. */
    number: (gram: number): number => {
      let at = hash(gram) & mask;
      for (let slot = slots[at] ?? 0; slot !== 0; slot = slots[at] ?? 0) {
        if (keys[slot - 1] === gram) return slot - 1;
        at = (at + 1) & mask;
      }
      if (size === keys.length) grow();
      keys[size] = gram;
      slots[at] = ++size;
      if (size * 2 > slots.length) rehash();
      return size - 1;
    },
    /** Counts that a gram stands in a unit; `false` if it was counted there before. Units come in order. */
    count: (number: number, unit: number): boolean => {
      if (lastUnit[number] === unit + 1) return false;
      lastUnit[number] = unit + 1;
      counts[number] = (counts[number] ?? 0) + 1;
      return true;
    },
    finish: () => ({ keys: keys.slice(0, size), counts: counts.slice(0, size) }),
  };
}

function hash(gram: number): number {
  const mixed = Math.imul(gram ^ (gram >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
