/**
 * How Han characters are read. The readings are those of pinyin-pro (its `polyphonic`: every common reading of a
 * character by itself, the commonest first), without tones.
 */
export interface Readings {
  /** Toneless syllables, ü written v (`lve`, `nv`) and ê written e, by id. */
  readonly syllables: readonly string[];
  /** By UTF-16 code unit (65,536 entries): id + 1 of the main reading of a character, 0 for any other unit. */
  readonly main: Uint16Array;
  /** By code unit: bit i is set if some reading begins with the letter 97 + i; 0 for a unit without a reading. */
  readonly initials: Uint32Array;
  /** The ids of all readings of a code unit, the main one first; `undefined` unless it has more than one. */
  several(unit: number): readonly number[] | undefined;
}

/** Folding (core/fold.ts) writes the digits 〇 to 九 as 0 to 9, so these are read as those are. */
const DIGITS = ['ling', 'yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu'];

/** The unified ideographs. Beyond them pinyin-pro reads next to nothing: 79 characters of extension A. */
const FIRST = 0x4e00;
const LAST = 0x9fff;
/** How many characters are read at a time; a divisor of their number. */
const PART = 256;

let loading: Promise<Readings> | undefined;

/**
 * The readings. pinyin-pro is loaded and asked on the first call only, which takes less than a tenth of a second, so
 * that a server from which nobody wants pinyin pays nothing. Rejected if it cannot be loaded; the next call tries anew.
 */
export function loadReadings(): Promise<Readings> {
  loading ??= readPinyinPro().catch((reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

/** The bit of a syllable's first letter. */
export function initialBit(syllable: string): number {
  return 1 << (syllable.charCodeAt(0) - 97);
}

async function readPinyinPro(): Promise<Readings> {
  const { polyphonic } = await import('pinyin-pro');
  const table = createTable();
  // In parts, so that no long list of lists of strings outlives its use.
  for (let first = FIRST; first <= LAST; first += PART) {
    const units = Array.from({ length: PART }, (_, i) => first + i);
    const spoken = polyphonic(String.fromCharCode(...units), { type: 'array' });
    units.forEach((unit, i) => {
      table.add(unit, spoken[i] ?? []);
    });
  }
  DIGITS.forEach((syllable, digit) => {
    table.add(0x30 + digit, [syllable]);
  });
  return table.readings;
}

/** Readings to which those of one unit after another are added. */
function createTable(): { readonly readings: Readings; add(unit: number, spoken: readonly string[]): void } {
  const syllables: string[] = [];
  const main = new Uint16Array(0x10000);
  const initials = new Uint32Array(0x10000);
  const several = new Map<number, readonly number[]>();
  const idOf = numbering(syllables);
  const add = (unit: number, spoken: readonly string[]): void => {
    const ids = [...new Set(spoken.map(idOf))].filter((id) => id !== undefined);
    const [first] = ids;
    if (first === undefined) return;
    main[unit] = first + 1;
    initials[unit] = ids.reduce((mask, id) => mask | initialBit(syllables[id] ?? ''), 0);
    if (ids.length > 1) several.set(unit, ids);
  };
  return { readings: { syllables, main, initials, several: (unit) => several.get(unit) }, add };
}

/** Numbers syllables as they come, toned or not: `zhàn` and `zhǎn` are one. `undefined` for what is no syllable. */
function numbering(syllables: string[]): (toned: string) => number | undefined {
  const ids = new Map<string, number | undefined>();
  return (toned) => {
    if (ids.has(toned)) return ids.get(toned);
    const syllable = toneless(toned);
    if (/^[a-z]+$/.test(syllable) && !ids.has(syllable)) ids.set(syllable, syllables.push(syllable) - 1);
    ids.set(toned, ids.get(syllable));
    return ids.get(toned);
  };
}

function toneless(syllable: string): string {
  return syllable.normalize('NFD').replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '');
}
