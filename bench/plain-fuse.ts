/**
 * A process of its own: reads the shipped statements, makes a plain fuse.js index over their paragraphs, answers
 * each query that comes as a line of JSON on standard input with the time it took in milliseconds.
 */
import Fuse from 'fuse.js';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answerLines } from './json-process.ts';

const folder = fileURLToPath(new URL('../corpus/statements/', import.meta.url));
const paragraphs = readdirSync(folder).flatMap((file) => {
  const [, , body = ''] = readFileSync(folder + file, 'utf8').split(/^---$/m);
  return body
    .split(/\n{2,}/)
    .map((text) => ({ text: text.trim() }))
    .filter(({ text }) => text !== '');
});
const fuse = new Fuse(paragraphs, {
  keys: ['text'],
  ignoreLocation: true,
  threshold: 0.3,
  includeMatches: true,
});

await answerLines((query) => {
  const start = performance.now();
  const found = fuse.search(query as string, { limit: 50 }).length;
  return { found, elapsedMs: performance.now() - start };
});
