import type { Readings } from './readings.ts';
import type { SoundElement } from './sound-element.ts';
import type { SoundPattern } from './sound-pattern.ts';

/** The letters of an initial gram. */
export const GRAM_LENGTH = 3;

/** Codes are below this: (a × 26 + b) × 26 + c for the letters a, b, c, each 0 to 25. */
export const GRAM_CODES = 26 ** 3;

/** Three characters have at most as many codes: no character's readings have more than four initials (叕). */
export const MOST_GRAMS = 4 ** 3;

/**
 * Writes the codes of the initials of the three units at `at`, one for each way to read them, to the start of `into`,
 * which has room for `MOST_GRAMS`, and returns how many there are; mostly one. 0 if one of the three has no reading or
 * is not before `end`. Allocates nothing.
 */
export function initialGramsAt(
  units: Uint16Array,
  at: number,
  end: number,
  { initials }: Readings,
  into: Int32Array,
): number {
  if (at + GRAM_LENGTH > end) return 0;
  const first = initials[units[at] ?? 0] ?? 0;
  const second = initials[units[at + 1] ?? 0] ?? 0;
  const third = initials[units[at + 2] ?? 0] ?? 0;
  let count = 0;
  // `mask & (mask - 1)` is the mask without its lowest bit.
  for (let a = first; a !== 0; a &= a - 1) {
    for (let b = second; b !== 0; b &= b - 1) {
      const start = (lowest(a) * 26 + lowest(b)) * 26;
      for (let c = third; c !== 0; c &= c - 1) into[count++] = start + lowest(c);
    }
  }
  return count;
}

/**
 * The code that any three units have which fit the elements `offset` to `offset + 2` of a pattern. Sounds have one
 * initial, and a unit that must be itself has all the codes of its readings, of which one is enough; so there is one. `undefined` if
 * the pattern ends before, or one of the three is a unit without a reading.
 */
export function initialGramOf(pattern: SoundPattern, offset: number, readings: Readings): number | undefined {
  let code = 0;
  for (let i = offset; i < offset + GRAM_LENGTH; i++) {
    const initial = initialOf(pattern.elements[i], readings);
    if (initial === undefined) return undefined;
    code = code * 26 + initial;
  }
  return code;
}

function initialOf(element: SoundElement | undefined, { initials }: Readings): number | undefined {
  if (element === undefined) return undefined;
  const mask = element.kind === 'sound' ? element.initials : (initials[element.unit] ?? 0);
  return mask === 0 ? undefined : lowest(mask);
}

/** The place of the lowest bit. */
function lowest(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
