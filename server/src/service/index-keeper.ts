import type { Files } from './files.ts';
import type { IndexStore } from './index-store.ts';
import type { Library } from './library.ts';

/** Keeps the index of passages between two starts. */
export interface IndexKeeper {
  /** Takes over what was saved of the files that are now as they were then. Done once: later there is nothing to gain. */
  restore(files: readonly string[]): Promise<void>;
  /** Saves the index with the stamps of the files that it was made from. */
  save(stamps: ReadonlyMap<string, string>): Promise<void>;
}

export function createIndexKeeper(
  { passages }: Library,
  files: Files,
  store: () => IndexStore | undefined,
): IndexKeeper {
  let isRestored = false;
  return {
    restore: async (uris) => {
      if (isRestored) return;
      isRestored = true;
      const stored = await store()?.load();
      if (stored === undefined) return;
      const { segments, stamps } = stored;
      const wanted = uris.filter((uri) => stamps.has(uri));
      const now = await Promise.all(wanted.map((uri) => files.stamp(uri)));
      const same = new Set(wanted.filter((uri, i) => now[i] !== undefined && now[i] === stamps.get(uri)));
      for (const { segment, live, sounds } of segments) {
        if (sounds !== undefined) passages.sounds.set(segment, sounds);
        passages.segments.restore(segment, ({ uri }, card) => live[card] === 1 && same.has(uri));
      }
    },
    save: async (stamps) => {
      const target = store();
      if (target === undefined) return;
      await passages.settle();
      // At one moment: what is put in while files are being written belongs to the next save.
      const segments = passages.segments.all.map((segment) => {
        const sounds = passages.sounds.get(segment);
        return { segment, live: segment.live.slice(), ...(sounds && { sounds }) };
      });
      await target.save({ segments, stamps: new Map(stamps) });
    },
  };
}
