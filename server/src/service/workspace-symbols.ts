import type { Range } from '../core/span.ts';
import { openingWords } from '../core/passage.ts';
import type { Library } from './library.ts';
import { shortTitle } from './describe.ts';
import { searchPassages } from './search.ts';

export interface WorkspaceSymbol {
  readonly kind: 'statement' | 'paragraph';
  readonly name: string;
  readonly container: string;
  readonly uri: string;
  readonly range: Range;
}

/** More than a picker shows at once; typing narrows. */
const LIMIT = 50;
/** Characters around a word that was found. */
const BEFORE = 8;
const LENGTH = 60;

/** Passages by their words, for a query; the statements for none. */
export async function workspaceSymbols(library: Library, query: string): Promise<WorkspaceSymbol[]> {
  if (query.trim() === '') {
    return library.corpus.statements().map((statement) => ({
      kind: 'statement',
      name: shortTitle(statement),
      container: statement.key,
      uri: statement.uri,
      range: statement.lines.rangeOf(statement.keySpan),
    }));
  }
  const { passages } = await searchPassages(library, query, LIMIT);
  return passages.map(({ text, matches, title, locator, uri, range }) => {
    return {
      kind: 'paragraph',
      name: nameOf(text, matches),
      container: `${title} · ${locator}`,
      uri,
      range,
    };
  });
}

/** Editors filter by the name once more: the words that were found must be in it, those far on in the text too. */
function nameOf(text: string, matches: readonly (readonly [number, number])[]): string {
  const near = Math.max(0, (matches[0]?.[0] ?? 0) - BEFORE);
  const start = /[\ud800-\udbff]$/.test(text.slice(0, near)) ? near - 1 : near;
  const opening = `${start > 0 ? '…' : ''}${openingWords(text.slice(start), LENGTH)}`;
  return matches.reduce((name, [from, to]) => {
    if (name.includes(text.slice(from, to))) return name;
    return `${name}${name.endsWith('…') ? '' : '…'}${openingWords(text.slice(from), to - from + BEFORE)}`;
  }, opening);
}
