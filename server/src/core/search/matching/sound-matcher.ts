import { RangeCursor } from '../index/cursors.ts';
import { gramRanges, secondOf } from '../index/grams.ts';
import { countUnits, type Segment } from '../index/segment.ts';
import type { Sounds } from '../index/sounds.ts';
import { initialGramOf } from '../pinyin/initial-grams.ts';
import type { Readings } from '../pinyin/readings.ts';
import type { SoundElement } from '../pinyin/sound-element.ts';
import { fitsAt, fitsUnit, type SoundPattern } from '../pinyin/sound-pattern.ts';
import { NOWHERE, type Matcher, type Plan } from './matcher.ts';
import { gramsBetween, LONGEST_UNION, planOfLists, unionOf } from './plans.ts';

/** What is needed to find what was typed in pinyin. */
export interface SoundIndex {
  readonly readings: Readings;
  sounds(segment: Segment): Sounds;
}

/** So many grams are looked at for the sake of one or two syllables. */
const MOST_GRAMS = 50_000;

/** Finds characters by how they are read. */
export function createSoundMatcher(pattern: SoundPattern, index: SoundIndex): Matcher {
  const { readings } = index;
  const { elements } = pattern;
  const [first] = elements;
  const { initials } = readings;
  const mask = first?.kind === 'sound' ? first.initials : 0;
  const codes = elements
    .map((_, offset) => initialGramOf(pattern, offset, readings))
    .filter((code) => code !== undefined);
  return {
    length: elements.length,
    startsWithLetter: false,
    plan: (segment) => {
      if (codes.length > 0) return planOf(index.sounds(segment), codes);
      return shortPlan(segment, elements, readings);
    },
    find: (text, from, end) => {
      const last = end - elements.length;
      for (let at = from; at <= last; at++) {
        const unit = text[at] ?? 0;
        // Most characters differ in their initials already.
        const mayFit = first?.kind === 'unit' ? unit === first.unit : ((initials[unit] ?? 0) & mask) !== 0;
        if (!mayFit) continue;
        if (fitsAt(text, at, end, pattern, readings)) return at;
      }
      return -1;
    },
  };
}

/** The units in which all of some initials are heard. */
function planOf({ starts, postings }: Sounds, codes: readonly number[]): Plan {
  if (codes.some((code) => starts[code] === starts[code + 1])) return NOWHERE;
  return planOfLists(
    postings,
    codes.map((code) => starts[code] ?? 0),
  );
}

/**
 * One or two characters: the units of every gram that begins with one that is read so, and goes on with another. Where
 * that would be many, units with such characters are found soon enough by looking.
 */
function shortPlan(segment: Segment, elements: readonly SoundElement[], readings: Readings): Plan {
  const [first, second] = elements;
  const { grams, gramStarts } = segment;
  const lookAtAll = { estimate: countUnits(segment), cursor: () => new RangeCursor(0, countUnits(segment)) };
  const lists: number[] = [];
  let looked = 0;
  let bytes = 0;
  const firsts = first === undefined ? [] : charactersOf(first, readings);
  for (const [from, to] of firsts.flatMap((unit) => gramRanges(Uint16Array.of(unit)))) {
    const [low, high] = gramsBetween(segment, from, to);
    looked += high - low;
    if (looked > MOST_GRAMS) return lookAtAll;
    for (let index = low; index < high; index++) {
      const next = secondOf(grams[index] ?? 0);
      if (second !== undefined && next !== undefined && !fitsUnit(next, second, readings)) continue;
      lists.push(gramStarts[index] ?? 0);
      bytes += (gramStarts[index + 1] ?? 0) - (gramStarts[index] ?? 0);
    }
    if (bytes > LONGEST_UNION) return lookAtAll;
  }
  return { estimate: bytes, cursor: () => unionOf(segment, lists) };
}

const bySyllable = new WeakMap<Readings, readonly (readonly number[])[]>();

/** The characters that an element stands for. */
function charactersOf(element: SoundElement, readings: Readings): readonly number[] {
  if (element.kind === 'unit') return [element.unit];
  const known = bySyllable.get(readings) ?? charactersBySyllable(readings);
  bySyllable.set(readings, known);
  const characters = new Set<number>();
  element.accepts.forEach((accepted, id) => {
    if (accepted === 1) for (const unit of known[id] ?? []) characters.add(unit);
  });
  return [...characters];
}

function charactersBySyllable(readings: Readings): readonly (readonly number[])[] {
  const { syllables, main } = readings;
  const characters = syllables.map((): number[] => []);
  for (let unit = 0; unit < main.length; unit++) {
    const id = main[unit] ?? 0;
    if (id === 0) continue;
    for (const each of readings.several(unit) ?? [id - 1]) characters[each]?.push(unit);
  }
  return characters;
}
