import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PARAGRAPHS_A_STATEMENT, type Corpus } from './generate.ts';

/** Writes so many paragraphs, rounded up to whole statements, as `*.statement.md` files. */
export function writeFolder(folder: string, corpus: Corpus, paragraphs: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i * PARAGRAPHS_A_STATEMENT < paragraphs; i++) {
    const { entry, source } = corpus.statement(i);
    writeFileSync(path.join(folder, `${entry.key}.statement.md`), source);
  }
}
