import type { Stretch } from './compared-text.ts';

/** Grams of a quotation shorter than this are pairs, of others triples. */
const SHORT = 8;
/** With a smaller share of its grams in one stretch nothing of a quotation can be told. */
const LEAST_GRAMS = 0.25;
/** So many characters are left to what does not match at either end. */
const MARGIN = 60;

/**
 * The stretch of a text, between two of its indexes, that has most of the grams of a quotation, with room at both ends
 * for what does not match; `undefined` if it has too few. One pass over the text with few steps for each character.
 */
export function bestWindow(
  quoted: Uint32Array,
  codes: Uint32Array,
  from: number,
  to: number,
): Stretch | undefined {
  const size = quoted.length < SHORT ? 2 : 3;
  const { filter, ids, counts } = gramsOf(quoted, size);
  const room = Math.ceil(quoted.length * 1.6) + 40;
  /** Where a gram of the quotation stands, and which. */
  const places: number[] = [];
  const found: number[] = [];
  for (let at = from; at + size <= to; at++) {
    const hash = size === 3 ? hashOfThree(codes, at) : hashOf(codes, at, size);
    if (filter[hash & MASK] === 0) continue;
    const id = ids.get(hash);
    if (id === undefined) continue;
    places.push(at);
    found.push(id);
  }
  if (places.length === 0) return undefined;
  const seen = new Uint32Array(counts.length);
  let [count, best, start, end] = [0, 0, 0, 0];
  for (let head = 0, tail = 0; head < places.length; head++) {
    const id = found[head] ?? 0;
    // A gram counts as often as the quotation has it.
    if ((seen[id] ?? 0) < (counts[id] ?? 0)) count++;
    seen[id] = (seen[id] ?? 0) + 1;
    while ((places[head] ?? 0) - (places[tail] ?? 0) > room) {
      const old = found[tail++] ?? 0;
      seen[old] = (seen[old] ?? 1) - 1;
      if ((seen[old] ?? 0) < (counts[old] ?? 0)) count--;
    }
    if (count > best) [best, start, end] = [count, places[tail] ?? 0, (places[head] ?? 0) + size];
  }
  if (best < LEAST_GRAMS * (quoted.length - size + 1)) return undefined;
  const margin = Math.min(quoted.length, MARGIN);
  return [Math.max(from, start - margin), Math.min(to, end + margin)];
}

/** The sequences of so many characters, by hash. */
export function hashesOf(codes: Uint32Array, size: number): Set<number> {
  const hashes = new Set<number>();
  for (let at = 0; at + size <= codes.length; at++) hashes.add(hashOf(codes, at, size));
  return hashes;
}

/** `hashOf` for three characters, without a loop: it is asked of every place of a text. */
function hashOfThree(codes: Uint32Array, at: number): number {
  const one = Math.imul(codes[at] ?? 0, FACTOR);
  const two = Math.imul(one ^ (codes[at + 1] ?? 0), FACTOR);
  const hash = Math.imul(two ^ (codes[at + 2] ?? 0), FACTOR);
  return hash ^ (hash >>> 15);
}

/** Two that differ have the same once in four thousand million: it moves a window, and decides nothing. */
export function hashOf(codes: Uint32Array, at: number, size: number): number {
  let hash = 0;
  for (let i = at; i < at + size; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), FACTOR);
  return hash ^ (hash >>> 15);
}

const MASK = 0xffff;
const FACTOR = 0x9e3779b1;

interface Grams {
  /** 1 where a hash may be one of them, by its last bits. */
  readonly filter: Uint8Array;
  readonly ids: ReadonlyMap<number, number>;
  /** By id, how often the quotation has it. */
  readonly counts: readonly number[];
}

function gramsOf(codes: Uint32Array, size: number): Grams {
  const filter = new Uint8Array(MASK + 1);
  const ids = new Map<number, number>();
  const counts: number[] = [];
  for (let at = 0; at + size <= codes.length; at++) {
    const hash = hashOf(codes, at, size);
    const id = ids.get(hash) ?? counts.length;
    ids.set(hash, id);
    counts[id] = (counts[id] ?? 0) + 1;
    filter[hash & MASK] = 1;
  }
  return { filter, ids, counts };
}
