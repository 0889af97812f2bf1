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
const BASE = 0x01000193;

/**
 * The places of grams (sequences of `size` characters) that stand exactly once in each side of a gap, put together
 * into runs, in the order of `a`. In linear time: grams are found by a rolling hash and compared before they count.
 * Anchors that are unique on both sides are the idea of patience diff.
 */
export function uniqueRuns(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Gap, size: number): Run[] {
  const count = a1 - a0 - size + 1;
  if (count <= 0 || b1 - b0 < size) return [];
  const mask = tableSize(count) - 1;
  const hashes = new Int32Array(mask + 1);
  const inA = new Int32Array(mask + 1).fill(NONE);
  const inB = new Int32Array(mask + 1).fill(NONE);
  const slots = new Int32Array(count);
  const slotOf = (hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (inA[slot] !== NONE && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  rollHashes(a, a0, a1, size, (at, hash) => {
    const slot = slotOf(hash);
    slots[at - a0] = slot;
    hashes[slot] = hash;
    inA[slot] = inA[slot] === NONE ? at : SEVERAL;
  });
  rollHashes(b, b0, b1, size, (at, hash) => {
    const slot = slotOf(hash);
    if (inA[slot] !== NONE) inB[slot] = inB[slot] === NONE ? at : SEVERAL;
  });
  const runs: { a: number; b: number; length: number }[] = [];
  for (let i = 0; i < count; i++) {
    const slot = slots[i] ?? 0;
    const [at, to] = [inA[slot] ?? NONE, inB[slot] ?? NONE];
    if (at < 0 || to < 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && at - last.a === to - last.b && at <= last.a + last.length) {
      if (a[at + size - 1] === b[to + size - 1]) last.length = at + size - last.a;
    } else if (isSame(a, at, b, to, size)) runs.push({ a: at, b: to, length: size });
  }
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
