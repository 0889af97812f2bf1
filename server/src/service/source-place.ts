/** Where the sources of a statement lie: in a folder `sources` beside it or above it, the nearest one. */

/** How far above a statement the folder may lie where no root ends the search. */
const MOST_STEPS = 6;

/** The folders in which `sources` may lie: the statement's own first, then those above it, up to a root. */
export function foldersAbove(uri: string, root?: string): string[] {
  const [authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(uri) ?? [];
  const least = root?.length ?? authority.length;
  const folders: string[] = [];
  for (let folder = parentOf(uri); folder.length >= least; folder = parentOf(folder)) {
    if (root === undefined && folders.length === MOST_STEPS) break;
    folders.push(folder);
    if (!folder.includes('/', authority.length)) break;
  }
  return folders;
}

export function parentOf(uri: string): string {
  return uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));
}

/** The file of a source that a witness or an item of furniture names. */
export function sourceUri(folder: string, name: string): string {
  return `${folder}/sources/${name.split('/').map(encodeURIComponent).join('/')}`;
}

/** A name may lead into folders below `sources`, and never out of it. */
export function isBelowSources(name: string): boolean {
  return name !== '' && !/^[/\\]|\\|(?:^|\/)\.\.?(?:\/|$)/.test(name);
}
