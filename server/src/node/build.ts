import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tells this build of the server, with its tables of pinyin, on this version of Node and Unicode, from any other. */
export function build(): string {
  const { node, unicode = '', icu = '' } = process.versions;
  const hash = createHash('sha256');
  for (const file of [__filename, join(__dirname, 'pinyin-pro.js')])
    if (existsSync(file)) hash.update(readFileSync(file));
  return [hash.digest('hex'), node, unicode, icu].join(' ');
}
