import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import type { Engine } from '../engine.ts';
import { passageId } from '../generate.ts';

/** So many passages are put in at once before they are brought into segments. */
const AT_ONCE = 1 << 16;

/** The index of the server, without the server. */
export function createPincite(): Engine {
  /** When the index had its turn again, and how long it has kept it at most. */
  let [resumed, longest] = [0, 0];
  const index = createPassageIndex({
    pause: async () => {
      longest = Math.max(longest, performance.now() - resumed);
      await new Promise((resolve) => setImmediate(resolve));
      resumed = performance.now();
    },
  });
  const settle = async (): Promise<void> => {
    resumed = performance.now();
    await index.settle();
    longest = Math.max(longest, performance.now() - resumed);
  };
  return {
    build: async (statements) => {
      let waiting = 0;
      for (const entry of statements) {
        index.put(entry);
        waiting += entry.units.length;
        if (waiting < AT_ONCE) continue;
        await settle();
        waiting = 0;
      }
      await settle();
    },
    search: async (query, limit) => {
      resumed = performance.now();
      const { hits } = await index.search(query, limit);
      return hits.map(({ key, address }) => passageId(key, address));
    },
    replace: (entry) => {
      index.put(entry);
    },
    tidy: settle,
    bytes: () => index.bytes,
    notes: () => ({ 'longest time without a pause, ms': longest.toFixed(1) }),
  };
}
