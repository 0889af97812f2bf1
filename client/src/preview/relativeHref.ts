/** The parts of a URI that a link between two files needs. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  /** Not encoded. */
  readonly path: string;
  readonly fragment: string;
}

/**
 * A link from one file to another, `../corpus/a.statement.md#L12`: the preview opens no other links to files.
 * `undefined` where no path leads from the one to the other: other drives, files that are not saved.
 */
export function relativeHref(from: Place, to: Place): string | undefined {
  if (from.scheme !== to.scheme || from.authority.toLowerCase() !== to.authority.toLowerCase())
    return undefined;
  const folder = from.path.split('/').slice(0, -1);
  const path = to.path.split('/');
  if (driveOf(folder) !== driveOf(path)) return undefined;
  let shared = 0;
  while (shared < folder.length && shared < path.length - 1 && folder[shared] === path[shared]) shared++;
  const parts = [...folder.slice(shared).map(() => '..'), ...path.slice(shared).map(encodeURIComponent)];
  // A name alone could be taken for a scheme.
  const href = parts[0] === '..' ? parts.join('/') : `./${parts.join('/')}`;
  return to.fragment === '' ? href : `${href}#${encodeURIComponent(to.fragment)}`;
}

function driveOf([, first = '']: readonly string[]): string {
  return /^[a-z]:$/i.test(first) ? first.toLowerCase() : '';
}
