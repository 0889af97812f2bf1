import { readFurniture, type FurnitureList } from '../core/accounting/furniture.ts';
import { createSource, type Source } from '../core/collation/witness-text.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Files } from './files.ts';
import { foldersAbove, isBelowSources, sourceUri } from './source-place.ts';

/** What lies beside a statement: the files that its witnesses name, and the list of what belongs to no statement. */
export interface StatementSources {
  /** The folder that holds `sources`. */
  readonly folder: string;
  /** By name; a file that does not exist, or cannot be read, is not there. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly furniture: FurnitureList;
}

/** Reads sources once, and again after `forget`. */
export interface SourceReader {
  /** `undefined` if no folder `sources` lies beside the statement or above it. */
  of(statement: Statement): Promise<StatementSources | undefined>;
  forget(): void;
}

export function createSourceReader(files: Files): SourceReader {
  const sources = new Map<string, Promise<Source | undefined>>();
  const furniture = new Map<string, Promise<FurnitureList>>();
  const folders = new Map<string, Promise<boolean>>();
  const hasSources = (folder: string): Promise<boolean> =>
    remember(folders, folder, async () => (await files.list(`${folder}/sources`)).kind === 'folder');
  const source = (folder: string, name: string): Promise<Source | undefined> => {
    const uri = sourceUri(folder, name);
    return remember(sources, uri, async () => {
      const content = await files.read(uri);
      return content.kind === 'text' ? createSource(name, uri, content.text) : undefined;
    });
  };
  const furnitureOf = (folder: string): Promise<FurnitureList> => {
    const uri = `${folder}/furniture.yaml`;
    return remember(furniture, uri, async () => {
      const content = await files.read(uri);
      return readFurniture(uri, content.kind === 'text' ? content.text : '');
    });
  };
  return {
    of: async ({ uri, metadata }) => {
      const names = [...new Set(metadata.witnesses.map((witness) => witness.source))].filter(isBelowSources);
      for (const folder of foldersAbove(uri)) {
        if (!(await hasSources(folder))) continue;
        const read = await Promise.all(names.map((name) => source(folder, name)));
        const found = read.filter((each) => each !== undefined);
        return {
          folder,
          sources: new Map(found.map((each) => [each.name, each])),
          furniture: await furnitureOf(folder),
        };
      }
      return undefined;
    },
    forget: () => {
      sources.clear();
      furniture.clear();
      folders.clear();
    },
  };
}

/** True for a change that collations may depend on: of a source, of the list of furniture, or of a whole folder. */
export function isSourceMatter(uri: string): boolean {
  return /\/(?:sources(?:\/.*)?|furniture\.yaml)$/i.test(uri) || !/\.[a-z]+$/i.test(uri);
}

function remember<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
