import Fuse from 'fuse.js';
import { fold } from '../fold.ts';
import { allSections, openingWords } from '../passage.ts';
import { formatLocator } from '../citation/format-locator.ts';
import type { Section, Statement } from '../statement/model.ts';
import { nearestKey } from './nearest-key.ts';

/** A statement, or one of its sections, that goes by a title or number. */
export interface Title {
  readonly statement: Statement;
  /** Absent for the statement itself. */
  readonly section?: Section;
}

/** Finds statements and sections by title, short title, key, year, heading and number, forgiving slips. */
export interface TitleSearch {
  add(statement: Statement): void;
  remove(statement: Statement): void;
  /**
   * Best first, near ones only where none has every word as it is typed; every title in the order of the corpus for
   * an empty query.
   */
  search(query: string, limit: number): readonly Title[];
  /** The key that looks most like a mistyped one; `undefined` if none is near. */
  nearestKey(key: string): string | undefined;
}

interface Entry extends Title {
  readonly names: string;
  readonly place: string;
  /** Both, folded. */
  readonly folded: string;
}

const OPENING_LENGTH = 24;

/** Backed by fuse.js; its index is made when first asked for after a change. */
export function createTitleSearch(order: () => readonly Statement[]): TitleSearch {
  let titles: Fuse<Entry> | undefined;
  const entries = new Map<Statement, readonly Entry[]>();
  const all = (): readonly Entry[] => order().flatMap((statement) => entries.get(statement) ?? []);
  const forget = (): void => {
    titles = undefined;
  };
  return {
    add: (statement) => {
      entries.set(statement, entriesOf(statement));
      forget();
    },
    remove: (statement) => {
      entries.delete(statement);
      forget();
    },
    search: (query, limit) => {
      const words = query.replace(/[!^$'"=|]/g, ' ').trim();
      if (words === '') return all().slice(0, limit);
      titles ??= new Fuse([...all()], {
        keys: [{ name: 'names', weight: 2 }, 'place'],
        ...{ ignoreLocation: true, threshold: 0.3, ignoreDiacritics: true },
        // Words between spaces must all be found, each anywhere.
        useTokenSearch: true,
        tokenMatch: 'all',
      });
      const found = titles.search(words).map(({ item }) => item);
      // 第四部分 is no slip of 第二部分 where there is a 第四部分.
      const terms = words.split(/\s+/).map((word) => fold(word).text);
      const exact = all().filter(({ folded }) => terms.every((term) => folded.includes(term)));
      if (exact.length === 0) return found.slice(0, limit);
      const rank = new Map(found.map((entry, i) => [entry, i]));
      const rankOf = (entry: Entry): number => rank.get(entry) ?? found.length;
      return exact.sort((a, b) => rankOf(a) - rankOf(b)).slice(0, limit);
    },
    nearestKey: (key) => {
      const statements = order().filter((statement) => entries.has(statement));
      const keys = statements.map((statement) => statement.key);
      return nearestKey(key, keys);
    },
  };
}

function entriesOf(statement: Statement): readonly Entry[] {
  const { title, titleShort, eventDate, issued } = statement.metadata;
  const names = [titleShort, title, statement.key, eventDate ?? issued].filter(Boolean).join(' ');
  const sections = allSections(statement).map((section) => {
    const { label, heading, paragraphs, address } = section;
    const opening = openingWords(paragraphs[0]?.text ?? '', OPENING_LENGTH);
    const place = [formatLocator(address, statement), label, heading, opening].join(' ');
    return { statement, section, names, place, folded: foldAll(names, place) };
  });
  return [{ statement, names, place: '', folded: foldAll(names) }, ...sections];
}

/** Folded word by word, so that no word reaches from one into the next. */
function foldAll(...texts: readonly string[]): string {
  const words = texts.flatMap((text) => text.split(/\s+/));
  return words.map((word) => fold(word).text).join(' ');
}
