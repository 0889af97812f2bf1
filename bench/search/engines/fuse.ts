import Fuse from 'fuse.js';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../engine.ts';
import { paragraphsOf } from './paragraphs.ts';

interface Document {
  readonly id: string;
  readonly text: string;
}

/** As its documentation shows it, but for what `settings` say. */
export function createFuse(folder: string, settings: { readonly ignoreLocation?: boolean }): Engine {
  const options = { keys: ['text'], ...settings };
  const file = path.join(folder, 'fuse.json');
  let documents: Document[] = [];
  let engine = new Fuse(documents, options);
  return {
    build: (statements) => {
      for (const entry of statements) documents.push(...paragraphsOf(entry));
      engine = new Fuse(documents, options);
    },
    search: (query, limit) => engine.search(query, { limit }).map(({ item }) => item.id),
    replace: (entry) => {
      engine.remove(({ id }) => id.startsWith(`${entry.key}#`));
      for (const document of paragraphsOf(entry)) engine.add(document);
    },
    save: () => {
      writeFileSync(file, JSON.stringify({ documents, index: engine.getIndex().toJSON() }));
    },
    load: () => {
      const stored = JSON.parse(readFileSync(file, 'utf8')) as {
        documents: Document[];
        index: Parameters<typeof Fuse.parseIndex>[0];
      };
      documents = stored.documents;
      engine = new Fuse(documents, options, Fuse.parseIndex<Document>(stored.index));
    },
  };
}
