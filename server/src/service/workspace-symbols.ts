import type { Range } from '../core/span.ts';
import { openingWords } from '../core/passage.ts';
import type { Library } from './library.ts';
import { searchPassages, shortTitle } from './search.ts';

export interface WorkspaceSymbol {
  readonly kind: 'statement' | 'paragraph';
  readonly name: string;
  readonly container: string;
  readonly uri: string;
  readonly range: Range;
}

/** More than a picker shows at once; typing narrows. */
const LIMIT = 50;
const BEFORE = 8;
const LENGTH = 60;

/** Passages by their words, for a query; the statements for none. */
export function workspaceSymbols(library: Library, query: string): WorkspaceSymbol[] {
  if (query.trim() === '') {
    return library.corpus.statements().map((statement) => ({
      kind: 'statement',
      name: shortTitle(statement),
      container: statement.key,
      uri: statement.uri,
      range: statement.lines.rangeOf(statement.keySpan),
    }));
  }
  return searchPassages(library, query, LIMIT).passages.map(
    ({ text, matches, title, locator, uri, range }) => {
      // Editors filter by the name once more: the words that were found must be in it.
      const start = Math.max(0, (matches[0]?.[0] ?? 0) - BEFORE);
      const name = `${start > 0 ? '…' : ''}${openingWords(text.slice(start), LENGTH)}`;
      return { kind: 'paragraph', name, container: `${title}，${locator}`, uri, range };
    },
  );
}
