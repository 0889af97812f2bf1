import type { Files } from './files.ts';
import type { IndexStore } from './index-store.ts';
import type { Library } from './library.ts';

/** Keeps the index of passages between two starts. */
export interface IndexKeeper {
  /** Takes over what was saved of the files that are now as they were then. Done once: later there is nothing to gain. */
  restore(files: readonly string[]): Promise<void>;
  /** Brings the index into good order, and saves it where there is a place for it. */
  save(): Promise<void>;
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
      const listed = new Set(uris);
      const stamps = new Map<string, string | undefined>();
      const known = stored.flatMap(({ segment }) => segment.cards).map(({ uri }) => uri);
      await Promise.all(
        known
          .filter((uri) => listed.has(uri))
          .map(async (uri) => {
            stamps.set(uri, await files.stamp(uri));
          }),
      );
      for (const { segment, live, sounds } of stored) {
        if (sounds !== undefined) passages.sounds.set(segment, sounds);
        passages.segments.restore(
          segment,
          ({ uri, stamp }, card) => live[card] === 1 && stamp !== '' && stamps.get(uri) === stamp,
        );
      }
    },
    save: async () => {
      await passages.settle();
      const target = store();
      if (target === undefined) return;
      // At one moment: what is put in while files are being written belongs to the next save.
      const segments = passages.segments.all.map((segment) => {
        const sounds = passages.sounds.get(segment);
        // Text that is only open in an editor has no stamp, and counts at no start.
        const live = segment.live.map((counts, card) => (segment.cards[card]?.stamp === '' ? 0 : counts));
        return { segment, live, ...(sounds && { sounds }) };
      });
      await target.save(segments.filter(({ live }) => live.includes(1)));
    },
  };
}
