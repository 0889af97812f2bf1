import pairs from 'opencc-js/dict/TSCharacters';

/**
 * The simplified form of a traditional character, by the table of OpenCC: 29 KB of the package, kept up by people who
 * know the characters, without its phrases, which a comparison character by character cannot use. It is read when the
 * first Han character is compared, in a few milliseconds, so that a server that compares nothing pays nothing.
 */
let table: Uint32Array | undefined;

/** Han characters lie below this code point; each has its own entry, so that a text of a million is folded quickly. */
const END = 0x32000;

/** The code point of the simplified form; the code point itself if it has none. */
export function simplified(code: number): number {
  table ??= readTable();
  return table[code] ?? code;
}

function readTable(): Uint32Array {
  const forms = new Uint32Array(END);
  for (let code = 0; code < END; code++) forms[code] = code;
  for (const pair of pairs.split('|')) {
    const [from, to] = pair.split(' ').map((character) => character.codePointAt(0));
    if (from !== undefined && to !== undefined) forms[from] = to;
  }
  return forms;
}
