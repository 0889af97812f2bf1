import path from 'node:path';
import { ensureDebianFile } from '../../scripts/debian.mjs';

const folder = ensureDebianFile(
  'citation-style-language-styles',
  '/usr/share/citation-style-language/styles',
);

/**
 * The file of an official CSL style, by its name without `.csl`. `undefined` on a machine that does not have them: what
 * needs it is left out there.
 */
export function officialStyle(name: string): string | undefined {
  return folder === undefined ? undefined : path.join(folder, `${name}.csl`);
}
