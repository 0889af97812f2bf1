import { formatOfFile } from '../core/csl/bibliography-format.ts';
import { joinUri } from './join-uri.ts';

/**
 * Where a bibliography may lie that a draft names, as URIs. Pandoc looks for it from the folder that it is started in,
 * which nobody knows here: the draft's own, the workspace folder, or one between. Empty for one that cannot be looked
 * for: on the network, of a format that is not read, or with a variable in its name.
 */
export function bibliographyPlaces(name: string, draftUri: string, folders: readonly string[]): string[] {
  const isElsewhere = /^[a-z][a-z0-9+.-]+:\/\//i.test(name) || /^~|\$/.test(name);
  if (isElsewhere || formatOfFile(name) === undefined) return [];
  if (/^[a-z]:[\\/]/i.test(name)) return [joinUri('file:///', `/${name.replaceAll('\\', '/')}`)];
  const own = foldersOf(draftUri, folders);
  if (!name.startsWith('/')) return own.map((folder) => joinUri(`${folder}/`, name));
  // For Quarto a path from the root is one from the project's.
  return [joinUri(draftUri, name), ...own.map((folder) => joinUri(`${folder}/`, name.slice(1)))];
}

/** The folder of a draft and those above it, up to the workspace folder; every workspace folder for one never saved. */
function foldersOf(draftUri: string, folders: readonly string[]): readonly string[] {
  if (draftUri.startsWith('untitled:')) return folders;
  const home = folders.find((folder) => draftUri.startsWith(`${folder}/`));
  const found: string[] = [];
  for (let folder = parent(draftUri); ; folder = parent(folder)) {
    found.push(folder);
    if (home === undefined || folder.length <= home.length) return found;
  }
}

function parent(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
