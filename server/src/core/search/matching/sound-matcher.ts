import { AndCursor, RangeCursor } from '../index/cursors.ts';
import { countPostings, PostingCursor } from '../index/postings.ts';
import { countUnits, findGram, type Segment } from '../index/segment.ts';
import type { Sounds } from '../index/sounds.ts';
import { initialGramOf } from '../pinyin/initial-grams.ts';
import type { Readings } from '../pinyin/readings.ts';
import type { SoundElement } from '../pinyin/sound-element.ts';
import { fitsAt, type SoundPattern } from '../pinyin/sound-pattern.ts';
import type { Matcher, Plan } from './matcher.ts';
import { unionOf } from './phrase-matcher.ts';

/** What is needed to find what was typed in pinyin. */
export interface SoundIndex {
  readonly readings: Readings;
  sounds(segment: Segment): Sounds;
}

/** A further list is worth walking as long as it is at most this many times as long as the shortest. */
const WORTHWHILE = 24;
const MOST_LISTS = 3;

/** Finds characters by how they are read. */
export function createSoundMatcher(pattern: SoundPattern, index: SoundIndex): Matcher {
  const { readings } = index;
  const { elements } = pattern;
  const codes = elements
    .map((_, offset) => initialGramOf(pattern, offset, readings))
    .filter((code) => code !== undefined);
  return {
    length: elements.length,
    plan: (segment) => {
      if (codes.length > 0) return planOf(index.sounds(segment), codes);
      if (isWholePair(elements)) return pairPlan(segment, elements, readings);
      // Every other paragraph has a character that is read so.
      return { estimate: countUnits(segment), cursor: () => new RangeCursor(0, countUnits(segment)) };
    },
    find: (text, from, end) => {
      const last = end - elements.length;
      for (let at = from; at <= last; at++) if (fitsAt(text, at, end, pattern, readings)) return at;
      return -1;
    },
  };
}

function isWholePair(elements: readonly SoundElement[]): boolean {
  return elements.length === 2 && elements.every((element) => element.kind === 'unit' || element.isWhole);
}

/** The units in which all of some initials are heard. */
function planOf({ starts, postings }: Sounds, codes: readonly number[]): Plan {
  const lists = codes
    .map((code) => {
      const at = starts[code] ?? 0;
      return { at, count: at === starts[code + 1] ? 0 : countPostings(postings, at) };
    })
    .sort((a, b) => a.count - b.count);
  const least = lists[0]?.count ?? 0;
  const worthwhile = lists.slice(0, MOST_LISTS).filter(({ count }) => count <= least * WORTHWHILE);
  return {
    estimate: least,
    cursor: () => new AndCursor(worthwhile.map(({ at }) => new PostingCursor(postings, at))),
  };
}

/** The units with any two characters in a row that are read so: of all that could be, few occur. */
function pairPlan(segment: Segment, elements: readonly SoundElement[], readings: Readings): Plan {
  const [firsts = [], seconds = []] = elements.map((element) => charactersOf(element, readings));
  const { gramStarts, postings } = segment;
  const lists = firsts.flatMap((first) => {
    const low = findGram(segment, (first << 16) >>> 0);
    const high = findGram(segment, ((first << 16) | 0xffff) >>> 0);
    if ((low < 0 ? ~low : low) === (high < 0 ? ~high : high + 1)) return [];
    return seconds.flatMap((second) => {
      const gram = findGram(segment, ((first << 16) | second) >>> 0);
      return gram < 0 ? [] : (gramStarts[gram] ?? 0);
    });
  });
  const estimate = lists.reduce((sum, at) => sum + countPostings(postings, at), 0);
  return { estimate, cursor: () => unionOf(postings, lists) };
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
