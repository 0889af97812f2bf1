import { initialBit, type Readings } from './readings.ts';

/** What one character of a passage must be. */
export type SoundElement = UnitElement | SyllableElement;

/** This very code unit: a Han character, or a letter or digit that stands in the text. */
export interface UnitElement {
  readonly kind: 'unit';
  readonly unit: number;
}

/** A character with a reading that fits. */
export interface SyllableElement {
  readonly kind: 'sound';
  /** By syllable id of the readings, 1 = fits. */
  readonly accepts: Uint8Array;
  /** The first letters of what fits: bit i for the letter 97 + i. As elements are made here it is always one. */
  readonly initials: number;
  /** Whether a whole syllable was typed (`zhan`), not a beginning that may go on (`zh`, `zha`). */
  readonly isWhole: boolean;
}

/** What typed letters may stand for; the same letters give the same object. */
export interface Spelling {
  /** The syllables spelled so; `undefined` if there are none. */
  whole(letters: string): SyllableElement | undefined;
  /** The syllables that begin so, if there are more of them than `whole` gives; otherwise `undefined`. */
  beginning(letters: string): SyllableElement | undefined;
}

const spellings = new WeakMap<Readings, Spelling>();

/** How the syllables of the readings are spelled; made once for each `Readings`. */
export function spellingOf(readings: Readings): Spelling {
  const spelling = spellings.get(readings) ?? buildSpelling(readings.syllables);
  spellings.set(readings, spelling);
  return spelling;
}

function buildSpelling(syllables: readonly string[]): Spelling {
  const whole = new Map<string, Set<number>>();
  const beginning = new Map<string, Set<number>>();
  syllables.forEach((syllable, id) => {
    for (const letters of waysToType(syllable)) {
      add(whole, letters, id);
      for (let end = 1; end <= letters.length; end++) add(beginning, letters.slice(0, end), id);
    }
  });
  for (const [letters, ids] of whole)
    if (beginning.get(letters)?.size === ids.size) beginning.delete(letters);

  const elements = (of: ReadonlyMap<string, ReadonlySet<number>>, isWhole: boolean) => {
    const made = new Map<string, SyllableElement>();
    return (letters: string): SyllableElement | undefined => {
      const ids = of.get(letters);
      if (ids === undefined) return undefined;
      const element = made.get(letters) ?? elementOf(ids, letters, isWhole);
      made.set(letters, element);
      return element;
    };
  };
  const elementOf = (ids: ReadonlySet<number>, letters: string, isWhole: boolean): SyllableElement => ({
    kind: 'sound',
    accepts: Uint8Array.from(syllables, (_, id) => (ids.has(id) ? 1 : 0)),
    initials: initialBit(letters),
    isWhole,
  });
  return { whole: elements(whole, true), beginning: elements(beginning, false) };
}

/**
 * ü is typed v or, without its dots, u (`lve`, `lue`); after j, q, x and y, where pinyin writes u for ü, some type v as
 * well (`jvn`), as input methods let them. The interjections m, n, ng and hng are not typed: those letters are initials.
 */
function waysToType(syllable: string): readonly string[] {
  if (!/[aeiouv]/.test(syllable)) return [];
  if (/^[jqxy]u/.test(syllable)) return [syllable, syllable.replace('u', 'v')];
  return syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : [syllable];
}

function add(map: Map<string, Set<number>>, letters: string, id: number): void {
  const ids = map.get(letters);
  if (ids === undefined) map.set(letters, new Set([id]));
  else ids.add(id);
}
