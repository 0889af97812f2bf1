import type { Run } from './run.ts';

/** A stretch of each of two texts that is still to be aligned. */
export interface Gap {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

const NONE = -1;
const SEVERAL = -2;
/** So many grams are many. */
const LARGE = 65_536;
const BASE = 0x01000193;

/**
 * The places of grams (sequences of `size` characters) that stand exactly once in each side of a gap, put together
 * into runs, in the order of `a`. In linear time: grams are found by a rolling hash and compared before they count.
 * Anchors that are unique on both sides are the idea of patience diff.
 */
export function uniqueRuns(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Gap, size: number): Run[] {
  const count = a1 - a0 - size + 1;
  if (count <= 0 || b1 - b0 < size) return [];
  // Of a long text every eighth gram is enough, and the table stays small enough to be quick.
  const sample = count > LARGE ? 7 : 0;
  const mask = tableSize(Math.ceil(count / (sample + 1))) - 1;
  const hashes = new Int32Array(mask + 1);
  const inA = new Int32Array(mask + 1).fill(NONE);
  const inB = new Int32Array(mask + 1).fill(NONE);
  const places: number[] = [];
  const slots: number[] = [];
  const slotOf = (hash: number): number => {
    let slot = ((hash >>> 3) ^ (hash >>> 18)) & mask;
    while (inA[slot] !== NONE && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  rollHashes(a, a0, a1, size, (at, hash) => {
    if ((hash & sample) !== 0) return;
    const slot = slotOf(hash);
    places.push(at);
    slots.push(slot);
    hashes[slot] = hash;
    inA[slot] = inA[slot] === NONE ? at : SEVERAL;
  });
  rollHashes(b, b0, b1, size, (at, hash) => {
    if ((hash & sample) !== 0) return;
    const slot = slotOf(hash);
    if (inA[slot] !== NONE) inB[slot] = inB[slot] === NONE ? at : SEVERAL;
  });
  const runs: { a: number; b: number; length: number }[] = [];
  places.forEach((at, i) => {
    const to = inB[slots[i] ?? 0] ?? NONE;
    if ((inA[slots[i] ?? 0] ?? NONE) < 0 || to < 0) return;
    const last = runs.at(-1);
    const done = last === undefined ? 0 : last.a + last.length;
    if (last !== undefined && at - last.a === to - last.b && at <= done) {
      const more = at + size - done;
      if (isSame(a, done, b, last.b + last.length, more)) last.length += more;
    } else if (isSame(a, at, b, to, size)) runs.push({ a: at, b: to, length: size });
  });
  return runs;
}

/** Calls `visit` with the hash of every gram that begins in the stretch. */
export function rollHashes(
  codes: Uint32Array,
  start: number,
  end: number,
  size: number,
  visit: (at: number, hash: number) => void,
): void {
  if (end - start < size) return;
  let power = 1;
  for (let i = 1; i < size; i++) power = Math.imul(power, BASE);
  let hash = 0;
  for (let i = start; i < end; i++) {
    hash = (Math.imul(hash, BASE) + (codes[i] ?? 0)) | 0;
    if (i - start < size - 1) continue;
    const first = i - size + 1;
    visit(first, hash);
    hash = (hash - Math.imul(codes[first] ?? 0, power)) | 0;
  }
}

export function isSame(a: Uint32Array, at: number, b: Uint32Array, to: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[at + i] !== b[to + i]) return false;
  return true;
}

/** A power of two with room to spare. */
export function tableSize(entries: number): number {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return size;
}
