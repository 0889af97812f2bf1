import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { createIndexStore } from '../../../server/src/node/index-store.ts';
import type { Engine } from '../engine.ts';
import { passageId } from '../generate.ts';

/** So many passages are put in at once before they are brought into segments. */
const AT_ONCE = 1 << 16;

/** The index of the server, without the server. */
export function createPincite(folder: string): Engine {
  /** When the index had its turn again, and how long it has kept it at most. */
  let [resumed, longest] = [0, 0];
  const index = createPassageIndex({
    pause: async () => {
      longest = Math.max(longest, performance.now() - resumed);
      await new Promise((resolve) => setImmediate(resolve));
      resumed = performance.now();
    },
  });
  const store = createIndexStore(folder, 'bench', (event, details) => {
    throw new Error(`${event}: ${JSON.stringify(details)}`);
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
    save: () => {
      const segments = index.segments.all.map((segment) => {
        const sounds = index.sounds.get(segment);
        return { segment, live: segment.live, ...(sounds && { sounds }) };
      });
      return store.save(segments);
    },
    load: async () => {
      const stored = await store.load();
      if (stored === undefined) throw new Error('Nothing is stored.');
      for (const { segment, live, sounds } of stored) {
        if (sounds !== undefined) index.sounds.set(segment, sounds);
        index.segments.restore(segment, (_, card) => live[card] === 1);
      }
    },
    bytes: () => index.bytes,
    notes: () => ({ 'longest time without a pause, ms': longest.toFixed(1) }),
  };
}
