import type { Readings } from './readings.ts';
import { letterByLetter, segment } from './segmentation.ts';
import type { SoundElement, SyllableElement } from './sound-element.ts';

/** Characters in a row, one for each element. */
export interface SoundPattern {
  readonly elements: readonly SoundElement[];
}

/** Nobody types more pinyin without a space; a longer term is none. */
const MOST_LETTERS = 64;
const MOST_PATTERNS = 8;

/**
 * What a person may have meant by a term in which there is pinyin, the likelier first, eight patterns at the most.
 *
 *     zhanlue, zhanlve, zhan4lve4, zhanl, zhl, zl, 战lue, z略   →  战略
 *     xian  →  先 and 西安      zhanlu  →  战略, 占率      g20fenghui  →  g20峰会
 *
 * @param term as `core/fold.ts` gives it: tone marks and the dots of ü are gone, Han characters are simplified, and
 * there is no apostrophe to say where a syllable ends.
 * @returns `[]` if the term has no Latin letter, more than 64 of them, or a letter that begins no syllable where one
 * must begin.
 */
export function readSoundPatterns(term: string, readings: Readings): readonly SoundPattern[] {
  const letters = term.match(/[a-z]/g)?.length ?? 0;
  if (letters === 0 || letters > MOST_LETTERS) return [];
  const found = segment(term, readings, MOST_PATTERNS).filter(hasSound);
  // Initials can read as syllables too (`gan` in `lhgan`), in more ways than are kept; they are not lost for that.
  const initials = letterByLetter(term, readings);
  if (initials !== undefined && !found.some((elements) => isSame(elements, initials))) {
    found.splice(MOST_PATTERNS - 1, 1, initials);
  }
  return found.filter((elements) => !hasInitialBeforeDigit(elements)).map((elements) => ({ elements }));
}

/**
 * Whether a pattern stands at `units[at]`, all of it before `end`. Nothing is allocated: this is asked for every
 * character of a corpus.
 */
export function fitsAt(
  units: Uint16Array,
  at: number,
  end: number,
  { elements }: SoundPattern,
  readings: Readings,
): boolean {
  if (at + elements.length > end) return false;
  let i = at;
  for (const element of elements) {
    const unit = units[i++] ?? 0;
    if (!fitsUnit(unit, element, readings)) return false;
  }
  return true;
}

/** Whether one code unit is what an element of a pattern stands for. */
export function fitsUnit(unit: number, element: SoundElement, readings: Readings): boolean {
  return element.kind === 'unit' ? element.unit === unit : sounds(unit, element, readings);
}

function sounds(unit: number, element: SyllableElement, readings: Readings): boolean {
  if (((readings.initials[unit] ?? 0) & element.initials) === 0) return false;
  const { accepts } = element;
  if (accepts[(readings.main[unit] ?? 0) - 1] === 1) return true;
  const ids = readings.several(unit);
  if (ids === undefined) return false;
  for (const id of ids) if (accepts[id] === 1) return true;
  return false;
}

/** An initial before a digit is the name of something (G20), not 国20. */
function hasInitialBeforeDigit(elements: readonly SoundElement[]): boolean {
  return elements.some((element, i) => {
    const next = elements[i + 1];
    return element.kind === 'sound' && !element.isWhole && next !== undefined && isDigit(next);
  });
}

function isDigit(element: SoundElement): boolean {
  return element.kind === 'unit' && element.unit >= 0x30 && element.unit <= 0x39;
}

/** A pattern of characters alone is what any search finds. */
function hasSound(elements: readonly SoundElement[]): boolean {
  return elements.some(({ kind }) => kind === 'sound');
}

function isSame(some: readonly SoundElement[], others: readonly SoundElement[]): boolean {
  return some.length === others.length && some.every((element, i) => isSameElement(element, others[i]));
}

/** Elements for the same letters are the same object. */
function isSameElement(one: SoundElement, other: SoundElement | undefined): boolean {
  return one === other || (one.kind === 'unit' && other?.kind === 'unit' && one.unit === other.unit);
}
