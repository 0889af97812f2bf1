import MiniSearch, { type Options } from 'minisearch';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../engine.ts';
import { stripped } from '../stripped.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Pairs of neighbouring characters stand for words, any of which may match. */
const options: Options = {
  fields: ['text'],
  tokenize: bigrams,
  // It fails where statements are put in while it cleans up behind those that went.
  autoVacuum: false,
  searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
};

export function createMiniSearch(folder: string): Engine {
  const file = path.join(folder, 'minisearch.json');
  const addresses = new Map<string, readonly string[]>();
  let engine = new MiniSearch(options);
  return {
    build: (statements) => {
      for (const entry of statements) {
        const paragraphs = paragraphsOf(entry);
        addresses.set(
          entry.key,
          paragraphs.map(({ id }) => id),
        );
        engine.addAll(paragraphs);
      }
    },
    search: (query, limit) =>
      engine
        .search(query)
        .slice(0, limit)
        .map(({ id }) => String(id)),
    replace: (entry) => {
      engine.discardAll(addresses.get(entry.key) ?? []);
      engine.addAll(paragraphsOf(entry));
    },
    save: () => {
      writeFileSync(file, JSON.stringify(engine));
    },
    load: () => {
      engine = MiniSearch.loadJSON(readFileSync(file, 'utf8'), options);
    },
  };
}

function bigrams(text: string): string[] {
  return text.split(/\s+/).flatMap((word) => {
    const characters = stripped(word);
    if (characters.length < 2) return characters === '' ? [] : [characters];
    return Array.from({ length: characters.length - 1 }, (_, i) => characters.slice(i, i + 2));
  });
}
