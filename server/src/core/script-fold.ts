import pairs from 'opencc-js/dict/TSCharacters';

/**
 * The simplified form of a traditional character, by the table of OpenCC: 29 KB of the package, kept up by people who
 * know the characters, without its phrases, which a comparison character by character cannot use. It is read when the
 * first Han character is compared, in half a millisecond, so that a server that compares nothing pays nothing.
 */
interface Table {
  /** By code unit: the simplified form, 0 for the character itself, `ELSEWHERE` if either lies beyond the BMP. */
  readonly near: Uint16Array;
  readonly beyond: ReadonlyMap<number, number>;
}

const ELSEWHERE = 1;

let table: Table | undefined;

/** The code point of the simplified form; the code point itself if it has none. */
export function simplified(code: number): number {
  table ??= readTable();
  const form = table.near[code] ?? ELSEWHERE;
  if (form === ELSEWHERE) return table.beyond.get(code) ?? code;
  return form === 0 ? code : form;
}

/** The pairs are `traditional simplified`, of one code point each, with `|` between them. */
function readTable(): Table {
  const near = new Uint16Array(0x10000);
  const beyond = new Map<number, number>();
  for (let at = 0; at < pairs.length;) {
    const from = pairs.codePointAt(at) ?? 0;
    at += sizeOf(from) + 1;
    const to = pairs.codePointAt(at) ?? 0;
    at += sizeOf(to) + 1;
    if (from <= 0xffff) near[from] = to <= 0xffff ? to : ELSEWHERE;
    if (from > 0xffff || to > 0xffff) beyond.set(from, to);
  }
  return { near, beyond };
}

function sizeOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}
