import type { CorpusFiles } from '../core/accounting/check-corpus.ts';
import { readFurniture } from '../core/accounting/furniture.ts';
import { readSeals } from '../core/accounting/seal.ts';
import { createSource, type Source } from '../core/collation/witness-text.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Files } from './files.ts';
import type { Library } from './library.ts';
import { foldersAbove, isBelowSources, parentOf, sourceUri } from './source-place.ts';

/** A folder that holds `sources`, and the statements below it that look for theirs there. */
export interface CorpusFolder {
  readonly uri: string;
  readonly files: CorpusFiles;
  readonly furnitureText: string;
}

/** Reads what lies beside the statements of a library: the folders that hold `sources`, each with its statements. */
export async function readCorpusFolders(
  library: Library,
  files: Files,
  roots: readonly string[],
): Promise<CorpusFolder[]> {
  const listed = new Map<string, Promise<readonly string[] | undefined>>();
  /** The texts in `sources` below a folder; `undefined` if it has none. */
  const sourcesIn = (folder: string): Promise<readonly string[] | undefined> => {
    const known = listed.get(folder);
    if (known !== undefined) return known;
    const asked = files
      .list(`${folder}/sources`)
      .then((found) => (found.kind === 'folder' ? found.files.filter(isReceived) : undefined));
    listed.set(folder, asked);
    return asked;
  };
  const folders = new Map<string, Statement[]>();
  for (const root of roots.map(withoutSlash))
    if ((await sourcesIn(root)) !== undefined) folders.set(root, []);
  const uris = new Set(library.corpus.uris());
  const statements = [...uris].flatMap((uri) => library.corpus.byUri(uri) ?? []);
  for (const statement of statements) {
    const root = roots.map(withoutSlash).find((each) => statement.uri.startsWith(`${each}/`));
    const above = root === undefined ? [parentOf(statement.uri)] : foldersAbove(statement.uri, root);
    let home = root ?? parentOf(statement.uri);
    for (const folder of above) {
      if ((await sourcesIn(folder)) === undefined) continue;
      home = folder;
      break;
    }
    folders.set(home, [...(folders.get(home) ?? []), statement]);
  }
  return Promise.all(
    [...folders].map(async ([uri, own]) => readFolder(files, uri, own, (await sourcesIn(uri)) ?? [])),
  );
}

async function readFolder(
  files: Files,
  uri: string,
  statements: readonly Statement[],
  listed: readonly string[],
): Promise<CorpusFolder> {
  const text = async (path: string): Promise<string | undefined> => {
    const content = await files.read(`${uri}/${path}`);
    return content.kind === 'text' ? content.text : undefined;
  };
  const furnitureText = (await text('furniture.yaml')) ?? '';
  const furniture = readFurniture(`${uri}/furniture.yaml`, furnitureText);
  const sums = await text('sources.sha256');
  const base = `${uri}/sources/`;
  const named = [...statements.flatMap(({ metadata }) => metadata.witnesses), ...furniture.items].map(
    ({ source }) => source,
  );
  const names = [
    ...new Set([...listed.map((file) => nameOf(file.slice(base.length))), ...named.filter(isBelowSources)]),
  ].sort();
  const sources = new Map<string, Source>();
  for (const name of names) {
    const file = sourceUri(uri, name);
    const content = await files.read(file);
    if (content.kind === 'text') sources.set(name, createSource(name, file, content.text));
  }
  const seals = sums === undefined ? {} : { seals: readSeals(sums) };
  return { uri, furnitureText, files: { statements, sources, furniture, ...seals } };
}

function isReceived(uri: string): boolean {
  return /\.(?:md|txt)$/i.test(uri);
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '');
}

function nameOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
