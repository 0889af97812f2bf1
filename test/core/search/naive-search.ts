// What a search must answer, as plainly as it can be written: every unit is looked at, and nothing is prepared.

import { fold, unfoldRange, type Folded } from '../../../server/src/core/fold.ts';
import { numeralWritings } from '../../../server/src/core/numeral-writings.ts';
import type { StatementEntry, UnitEntry } from '../../../server/src/core/search/entry.ts';

/** A unit that answers, best first. */
export interface NaiveHit {
  readonly key: string;
  readonly address: string;
  readonly kind: UnitEntry['kind'];
  readonly text: string;
  readonly matches: readonly (readonly [number, number])[];
}

type Place = readonly [number, number];

interface Unit {
  readonly entry: StatementEntry;
  readonly unit: UnitEntry;
  readonly folded: Folded;
  /** The folded headings of the sections that it stands in. */
  readonly above: readonly string[];
  /** The folded titles of its statement. */
  readonly names: readonly string[];
}

/**
 * The units that hold all words of a query, or hold some and have the others in the headings above them or in the title;
 * then the openings of the statements whose title has all words. No word may be in a key, a date or the name of a
 * language. Neither numbers as they were typed nor numbers in other writings take up more than half of the limit if there are
 * others.
 */
export function naiveSearch(
  entries: readonly StatementEntry[],
  query: string,
  limit = Number.POSITIVE_INFINITY,
): NaiveHit[] {
  const words = query
    .split(/\s+/)
    .map((word) => fold(word).text)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const answers = inOrder(entries)
    .flatMap((unit) => answer(unit, words) ?? [])
    .sort((a, b) => b.rank[0] - a.rank[0] || b.rank[1] - a.rank[1] || b.rank[2] - a.rank[2]);
  const half = Math.ceil(limit / 2);
  const asTyped = answers.filter(({ rank }) => rank[0] === AS_TYPED);
  const otherwise = answers.filter(({ rank }) => rank[0] === OTHERWISE);
  const first = [...asTyped.slice(0, half), ...otherwise.slice(0, half)];
  const ordered = [...first, ...answers.filter((each) => !first.includes(each))];
  if (ordered.length < limit) ordered.push(...openings(entries, words, ordered));
  return ordered.map(({ unit: { entry, unit, folded }, places }) => ({
    ...{ key: entry.key, address: unit.address, kind: unit.kind, text: unit.text },
    matches: merged(merged(places).map(([start, end]) => unfoldRange(unit.text, folded, start, end))),
  }));
}

/** The first paragraph of each statement whose title has all words, unless something of it answers already. */
function openings(
  entries: readonly StatementEntry[],
  words: readonly string[],
  answers: readonly Answer[],
): Answer[] {
  const answering = new Set(answers.map(({ unit }) => unit.entry));
  const firsts = new Map<StatementEntry, Unit>();
  for (const unit of inOrder(entries))
    if (unit.unit.kind === 'paragraph' && !firsts.has(unit.entry)) firsts.set(unit.entry, unit);
  return [...firsts]
    .filter(([entry, { names }]) => !answering.has(entry) && words.every((word) => isNamed(names, word)))
    .map(([, unit]) => ({ unit, places: [], rank: [OPENING, 0, 0] }));
}

function isNamed(names: readonly string[], word: string): boolean {
  return names.some((name) => name.includes(word));
}

/** Headings first, then the newer statement, then the key, then as they stand. */
export function inOrder(entries: readonly StatementEntry[]): Unit[] {
  const sorted = entries.toSorted((a, b) => ascending(b.date, a.date) || ascending(a.key, b.key));
  return (['heading', 'paragraph'] as const).flatMap((kind) =>
    sorted.flatMap((entry) =>
      entry.units
        .filter((unit) => unit.kind === kind)
        .map((unit) => ({
          ...{ entry, unit, folded: fold(unit.text), above: headingsAbove(entry, unit) },
          names: entry.names.map((name) => fold(name).text),
        })),
    ),
  );
}

function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function headingsAbove({ units }: StatementEntry, { kind, address }: UnitEntry): string[] {
  if (kind === 'heading') return [];
  return units
    .filter((unit) => unit.kind === 'heading' && address.startsWith(`${unit.address}.`))
    .map(({ text }) => fold(text).text);
}

/** The whole phrase, all words apart, words of which some are above, and words that are all in the title. */
const [AS_TYPED, OTHERWISE, APART, BELOW, OPENING] = [4, 3, 2, 1, 0];

interface Answer {
  readonly unit: Unit;
  readonly places: readonly Place[];
  /** The class, how many words the unit holds itself, and how near they are. */
  readonly rank: readonly [number, number, number];
}

function answer(unit: Unit, typed: readonly string[]): Answer | undefined {
  const { text } = unit.folded;
  const asTyped = placesOf(text, [typed.join('')]);
  if (asTyped.length > 0)
    return { unit, places: asTyped, rank: [AS_TYPED, beginsWord(unit, asTyped) ? 1 : 0, 0] };
  const whole = placesOf(text, writingsOf(typed.join('')));
  if (whole.length > 0) return { unit, places: whole, rank: [OTHERWISE, 0, 0] };
  // A word that was typed twice says no more than once.
  const words = [...new Set(typed)];
  const held = words.map((word) => placesOf(text, writingsOf(word)));
  const present = held.filter((places) => places.length > 0);
  const isAbove = (word: string) =>
    isNamed(unit.names, word) || unit.above.some((heading) => placesOf(heading, writingsOf(word)).length > 0);
  if (present.length === 0 || !words.every((word, i) => held[i]?.length !== 0 || isAbove(word)))
    return undefined;
  const isWhole = present.length === words.length;
  return {
    unit,
    places: held.flat(),
    rank: [isWhole ? APART : BELOW, isWhole ? 0 : present.length, nearness(present)],
  };
}

/** True where a place that begins with a letter is the beginning of a word; between two such no space is folded. */
function beginsWord({ unit, folded }: Unit, places: readonly Place[]): boolean {
  return places.some(([start]) => {
    if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(folded.text.slice(start)))
      return false;
    const before = Array.from(unit.text.slice(0, folded.offsets[start])).at(-1) ?? ' ';
    return !/[\p{L}\p{N}]/u.test(before);
  });
}

/** A word as it was typed, and with its numbers in other writings. */
function writingsOf(word: string): readonly string[] {
  return [word, ...numeralWritings(word)];
}

/** Where words stand; places of the same do not overlap. */
function placesOf(text: string, words: readonly string[]): Place[] {
  return words.flatMap((writing) => {
    const places: Place[] = [];
    for (let at = text.indexOf(writing); at >= 0; at = text.indexOf(writing, at + writing.length))
      places.push([at, at + writing.length]);
    return places;
  });
}

/** Of every choice of one place for each word the best: words in order count 50, words side by side 40. */
function nearness(words: readonly (readonly Place[])[]): number {
  let best = 0;
  const choose = (chosen: readonly number[]): void => {
    const places = words[chosen.length];
    if (places !== undefined) {
      for (const [start] of places) choose([...chosen, start]);
      return;
    }
    const width = Math.max(...chosen) - Math.min(...chosen);
    const isInOrder = chosen.every((start, i) => i === 0 || start >= (chosen[i - 1] ?? 0));
    best = Math.max(best, 40 / (1 + width / 20) + (isInOrder ? 50 : 0));
  };
  choose([]);
  return best;
}

function merged(places: readonly Place[]): Place[] {
  const result: [number, number][] = [];
  for (const [start, end] of places.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
