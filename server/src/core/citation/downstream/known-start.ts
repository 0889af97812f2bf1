/** The longest start of a key that could be a statement's, if there is such a statement and more follows it. */
export function knownStart(key: string, isKnown: (key: string) => boolean): string | undefined {
  const start = /^[A-Za-z0-9-]+/.exec(key)?.[0];
  return start !== undefined && start !== key && isKnown(start) ? start : undefined;
}

/**
 * `key指出`, `keyгде`: letters right after a bare key become part of it. The key that was meant is its known start;
 * `undefined` if there is none, or if what follows it is ASCII, as in `key#4.3`.
 */
export function swallowingKey(key: string, isKnown: (key: string) => boolean): string | undefined {
  const start = knownStart(key, isKnown);
  return start !== undefined && key.charCodeAt(start.length) > 0x7f ? start : undefined;
}
