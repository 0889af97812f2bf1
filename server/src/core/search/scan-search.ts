import { resolveLocator } from '../citation/resolve-locator.ts';
import { fold, unfoldRange, type Folded } from '../fold.ts';
import { allSections, findPassage } from '../passage.ts';
import { dateOf } from '../statement/date.ts';
import type { Paragraph, Statement } from '../statement/model.ts';
import type { Hit, Hits, PassageSearch } from './passage-search.ts';
import { readQuery, type Query } from './query.ts';

interface Entry {
  readonly statement: Statement;
  readonly paragraph: Paragraph;
  readonly folded: Folded;
}

interface Indexed {
  readonly statement: Statement;
  readonly entries: readonly Entry[];
  /** Title and short title: a word of them names the statement. */
  readonly titles: readonly string[];
  /** The key from each of its words on, and the dates: their beginnings name it (`2025`, `ru-2025`, `2025-05`). */
  readonly labels: readonly string[];
  /** By section address: the headings above a paragraph. */
  readonly headings: ReadonlyMap<string, string>;
}

/** Scores of the classes of match; what happens within a class never lifts a paragraph into the next. */
const PHRASE = 1000;
const ALL_TERMS = 600;
const TERMS_AND_NAMES = 400;
const ADDRESS = 300;
const NAMES_ONLY = 200;
const NEAR = 0;
/** At least this share of the query's pairs of characters must stand in a paragraph that is offered as near. */
const NEAR_SHARE = 0.6;

/**
 * Looks through the folded text of every paragraph. Linear in the size of the corpus: some tenths of a millisecond
 * for the shipped texts.
 */
export function createScanSearch(): PassageSearch {
  const indexed = new Map<Statement, Indexed>();
  return {
    add: (statement) => {
      indexed.set(statement, index(statement));
    },
    remove: (statement) => {
      indexed.delete(statement);
    },
    search: (text, limit) => {
      const query = readQuery(text);
      if (query.terms.length === 0 && query.locators.length === 0) return { hits: [], total: 0 };
      const all = [...indexed.values()];
      const hits = all.flatMap((statement) => exactHits(statement, query));
      return best(hits.length > 0 ? hits : all.flatMap((statement) => nearHits(statement, query)), limit);
    },
  };
}

function index(statement: Statement): Indexed {
  const { title, titleShort, eventDate, issued } = statement.metadata;
  const words = statement.key.split('-');
  const headings = new Map<string, string>();
  for (const section of allSections(statement)) {
    const above = section.parent === undefined ? '' : (headings.get(section.parent.address) ?? '');
    headings.set(section.address, above + fold(section.heading).text);
  }
  return {
    statement,
    entries: statement.paragraphs.map((paragraph) => ({
      statement,
      paragraph,
      folded: fold(paragraph.text),
    })),
    titles: [title, titleShort ?? ''].map((name) => fold(name).text),
    labels: [...words.map((_, i) => words.slice(i).join('')), eventDate ?? '', issued ?? ''].map(
      (label) => fold(label).text,
    ),
    headings,
  };
}

/** Paragraphs that hold the phrase, or each term in their own words or in the names above them. */
function exactHits(indexed: Indexed, query: Query): Hit[] {
  const { statement, entries, titles, labels, headings } = indexed;
  const places = placesOf(statement, query);
  const named = query.terms.map(
    (term) => titles.some((title) => title.includes(term)) || labels.some((label) => label.startsWith(term)),
  );
  const allNamed = named.length > 0 && named.every(Boolean);
  const hits: Hit[] = [];
  for (const entry of entries) {
    if (places !== undefined && !places.has(entry.paragraph)) continue;
    const { section } = entry.paragraph;
    const heading = section === undefined ? '' : (headings.get(section.address) ?? '');
    const score = scoreOf(entry, query, (term, i) => named[i] === true || heading.includes(term));
    if (score !== undefined) hits.push(score);
  }
  const onlyNamed = allNamed && places === undefined && hits.length === 0;
  const first = entries[0];
  // A title alone asks for the statement: its opening stands for it.
  if (onlyNamed && first !== undefined) hits.push(hit(first, NAMES_ONLY, []));
  return hits;
}

/** The paragraphs at the places that a query names; `undefined` if it names none. */
function placesOf(statement: Statement, { locators }: Query): ReadonlySet<Paragraph> | undefined {
  if (locators.length === 0) return undefined;
  const addresses = locators.flatMap((locator) => resolveLocator(locator, statement).found);
  return new Set(addresses.flatMap((address) => findPassage(statement, address)?.paragraphs ?? []));
}

function scoreOf(
  entry: Entry,
  query: Query,
  isNamed: (term: string, index: number) => boolean,
): Hit | undefined {
  const { text } = entry.folded;
  if (query.terms.length === 0) return hit(entry, ADDRESS, []);
  const at = text.indexOf(query.phrase);
  if (at >= 0) {
    const all = occurrences(text, query.phrase);
    return hit(entry, PHRASE + earliness(at) + Math.min(all.length, 5), all);
  }
  const found = query.terms.map((term) => occurrences(text, term));
  const missing = query.terms.filter((term, i) => found[i]?.length === 0 && !isNamed(term, i));
  if (missing.length > 0) return undefined;
  const here = found.filter((places) => places.length > 0);
  if (here.length === 0) return query.locators.length > 0 ? hit(entry, ADDRESS, []) : undefined;
  const firsts = here.map((places) => places[0]?.[0] ?? 0);
  const inOrder = firsts.every((place, i) => i === 0 || place > (firsts[i - 1] ?? 0));
  const spread = Math.max(...firsts) - Math.min(...firsts);
  const base = here.length === query.terms.length ? ALL_TERMS : TERMS_AND_NAMES;
  return hit(entry, base + (inOrder ? 50 : 0) + earliness(spread), here.flat());
}

/** Paragraphs that hold most pairs of neighbouring characters of the query: for a slip of the finger. */
function nearHits({ entries }: Indexed, { phrase, locators }: Query): Hit[] {
  if (phrase.length < 3 || locators.length > 0) return [];
  const pairs = [...new Set(Array.from({ length: phrase.length - 1 }, (_, i) => phrase.slice(i, i + 2)))];
  return entries.flatMap((entry) => {
    const places = pairs.map((pair) => entry.folded.text.indexOf(pair)).filter((place) => place >= 0);
    const share = places.length / pairs.length;
    if (share < NEAR_SHARE) return [];
    return hit(
      entry,
      NEAR + share * 100,
      places.map((place) => [place, place + 2] as const),
    );
  });
}

function hit(entry: Entry, score: number, places: readonly (readonly [number, number])[]): Hit {
  const { statement, paragraph, folded } = entry;
  const original = merge(places).map(([start, end]) => unfoldRange(paragraph.text, folded, start, end));
  // Two places in what one character folds to (㈱ to 株) are one in the original.
  const matches = merge(original);
  return { statement, paragraph, score, matches };
}

function best(hits: readonly Hit[], limit: number): Hits {
  const sorted = [...hits].sort(
    (a, b) =>
      b.score - a.score ||
      compare(dateOf(b.statement), dateOf(a.statement)) ||
      compare(a.statement.key, b.statement.key) ||
      a.paragraph.span.start - b.paragraph.span.start,
  );
  return { hits: sorted.slice(0, Math.max(0, limit)), total: hits.length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function occurrences(text: string, term: string): (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
    all.push([at, at + term.length]);
  return all;
}

function merge(places: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...places].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Up to 20 for a match at the start, less the later it stands; never enough to change the class. */
function earliness(place: number): number {
  return 20 / (1 + place / 20);
}
