import type { Segment } from '../index/segment.ts';
import type { SoundElement } from '../pinyin/sound-element.ts';
import type { SoundPattern } from '../pinyin/sound-pattern.ts';
import { createBudget } from './budget.ts';
import type { Findings, Found } from './found.ts';
import { placesOf, type Matcher } from './matcher.ts';
import { createSoundMatcher, type SoundIndex } from './sound-matcher.ts';
import { comparePlaces, walk } from './walk.ts';

/** So many are found to tell which characters are meant most often: initials can mean many, syllables few. */
const SAMPLE = { initials: 400, syllables: 40 };
/** The highest score of what sounds as was typed. */
const SOUNDS = 350;

/** Adds the units in which characters are read as was typed, those of the likelier patterns first. */
export function findSounds(
  segments: readonly Segment[],
  patterns: readonly SoundPattern[],
  index: SoundIndex,
  wanted: number,
  findings: Findings,
): void {
  let rank = 0;
  for (const pattern of patterns) {
    if (rank >= wanted) break;
    for (const found of unitsThatSound(segments, pattern, index, wanted - rank, findings))
      findings.add({ ...found, score: SOUNDS - (rank * 10) / (rank++ + 10) });
  }
}

/**
 * Initials fit many words: those that occur more often come first and more often, but each has its turn, the j-th unit
 * with words that occur n times at the place of j / √n.
 */
function unitsThatSound(
  segments: readonly Segment[],
  pattern: SoundPattern,
  index: SoundIndex,
  wanted: number,
  findings: Findings,
): Omit<Found, 'score'>[] {
  const matcher = createSoundMatcher(pattern, index);
  const groups = new Map<string, Omit<Found, 'score'>[]>();
  const budget = createBudget(pattern.elements.every(isPlain) ? SAMPLE.syllables : SAMPLE.initials);
  let count = 0;
  const isComplete = walk(
    segments,
    (segment) => matcher.plan(segment).cursor(),
    (segment, unit) => {
      if (findings.has(segment, unit)) return true;
      const hasEnough = count >= wanted;
      const words = wordsAt(matcher, segment, unit);
      if (words !== undefined) {
        const found = { segment, unit, places: () => placesOf([matcher], segment, unit) };
        const group = groups.get(words);
        if (group === undefined) groups.set(words, [found]);
        else group.push(found);
        count++;
      }
      return !hasEnough || budget.spend(words !== undefined);
    },
  );
  if (!isComplete) findings.more = true;
  return [...groups.values()]
    .flatMap((group) => group.map((found, i) => ({ found, turn: (i + 1) / Math.sqrt(group.length) })))
    .sort((a, b) => a.turn - b.turn || comparePlaces(a.found, b.found))
    .map(({ found }) => found);
}

/** The first characters of a unit that are read so; `undefined` if there are none. */
function wordsAt(matcher: Matcher, { text, starts }: Segment, unit: number): string | undefined {
  const at = matcher.find(text, starts[unit] ?? 0, starts[unit + 1] ?? 0);
  return at < 0 ? undefined : String.fromCharCode(...text.subarray(at, at + matcher.length));
}

function isPlain(element: SoundElement): boolean {
  return element.kind === 'unit' || element.isWhole;
}
