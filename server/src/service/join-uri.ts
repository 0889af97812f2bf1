/** A path that is not encoded, from a document's URI; percent-encoded as URIs of documents are. */
export function joinUri(from: string, path: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(.*)$/i.exec(from) ?? [];
  const parts = path.startsWith('/') ? [] : rest.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(encode(part));
  }
  return `${scheme}/${parts.filter((part) => part !== '').join('/')}`;
}

/** Also those marks that `encodeURIComponent` leaves alone. */
function encode(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
