import { isSame, rollHashes, tableSize, type Gap } from './gram-index.ts';
import type { Run } from './run.ts';

const GRAM = 8;
/** So many places of one gram are tried: passages that stand more often are found by their neighbours. */
const MOST_PLACES = 12;

/**
 * The longest run that a gap holds, for gaps where no gram is unique, as in passages that one side repeats.
 * `undefined` if none is as long as a gram. `spend` is told the work done and says whether there is more to spend.
 */
export function longestRun(
  a: Uint32Array,
  b: Uint32Array,
  gap: Gap,
  spend: (work: number) => boolean,
): Run | undefined {
  const { a0, a1, b0, b1 } = gap;
  if (!spend(a1 - a0 + b1 - b0)) return undefined;
  const places = placesOf(a, a0, a1);
  let best: Run | undefined;
  let isSpent = false;
  let passed = b0;
  rollHashes(b, b0, b1, GRAM, (to, hash) => {
    if (isSpent || to < passed) return;
    let reached = 0;
    places(hash, (at) => {
      const longest = best?.length ?? 0;
      // Only a run that would be longer is worth measuring.
      if (longest > 0 && a[at + longest] !== b[to + longest]) return;
      if (!isSame(a, at, b, to, GRAM)) return;
      let length = GRAM;
      while (at + length < a1 && to + length < b1 && a[at + length] === b[to + length]) length++;
      isSpent ||= !spend(length);
      reached = Math.max(reached, length);
      if (length > longest) best = { a: at, b: to, length };
    });
    // What a long run has passed over cannot begin a longer one on its diagonal.
    if (reached > 4 * GRAM) passed = to + (reached >> 1);
  });
  return best;
}

/** Finds the first places of a gram in a stretch. */
export function placesOf(
  codes: Uint32Array,
  start: number,
  end: number,
): (hash: number, visit: (at: number) => void) => void {
  const mask = tableSize(Math.max(end - start, 1)) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(Math.max(end - start, 1)).fill(-1);
  const hashes = new Int32Array(Math.max(end - start, 1));
  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & mask;
  // From the end, so that the first places come first.
  const found: number[] = [];
  rollHashes(codes, start, end, GRAM, (at, hash) => {
    hashes[at - start] = hash;
    found.push(at);
  });
  for (let i = found.length - 1; i >= 0; i--) {
    const at = found[i] ?? 0;
    const slot = slotOf(hashes[at - start] ?? 0);
    next[at - start] = heads[slot] ?? -1;
    heads[slot] = at;
  }
  return (hash, visit) => {
    let tried = 0;
    for (let at = heads[slotOf(hash)] ?? -1; at >= 0 && tried < MOST_PLACES; at = next[at - start] ?? -1) {
      if (hashes[at - start] !== hash) continue;
      tried++;
      visit(at);
    }
  };
}

export const gramSize = GRAM;
