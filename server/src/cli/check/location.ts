/** A URI from a folder on, with `../` where it lies beside it; the whole URI where the two have nothing in common. */
export function relativeUri(folder: string, uri: string): string {
  const [from, to] = [folder.replace(/\/+$/, '').split('/'), uri.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  // `file:`, nothing, nothing: the root of a disk.
  return same <= 3 && from.length > same
    ? uri
    : [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
