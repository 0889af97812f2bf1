import { createCorpus, type Corpus } from '../core/corpus.ts';
import { resolveLocator } from '../core/citation/resolve-locator.ts';
import { findPassage } from '../core/passage.ts';
import { createPassageIndex, type PassageIndex } from '../core/search/passage-index.ts';
import { statementEntry } from '../core/search/statement-entry.ts';
import { createTitleSearch, type TitleSearch } from '../core/search/title-search.ts';
import type { Machine } from './machine.ts';

/** The corpus with the indexes that follow it. Features ask; only the loader and open editors put in. */
export interface Library {
  readonly corpus: Corpus;
  readonly passages: PassageIndex;
  readonly titles: TitleSearch;
  /** By file, the stamp of the version that was read; files that are open, or cannot be told apart, have none. */
  readonly stamps: Map<string, string>;
  /**
   * Takes out of the index what no statement of the corpus stands behind: files that were indexed at the last start and
   * whose keys now belong to others.
   */
  forgetOthers(): void;
}

export function createLibrary({ pause, warn }: Pick<Machine, 'pause' | 'warn'>): Library {
  const corpus = createCorpus();
  const stamps = new Map<string, string>();
  const passages = createPassageIndex({
    pause,
    failed: (error) => warn?.('pinyin.unreadable', { error: String(error) }),
    addresses: ({ uri }, locators) => {
      const statement = corpus.byUri(uri);
      if (statement === undefined) return undefined;
      const found = locators.flatMap((locator) => resolveLocator(locator, statement).found);
      const paragraphs = found.flatMap((address) => findPassage(statement, address)?.paragraphs ?? []);
      return new Set(paragraphs.map(({ address }) => address));
    },
  });
  const titles = createTitleSearch(() => corpus.statements());
  corpus.onChange(({ removed, added }) => {
    for (const statement of removed) {
      if (!added.some(({ uri }) => uri === statement.uri)) passages.remove(statement.uri);
      titles.remove(statement);
    }
    for (const statement of added) {
      // What was stored at the last start may be what the file holds.
      const stamp = stamps.get(statement.uri) ?? '';
      if (!passages.has(statement.uri, stamp)) passages.put(statementEntry(statement, stamp));
      titles.add(statement);
    }
  });
  const forgetOthers = (): void => {
    for (const uri of passages.segments.uris()) {
      const statement = corpus.byUri(uri);
      if (statement === undefined || corpus.byKey(statement.key) !== statement) passages.remove(uri);
    }
  };
  return { corpus, passages, titles, stamps, forgetOthers };
}
