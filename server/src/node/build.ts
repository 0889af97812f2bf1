import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Tells this build of the server, on this version of Node and Unicode, from any other. */
export function build(): string {
  const { node, unicode = '', icu = '' } = process.versions;
  const hash = createHash('sha256').update(readFileSync(__filename));
  return [hash.digest('hex'), node, unicode, icu].join(' ');
}
