import pairs from 'opencc-js/dict/TSCharacters';

/**
 * The simplified form of a traditional character, by the table of OpenCC: 29 KB of the package, kept up by people who
 * know the characters, without its phrases, which a comparison character by character cannot use. It is read
 * into a map when the first Han character is compared, in about a millisecond, so that a server that compares
 * nothing pays nothing.
 */
let table: Map<number, number> | undefined;

/** The code point of the simplified form; the code point itself if it has none. */
export function simplified(code: number): number {
  table ??= readTable();
  return table.get(code) ?? code;
}

function readTable(): Map<number, number> {
  const map = new Map<number, number>();
  for (const pair of pairs.split('|')) {
    const [from, to] = pair.split(' ').map((character) => character.codePointAt(0));
    if (from !== undefined && to !== undefined) map.set(from, to);
  }
  return map;
}
