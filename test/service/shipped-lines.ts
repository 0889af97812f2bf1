import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A line, from 1, of a statement that ships: the nth after the `---` that ends its front matter, which may grow while
 * the text below it stays as it is.
 */
export function lineOf(key: string, afterFrontMatter: number): number {
  const file = path.join(import.meta.dirname, '../../corpus/statements', `${key}.statement.md`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.indexOf('---', 1) + 1 + afterFrontMatter;
}
