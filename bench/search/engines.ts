import type { EngineKind } from './engine.ts';
import { queryClasses } from './query.ts';

const NO_PINYIN = queryClasses.filter((name) => name !== 'pinyin');
const ANY = Number.POSITIVE_INFINITY;

/** In the order of the tables. The code of each is loaded only in its own process, and counts as its memory. */
export const engineKinds: readonly EngineKind[] = [
  {
    name: 'Pincite',
    classes: queryClasses,
    upTo: ANY,
    create: async (folder) => (await import('./engines/pincite.ts')).createPincite(folder),
  },
  {
    name: 'SQLite FTS5 trigram',
    classes: NO_PINYIN,
    upTo: ANY,
    create: async (folder) => (await import('./engines/sqlite.ts')).createSqlite(folder),
  },
  {
    name: 'indexOf',
    classes: ['exact', 'typing', 'terms'],
    upTo: ANY,
    create: async (folder) => (await import('./engines/index-of.ts')).createIndexOf(folder),
  },
  {
    name: 'minisearch, bigrams',
    classes: NO_PINYIN,
    upTo: 10_000,
    create: async (folder) => (await import('./engines/minisearch.ts')).createMiniSearch(folder),
  },
  {
    name: 'fuse.js',
    classes: NO_PINYIN,
    upTo: 10_000,
    create: async (folder) => (await import('./engines/fuse.ts')).createFuse(folder, {}),
  },
  {
    name: 'fuse.js ignoreLocation',
    classes: NO_PINYIN,
    upTo: 10_000,
    create: async (folder) =>
      (await import('./engines/fuse.ts')).createFuse(folder, { ignoreLocation: true }),
  },
];
