import path from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { origins } from '../../server/src/core/corpus.ts';
import { createWorld, rootOf, SHIPPED, type World } from './workspace.ts';

const corpus = path.join(import.meta.dirname, '../../corpus');

/** The shipped corpus as files at `SHIPPED`: statements with their sources and the list of furniture. */
export function shippedCorpusFiles(): Record<string, string> {
  const below = (folder: string): string[] =>
    readdirSync(path.join(corpus, folder)).map((name) => `${folder}/${name}`);
  return Object.fromEntries(
    [...below('statements'), ...below('sources'), 'furniture.yaml', 'sources.sha256'].map((name) => [
      `${SHIPPED}/${name}`,
      readFileSync(path.join(corpus, name), 'utf8'),
    ]),
  );
}

export function shippedCorpusWorld(): Promise<World> {
  return createWorld(shippedCorpusFiles(), [rootOf(SHIPPED, origins.shipped)]);
}

/** A line of a received file, counted from 1, as it stands there. */
export function sourceLine(name: string, line: number): string {
  const text = readFileSync(path.join(corpus, 'sources', name), 'utf8');
  return text.split(/\r?\n/)[line - 1] ?? '';
}
