import hongKong from 'opencc-js/dict/HKVariantsRev';
import phrases from 'opencc-js/dict/TSPhrases';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import taiwanPhrases from 'opencc-js/dict/TWVariantsRevPhrases';

/**
 * Writes the characters of a text so that `simplified`, which knows single characters alone, gives what OpenCC would: 藉 is
 * 借 in 藉口, but stays in 狼藉; 著 is 着 where Taiwan writes it so, but stays in 著作; Hong Kong's 衞 is 卫. One code
 * point stays one. The same array where nothing changes. For texts that the single characters have not shown to be
 * the same: the tables (33 KB of OpenCC's) are read when somebody first asks, in some milliseconds.
 */
export function withPhrases(codes: Uint32Array): Uint32Array {
  tables ??= [readTable(taiwanPhrases, taiwan, hongKong), readTable(phrases)];
  return tables.reduce(replaced, codes);
}

interface Entry {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** By the first code point, the longest first. */
type Table = ReadonlyMap<number, readonly Entry[]>;

let tables: readonly Table[] | undefined;

function replaced(codes: Uint32Array, table: Table): Uint32Array {
  let changed: Uint32Array | undefined;
  for (let i = 0; i < codes.length;) {
    const entry = table
      .get(codes[i] ?? 0)
      ?.find(({ from }) => from.every((code, j) => codes[i + j] === code));
    if (entry?.from.some((code, j) => code !== entry.to[j]) === true) {
      changed ??= codes.slice();
      changed.set(entry.to, i);
    }
    i += entry?.from.length ?? 1;
  }
  return changed ?? codes;
}

/** The pairs are `from to`, with `|` between them. */
function readTable(...dictionaries: readonly string[]): Table {
  const table = new Map<number, Entry[]>();
  for (const pair of dictionaries.flatMap((pairs) => pairs.split('|'))) {
    const [from = [], to = []] = pair
      .split(' ')
      .map((phrase) => Array.from(phrase, (character) => character.codePointAt(0) ?? 0));
    if (from.length !== to.length || from.length === 0) continue;
    const entries = table.get(from[0] ?? 0) ?? [];
    table.set(from[0] ?? 0, entries);
    entries.push({ from, to });
  }
  for (const entries of table.values()) entries.sort((a, b) => b.from.length - a.from.length);
  return table;
}
