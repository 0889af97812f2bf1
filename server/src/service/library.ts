import { createCorpus, type Corpus } from '../core/corpus.ts';
import type { PassageSearch } from '../core/search/passage-search.ts';
import { createScanSearch } from '../core/search/scan-search.ts';
import { createTitleSearch, type TitleSearch } from '../core/search/title-search.ts';

/** The corpus with the indexes that follow it. Features ask; only the loader and open editors put in. */
export interface Library {
  readonly corpus: Corpus;
  readonly passages: PassageSearch;
  readonly titles: TitleSearch;
}

export function createLibrary(): Library {
  const corpus = createCorpus();
  const passages = createScanSearch();
  const titles = createTitleSearch(() => corpus.statements());
  corpus.onChange(({ removed, added }) => {
    for (const statement of removed) {
      passages.remove(statement);
      titles.remove(statement);
    }
    for (const statement of added) {
      passages.add(statement);
      titles.add(statement);
    }
  });
  return { corpus, passages, titles };
}
