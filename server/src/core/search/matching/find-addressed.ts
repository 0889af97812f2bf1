import type { Locator } from '../../citation/locator.ts';
import { cardAt, unitLabel, type Segment, type StatementCard } from '../index/segment.ts';
import { RangeCursor } from '../index/cursors.ts';
import type { Word } from './find-named.ts';
import { findTerms } from './find-terms.ts';
import type { Findings } from './found.ts';
import { holdsTerm, placesOf, type Term } from './matcher.ts';
import type { NamedCard, Names } from './names.ts';

/** The score of a paragraph at an address that was asked for: more than any that has the words alone. */
const ADDRESSED = 1100;
const ADDRESSED_WITH_WORDS = 1200;

/** Tells the addresses of the paragraphs that locators mean in a statement; `undefined` if it is not known yet. */
export type Addresses = (
  card: StatementCard,
  locators: readonly Locator[],
) => ReadonlySet<string> | undefined;

/** Adds the paragraphs at the places that are asked for, whose text or names above hold the words. */
export function findAddressed(
  segments: readonly Segment[],
  query: { readonly words: readonly Word[]; readonly locators: readonly Locator[] },
  names: Names,
  addresses: Addresses,
  wanted: number,
  findings: Findings,
): void {
  const { words, locators } = query;
  const known = new Map<StatementCard, ReadonlySet<string> | undefined>();
  const asked = (card: StatementCard): ReadonlySet<string> | undefined => {
    if (!known.has(card)) known.set(card, addresses(card, locators));
    return known.get(card);
  };
  const named = words.map(({ folded }) => names.named(folded));
  const isNamed = (card: StatementCard, i: number): boolean => named[i]?.has(card) === true;
  // By the words that nothing is called by, where there are such; else a statement at a time.
  const needed = words.filter((_, i) => named[i]?.size === 0);
  const others = words.filter((word) => !needed.includes(word));
  const accepts = (segment: Segment, unit: number): boolean => {
    const card = cardAt(segment, unit);
    if (asked(card)?.has(unitLabel(segment, unit).address) !== true) return false;
    return others.every((word) => isNamed(card, words.indexOf(word)) || holdsTerm(word.term, segment, unit));
  };
  if (needed.length > 0) {
    const terms = needed.map(({ term }) => term);
    const marked = others.map(({ term }) => term);
    findTerms(segments, { terms, accepts, marked, score: () => ADDRESSED_WITH_WORDS, wanted }, findings);
    return;
  }
  const terms = words.map(({ term }) => term);
  for (const statement of names.all()) {
    if (findings.found.length >= wanted) {
      findings.more = true;
      break;
    }
    if ((asked(statement.card)?.size ?? 0) > 0) addUnits(statement, accepts, terms, findings);
  }
}

function addUnits(
  { segment, card }: NamedCard,
  accepts: (segment: Segment, unit: number) => boolean,
  terms: readonly Term[],
  findings: Findings,
): void {
  const cursor = new RangeCursor(...card.paragraphs);
  for (let { unit } = cursor; unit < card.paragraphs[1]; unit = cursor.next()) {
    if (!accepts(segment, unit)) continue;
    findings.add({
      ...{ segment, unit, score: ADDRESSED },
      places: () => terms.flatMap((term) => placesOf(term, segment, unit)),
    });
  }
}
