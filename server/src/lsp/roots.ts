import { URI, Utils } from 'vscode-uri';
import { origins } from '../core/corpus.ts';
import type { Root } from '../service/root.ts';
import type { Settings } from './settings.ts';

/** The folders that statements are read from: the workspace, `pincite.corpusPaths`, the shipped corpus. */
export function rootsOf(
  { corpusPaths, defaultCorpus }: Settings,
  workspaceFolders: readonly string[],
  home: string,
  shipped: string | undefined,
): Root[] {
  const workspace = workspaceFolders.map((uri) => ({ uri: trimSlash(uri), origin: origins.workspace }));
  const configured = corpusPaths.flatMap((path) =>
    locate(path, workspaceFolders, home).map((uri) => ({
      uri: trimSlash(uri),
      origin: origins.configured,
      asked: path,
    })),
  );
  const own =
    defaultCorpus && shipped !== undefined ? [{ uri: trimSlash(shipped), origin: origins.shipped }] : [];
  return [...workspace, ...configured, ...own];
}

/** A path of the settings as URIs: a relative one counts from every workspace folder; without one it has no place. */
export function locate(path: string, workspaceFolders: readonly string[], home: string): string[] {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return [URI.parse(path).toString()];
  if (/^~(?=$|[/\\])/.test(path)) return [Utils.joinPath(URI.file(home), path.slice(1)).toString()];
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(path)) return [URI.file(path).toString()];
  return workspaceFolders.map((folder) => Utils.joinPath(URI.parse(folder), path).toString());
}

function trimSlash(uri: string): string {
  return URI.parse(uri).toString().replace(/\/+$/, '');
}
