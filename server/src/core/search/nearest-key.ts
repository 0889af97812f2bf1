/** At most this share of the longer key may differ for one to be a slip of the other. */
const SLIP_SHARE = 0.25;
/** A single word of a key names it only if it is as long as this: `cn` and `2025` name many. */
const SHORTEST_WORD = 6;

/**
 * The key that was most likely meant by a mistyped one: the nearest that differs by a few letters, else the only one
 * that has all the words typed (`strategic-stability`). `undefined` if none is near; `li-2025` is near nothing, for
 * it may well be of an author's own bibliography.
 */
export function nearestKey(typed: string, keys: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase().slice(0, 200);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, key.length) * SLIP_SHARE));
    if (Math.abs(wanted.length - key.length) > allowed) continue;
    const distance = editDistance(wanted, key.toLowerCase());
    if (distance <= allowed && distance < least) [best, least] = [key, distance];
  }
  return best ?? onlyKeyWith(wanted.split(/[^\p{L}\p{N}]+/u).filter(Boolean), keys);
}

function onlyKeyWith(words: readonly string[], keys: readonly string[]): string | undefined {
  if (words.length === 0 || (words.length === 1 && (words[0]?.length ?? 0) < SHORTEST_WORD)) return undefined;
  const fitting = keys.filter((key) => {
    const own = new Set(key.toLowerCase().split('-'));
    return words.every((word) => own.has(word));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** How many letters must be put in, left out, changed or exchanged with their neighbour. */
function editDistance(a: string, b: string): number {
  let previous: number[] = [];
  let current = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (current[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (current[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (previous[j - 2] ?? i) + 1);
      next.push(cost);
    }
    [previous, current] = [current, next];
  }
  return current[b.length] ?? 0;
}
