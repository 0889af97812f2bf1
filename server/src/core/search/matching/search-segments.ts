import { numeralWritings } from '../../numeral-writings.ts';
import type { Segment } from '../index/segment.ts';
import { readSoundPatterns } from '../pinyin/sound-pattern.ts';
import type { Query } from '../query.ts';
import { findAddressed, type Addresses } from './find-addressed.ts';
import { findByNames, findFiltered, findWithNames, type Word } from './find-named.ts';
import { findNear } from './find-near.ts';
import { findSounds } from './find-sounds.ts';
import { findPhrase } from './find-phrase.ts';
import { closeness, findTerms } from './find-terms.ts';
import { Findings } from './found.ts';
import type { Term } from './matcher.ts';
import type { Names } from './names.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { createSoundMatcher, type SoundIndex } from './sound-matcher.ts';

/** Every word apart; every word, some as they are read. Nothing within a class lifts a unit into the next. */
const ALL_WORDS = 600;
const SOUNDING_FILTERED = 370;
const SOUNDING_WORDS = 360;
/** With fewer answers than this, the words may have been meant as pinyin. */
const FEW = 10;

export interface SearchContext {
  readonly names: Names;
  readonly addresses: Addresses;
  /** Absent until the readings are loaded. */
  readonly sounds?: SoundIndex;
}

export interface Answer extends Pick<Findings, 'found' | 'more' | 'total'> {
  /** True where nothing holds the words, and what is found only comes near. */
  readonly isNear: boolean;
  /** True where the words may have been meant as pinyin, but the readings were not there to tell. */
  readonly lacksReadings: boolean;
}

/** Finds the units that answer a query, best first: stage after stage, each only where those before found too few. */
export function searchSegments(
  segments: readonly Segment[],
  query: Query,
  wanted: number,
  context: SearchContext,
): Answer {
  const findings = new Findings();
  const { phrase, locators } = query;
  const words = [...new Set(query.terms)].map((folded): Word => ({ folded, term: termOf(folded) }));
  const missing = (): number => wanted - findings.found.length;
  if (locators.length > 0) return searchPlaces(segments, query, words, wanted, context);
  if (words.length === 0) return { found: [], more: false, total: 0, isNear: false, lacksReadings: false };

  for (const find of stagesFor(segments, words, phrase, context.names, findings)) {
    if (missing() > 0) find(missing());
    else findings.more = true;
  }
  const mayBeHeard = missing() > 0 && findings.found.length < FEW && /[a-z]/.test(phrase);
  if (mayBeHeard && context.sounds !== undefined)
    findSounding(segments, words, phrase, { ...context, sounds: context.sounds }, missing(), findings);
  if (missing() > 0) findByNames(words, context.names, findings);
  const isNear = findings.found.length === 0;
  if (isNear) findNear(segments, words, phrase, context.names, wanted, findings);
  const lacksReadings = mayBeHeard && context.sounds === undefined;
  const { found, more, total } = findings;
  return { found, more, total, isNear, lacksReadings };
}

/** Finds the paragraphs at the places that a query names; and what it names where that stands in a text. */
function searchPlaces(
  segments: readonly Segment[],
  { phrase, locators, spelled }: Query,
  words: readonly Word[],
  wanted: number,
  { names, addresses, sounds }: SearchContext,
): Answer {
  const findings = new Findings();
  const find = (each: readonly Word[]): void => {
    findAddressed(segments, { words: each, locators }, names, addresses, wanted, findings);
  };
  find(words);
  const mayBeHeard = findings.found.length === 0 && /[a-z]/.test(phrase);
  if (mayBeHeard && sounds !== undefined) find(words.map((word) => heard(word, sounds)));
  const missing = wanted - findings.found.length;
  if (spelled !== '' && missing > 0) findPhrase(segments, termOf(spelled), missing, findings);
  const { found, more, total } = findings;
  return { found, more, total, isNear: false, lacksReadings: mayBeHeard && sounds === undefined };
}

type Stage = (wanted: number) => void;

/** What finds the units that hold the words, the better first. */
function stagesFor(
  segments: readonly Segment[],
  words: readonly Word[],
  phrase: string,
  names: Names,
  findings: Findings,
): readonly Stage[] {
  const terms = words.map(({ term }) => term);
  const isOne = words[0]?.folded === phrase;
  const whole = (isOne ? terms[0] : undefined) ?? termOf(phrase);
  const score = (segment: Segment, unit: number): number => ALL_WORDS + closeness(terms, segment, unit);
  const stages: readonly Stage[] = [
    (wanted) => {
      findPhrase(segments, whole, wanted, findings);
    },
    (wanted) => {
      findFiltered(segments, words, names, wanted, findings);
    },
    (wanted) => {
      findTerms(segments, { terms, score, wanted }, findings);
    },
    (wanted) => {
      findWithNames(segments, words, names, wanted, findings);
    },
  ];
  return isOne ? stages.slice(0, 1) : stages;
}

/** Words as they stand, with the other ways to write the numbers in them. */
function termOf(folded: string): Term {
  return [folded, ...numeralWritings(folded)].map(createPhraseMatcher);
}

/** A word as it stands, or as it is read. */
function heard({ folded, term }: Word, index: SoundIndex): Word {
  const patterns = readSoundPatterns(folded, index.readings);
  return { folded, term: [...term, ...patterns.map((pattern) => createSoundMatcher(pattern, index))] };
}

/** All words together as pinyin; where that finds nothing, each of them as it stands or as it is read. */
function findSounding(
  segments: readonly Segment[],
  words: readonly Word[],
  phrase: string,
  { names, sounds: index }: SearchContext & { readonly sounds: SoundIndex },
  wanted: number,
  findings: Findings,
): void {
  const before = findings.found.length;
  findSounds(segments, readSoundPatterns(phrase, index.readings), index, wanted, findings);
  if (words.length < 2 || findings.found.length > before) return;
  const asHeard = words.map((word) => heard(word, index));
  const terms = asHeard.map(({ term }) => term);
  const missing = (): number => wanted - (findings.found.length - before);
  findFiltered(segments, asHeard, names, wanted, findings, (close) => SOUNDING_FILTERED + close / 20);
  const score = (segment: Segment, unit: number): number =>
    SOUNDING_WORDS + closeness(terms, segment, unit) / 20;
  if (missing() > 0) findTerms(segments, { terms, score, wanted: missing() }, findings);
}
