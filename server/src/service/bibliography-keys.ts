import { formatOfFile } from '../core/csl/bibliography-format.ts';
import { readKeys } from '../core/csl/read-keys.ts';
import type { Files } from './files.ts';

/** The keys that a bibliography file holds; else why they are not known: no such file, or a file that is none. */
export type BibliographyKeys = ReadonlySet<string> | 'missing' | 'invalid';

export type ReadBibliography = (uri: string) => Promise<BibliographyKeys>;

/** Nobody works with more at a time. */
const MOST_FILES = 20;

/** Reads bibliographies, each version of a file once: they may be long, and drafts ask at every keystroke. */
export function createBibliographyReader(files: Files): ReadBibliography {
  const known = new Map<string, { readonly stamp: string; readonly keys: BibliographyKeys }>();
  return async (uri) => {
    const stamp = await files.stamp(uri);
    const last = known.get(uri);
    if (stamp !== undefined && last?.stamp === stamp) return last.keys;
    const content = await files.read(uri);
    if (content.kind === 'missing') return 'missing';
    const format = formatOfFile(uri);
    const text = content.kind === 'text' && format !== undefined ? content.text : undefined;
    const keys = text === undefined || format === undefined ? undefined : readKeys(format, text);
    if (content.kind === 'text' && content.stamp !== undefined) {
      if (known.size >= MOST_FILES) known.clear();
      known.set(uri, { stamp: content.stamp, keys: keys ?? 'invalid' });
    }
    return keys ?? 'invalid';
  };
}
