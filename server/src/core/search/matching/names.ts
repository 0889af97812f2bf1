import { fold } from '../../fold.ts';
import type { Segment, StatementCard } from '../index/segment.ts';
import { compareStatements } from '../index/segment-writer.ts';

/** A statement by its names. */
export interface NamedCard {
  readonly segment: Segment;
  readonly card: StatementCard;
}

/** Tells which statements a word names. */
export interface Names {
  /** Every statement, newest first. */
  all(): readonly NamedCard[];
  /** Those whose key has a word that begins so, whose date does, or whose language is called so: what filters. */
  labelled(term: string): ReadonlySet<StatementCard>;
  /** Those, and those with the word in a title. */
  named(term: string): ReadonlySet<StatementCard>;
}

/** What the languages of statements are called, folded. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  zh: ['中文', '汉语', '中文版', 'chinese', 'китайский', 'zh'],
  en: ['英文', '英语', '英文版', 'english', 'английский', 'en'],
  ru: ['俄文', '俄语', '俄文版', 'russian', 'русский', 'ru'],
  fr: ['法文', '法语', '法文版', 'french', 'français', 'fr'],
  es: ['西班牙文', '西班牙语', 'spanish', 'español', 'es'],
  ar: ['阿拉伯文', '阿拉伯语', 'arabic', 'ar'],
  de: ['德文', '德语', 'german', 'deutsch', 'de'],
  ja: ['日文', '日语', 'japanese', 'ja'],
  ko: ['韩文', '韩语', '朝鲜文', '朝鲜语', 'korean', 'ko'],
};

/** Stand before each name and behind that of a language, so that one search over all of them finds where names begin. */
const TITLE = '\u0001';
const LABEL = '\u0002';
const LANGUAGE = '\u0003';
const END = '\u0004';
/** A shorter word begins too many keys and dates to say which statement is meant. */
const SHORTEST_LABEL = 2;
/** A shorter word must be all of what a language is called: chi is more often pinyin than the beginning of Chinese. */
const SHORTEST_LANGUAGE = 4;

/** What the statements of some segments are called; those that have been replaced or taken out are left out. */
export function createNames(segments: readonly Segment[]): Names {
  const live = (find: (names: SegmentNames) => readonly number[]): ReadonlySet<StatementCard> =>
    new Set(
      segments.flatMap((segment) =>
        find(namesOf(segment)).flatMap((index) =>
          segment.live[index] === 1 ? (segment.cards[index] ?? []) : [],
        ),
      ),
    );
  const labelled = (term: string): ReadonlySet<StatementCard> => {
    const asked = dateOf(term) ?? term;
    if (asked.length < SHORTEST_LABEL) return new Set();
    const language = LANGUAGE + asked + (asked.length < SHORTEST_LANGUAGE ? END : '');
    return live(({ labels }) => [...labels(LABEL + asked), ...labels(language)]);
  };
  return {
    all: () =>
      segments
        .flatMap((segment) =>
          segment.cards.filter((_, i) => segment.live[i] === 1).map((card): NamedCard => ({ segment, card })),
        )
        .sort((a, b) => compareStatements(a.card, b.card)),
    labelled,
    named: (term) => new Set([...labelled(term), ...live(({ titles }) => titles(term))]),
  };
}

/** Finds the cards of a segment in whose names a word stands, by their indexes. */
interface SegmentNames {
  readonly titles: (word: string) => readonly number[];
  readonly labels: (word: string) => readonly number[];
}

const known = new WeakMap<Segment, SegmentNames>();

/** Made when first asked for and kept as long as the segment is. */
function namesOf(segment: Segment): SegmentNames {
  const made = known.get(segment) ?? {
    titles: finder(segment.cards.map(({ names }) => names.map((name) => TITLE + folded(name)).join(''))),
    labels: finder(segment.cards.map(labelsOf)),
  };
  known.set(segment, made);
  return made;
}

/** 2025年 → 2025, 2025年5月 → 202505; `undefined` for any other term. */
function dateOf(term: string): string | undefined {
  const [, year, month, day] = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/.exec(term) ?? [];
  if (year === undefined) return undefined;
  return [year, month, day].map((part) => part?.padStart(2, '0') ?? '').join('');
}

function labelsOf({ key, date, language }: StatementCard): string {
  const words = key.split('-');
  const labels = [...words.map((_, i) => words.slice(i).join('')), date];
  const called = LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''];
  const languages = called === undefined ? [] : [...called, language];
  return [
    ...labels.map((label) => LABEL + folded(label)),
    ...languages.map((name) => LANGUAGE + folded(name) + END),
  ].join('');
}

function folded(text: string): string {
  return fold(text).text;
}

/** Finds the texts, by index, in which a word stands: in one string of all of them. */
function finder(parts: readonly string[]): (word: string) => readonly number[] {
  const text = parts.join('');
  const starts: number[] = [];
  parts.reduce((start, part) => {
    starts.push(start);
    return start + part.length;
  }, 0);
  // Most words of a query stand in no name: one pair of their characters that stands in none tells so.
  const pairs = new Set<number>();
  for (let i = 1; i < text.length; i++) pairs.add(pairAt(text, i));
  return (word) => {
    const found: number[] = [];
    for (let i = 1; i < word.length; i++) if (!pairs.has(pairAt(word, i))) return found;
    for (let at = text.indexOf(word); at >= 0;) {
      const index = lastAtOrBefore(starts, at);
      found.push(index);
      const next = starts[index + 1];
      at = next === undefined ? -1 : text.indexOf(word, next);
    }
    return found;
  };
}

function pairAt(text: string, second: number): number {
  return ((text.charCodeAt(second - 1) << 16) | text.charCodeAt(second)) >>> 0;
}

function lastAtOrBefore(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
