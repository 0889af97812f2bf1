// The shipped corpus as text, so that tests can change a character of it and ask again.

import { readFileSync, readdirSync } from 'node:fs';
import { readFurniture } from '../../server/src/core/accounting/furniture.ts';
import { readSeals } from '../../server/src/core/accounting/seal.ts';
import type { CorpusFiles } from '../../server/src/core/accounting/check-corpus.ts';
import { createSource } from '../../server/src/core/collation/witness-text.ts';
import { parseStatement } from '../../server/src/core/statement/parse.ts';

const root = new URL('../../corpus/', import.meta.url);

/** Every file of the corpus by its path below the folder: `sources/…`, `statements/…`, `furniture.yaml`. */
export function readShipped(): Map<string, string> {
  const paths = ['furniture.yaml', 'sources.sha256'];
  for (const folder of ['sources', 'statements'])
    for (const name of readdirSync(new URL(folder, root)).sort()) paths.push(`${folder}/${name}`);
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, root), 'utf8')]));
}

/** What the check takes; URIs are the paths. Statements that cannot be read are left out. */
export function corpusFiles(texts: ReadonlyMap<string, string>): CorpusFiles {
  const below = (folder: string) => [...texts].filter(([path]) => path.startsWith(`${folder}/`));
  const seals = texts.get('sources.sha256');
  return {
    statements: below('statements').flatMap(([path, text]) => parseStatement(path, text).statement ?? []),
    sources: new Map(
      below('sources').map(([path, text]) => {
        const name = path.slice('sources/'.length);
        return [name, createSource(name, path, text)];
      }),
    ),
    furniture: readFurniture('furniture.yaml', texts.get('furniture.yaml') ?? ''),
    ...(seals === undefined ? {} : { seals: readSeals(seals) }),
  };
}
