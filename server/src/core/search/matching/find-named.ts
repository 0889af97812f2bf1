import { cardAt, countHeadings, type Segment } from '../index/segment.ts';
import { AndCursor, RangeCursor, RangesCursor } from '../index/cursors.ts';
import type { Findings } from './found.ts';
import { closeness, findTerms, unitsWithTerms } from './find-terms.ts';
import { holdsTerm, planTerm, type Term } from './matcher.ts';
import type { Names } from './names.ts';
import { walk } from './walk.ts';

/** The scores of paragraphs that need the names above them to answer a query. */
const FILTERED = 800;
const WITH_NAMES = { least: 450, most: 600 };
const NAMES_ONLY = 200;
/** So many headings with a word in them are looked at, the newest; more would narrow nothing down. */
const MOST_HEADINGS = 2000;

/** A word of a query, with all that it may mean. */
export interface Word {
  readonly folded: string;
  /** As it may stand in a text. */
  readonly term: Term;
}

/** Adds the units of the statements that some of the words filter by (year, key, language), with the others in their text. */
export function findFiltered(
  segments: readonly Segment[],
  words: readonly Word[],
  names: Names,
  wanted: number,
  findings: Findings,
  score: (closeness: number) => number = (closeness) => FILTERED + closeness,
): void {
  const labelled = words.map(({ folded }) => names.labelled(folded));
  const others = words.filter((_, i) => labelled[i]?.size === 0).map(({ term }) => term);
  const filters = labelled.filter(({ size }) => size > 0);
  if (others.length === 0 || filters.length === 0) return;
  findTerms(
    segments,
    {
      terms: others,
      accepts: (segment, unit) => {
        const card = cardAt(segment, unit);
        return filters.every((cards) => cards.has(card));
      },
      score: (segment, unit) => score(closeness(others, segment, unit)),
      wanted,
    },
    findings,
  );
}

/** Adds the units that have some of the words in their text, and the others in the names or headings above them. */
export function findWithNames(
  segments: readonly Segment[],
  words: readonly Word[],
  names: Names,
  wanted: number,
  findings: Findings,
): void {
  const above = words.map((word) => createAbove(segments, word, names));
  // A word that nothing is called by must stand in the text; it leads the search.
  const leader = above.findIndex(({ isEmpty }) => isEmpty);
  const leaders = leader < 0 ? words : words.slice(leader, leader + 1);
  const terms = words.map(({ term }) => term);
  const found = leaders.flatMap(({ term }) =>
    unitsWithTerms(
      segments,
      {
        terms: [term],
        accepts: (segment, unit) =>
          words.every(
            (each, i) =>
              each.term === term ||
              above[i]?.has(segment, unit) === true ||
              holdsTerm(each.term, segment, unit),
          ),
        // Where all words stand in the text has been looked: one at least has to be above.
        within: (segment) =>
          new RangesCursor(
            words.flatMap((each, i) => (each.term === term ? [] : (above[i]?.ranges(segment) ?? []))),
          ),
        marked: terms.filter((each) => each !== term),
        score: (segment, unit) => scoreWithNames(terms, segment, unit),
        wanted,
      },
      findings,
    ),
  );
  findings.addBest(found);
}

/** More words in the text first, then those that are nearer to one another. */
function scoreWithNames(terms: readonly Term[], segment: Segment, unit: number): number {
  const present = terms.filter((term) => holdsTerm(term, segment, unit));
  const share = (present.length + closeness(present, segment, unit) / 100) / (terms.length + 1);
  return WITH_NAMES.least + share * (WITH_NAMES.most - WITH_NAMES.least);
}

/** Adds the opening of each statement that all words name: a title alone asks for the statement. */
export function findByNames(words: readonly Word[], names: Names, findings: Findings): void {
  const named = words.map(({ folded }) => names.named(folded));
  if (named.some(({ size }) => size === 0)) return;
  const hasAny = new Set(findings.found.map(({ segment, unit }) => cardAt(segment, unit)));
  for (const { segment, card } of names.all()) {
    if (hasAny.has(card) || !named.every((cards) => cards.has(card))) continue;
    if (card.paragraphs[0] === card.paragraphs[1]) continue;
    findings.add({ segment, unit: card.paragraphs[0], score: NAMES_ONLY, places: () => [] });
  }
}

interface Above {
  readonly isEmpty: boolean;
  has(segment: Segment, unit: number): boolean;
  /** Where the units are of which that is true. */
  ranges(segment: Segment): readonly (readonly [number, number])[];
}

/** What a word names: statements by their titles and labels, paragraphs by the headings above them. */
function createAbove(segments: readonly Segment[], { folded, term }: Word, names: Names): Above {
  const cards = names.named(folded);
  const stretches = new Map<Segment, [number, number][]>();
  let headings = 0;
  walk(
    segments,
    // Headings have the lowest numbers.
    (segment) =>
      new AndCursor([planTerm(term, segment).cursor(), new RangeCursor(0, countHeadings(segment))]),
    (segment, unit) => {
      if (!holdsTerm(term, segment, unit)) return true;
      const stretch: [number, number] = [segment.covers[unit * 2] ?? 0, segment.covers[unit * 2 + 1] ?? 0];
      const known = stretches.get(segment);
      if (known === undefined) stretches.set(segment, [stretch]);
      else known.push(stretch);
      return ++headings < MOST_HEADINGS;
    },
  );
  return {
    isEmpty: headings === 0 && cards.size === 0,
    has: (segment, unit) =>
      cards.has(cardAt(segment, unit)) ||
      stretches.get(segment)?.some(([start, end]) => start <= unit && unit < end) === true,
    ranges: (segment) => {
      const named = segment.cards.filter((card) => cards.has(card));
      return [
        ...named.flatMap(({ headings, paragraphs }) => [headings, paragraphs]),
        ...(stretches.get(segment) ?? []),
      ];
    },
  };
}
