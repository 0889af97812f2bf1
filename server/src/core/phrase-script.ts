import hongKong from 'opencc-js/dict/HKVariantsRev';
import phrases from 'opencc-js/dict/TSPhrases';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import taiwanPhrases from 'opencc-js/dict/TWVariantsRevPhrases';
import { simplified } from './script-fold.ts';

/**
 * The simplified form of a text by its phrases, which `simplified`, a character at a time, cannot know: 藉 is 借 in
 * 藉口, but stays in 狼藉; 著 is 着 where Taiwan writes it so, but stays in 著作; Hong Kong's 衞 is 卫. One code point
 * stays one; the same array where no phrase changes anything. For texts that the single characters have not shown to be the same: the tables (33 KB of OpenCC's) are
 * read when somebody first asks, in some milliseconds.
 */
export function simplifiedPhrases(codes: Uint32Array): Uint32Array {
  tables ??= [readTable(taiwanPhrases, taiwan, hongKong), readTable(OWN, phrases)];
  const result = codes.map(simplifiedTwice);
  const changes = tables.map((table) => replaceIn(result, table));
  return changes.includes(true) ? result : codes;
}

/** Words that the two ways to write differ in without a way back in OpenCC's tables. */
const OWN = '想像 想象|座標 坐标|了望 瞭望|慰借 慰藉|覆函 复函|馀 余';

interface Entry {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

interface Table {
  /** By the first code point, the longest first. */
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
  /** 1 where an entry may begin with a code point that ends in these bits: most characters begin none. */
  readonly filter: Uint8Array;
}

const MASK = 0x3fff;

let tables: readonly Table[] | undefined;

function replaceIn(codes: Uint32Array, { entries, filter }: Table): boolean {
  let isChanged = false;
  for (let i = 0; i < codes.length;) {
    if (filter[(codes[i] ?? 0) & MASK] === 0) {
      i++;
      continue;
    }
    const entry = entries
      .get(codes[i] ?? 0)
      ?.find(({ from }) => from.every((code, j) => codes[i + j] === code));
    if (entry !== undefined) {
      isChanged ||= entry.from.some((code, j) => code !== entry.to[j]);
      codes.set(entry.to, i);
    }
    i += entry?.from.length ?? 1;
  }
  return isChanged;
}

/** The pairs are `from to`, with `|` between them; what they are looked for in is simplified character by character. */
function readTable(...dictionaries: readonly string[]): Table {
  const table = new Map<number, Entry[]>();
  const filter = new Uint8Array(MASK + 1);
  for (const pair of dictionaries.flatMap((pairs) => pairs.split('|'))) {
    const [from = [], to = []] = pair.split(' ').map(simplifiedCodes);
    if (from.length !== to.length || from.length === 0) continue;
    const entries = table.get(from[0] ?? 0) ?? [];
    table.set(from[0] ?? 0, entries);
    entries.push({ from, to });
    filter[(from[0] ?? 0) & MASK] = 1;
  }
  for (const entries of table.values()) entries.sort((a, b) => b.from.length - a.from.length);
  return { entries: table, filter };
}

function simplifiedCodes(text: string): number[] {
  return Array.from(text, (character) => simplifiedTwice(character.codePointAt(0) ?? 0));
}

/** Twice, for 薴 becomes 苧, and 苧 for itself 苎. */
function simplifiedTwice(code: number): number {
  return code < 0x3400 ? code : simplified(simplified(code));
}
