import type { Range } from '../core/span.ts';
import { openingWords } from '../core/passage.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Library } from './library.ts';
import { searchPassages } from './search.ts';

export interface WorkspaceSymbol {
  readonly kind: 'statement' | 'paragraph';
  readonly name: string;
  readonly container: string;
  readonly uri: string;
  readonly range: Range;
}

type Matches = readonly (readonly [number, number])[];

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
  const { passages, near } = await searchPassages(library, query, LIMIT);
  return passages.map(({ text, matches, title, locator, uri, range }) => {
    const isHeard = near !== true && matches.length > 0 && !holdsInOrder(text, query);
    return {
      kind: 'paragraph',
      name: isHeard ? `${openingAt(text, matches)} (${query.trim()})` : nameOf(text, matches),
      container: `${title} · ${locator}`,
      uri,
      range,
    };
  });
}

/**
 * What editors ask of a name before they show it: the characters of the query, in order. What was found in pinyin or
 * in the other script has not got them, and is followed by what was typed: `战略稳定… (zhanlue)`.
 */
function holdsInOrder(text: string, query: string): boolean {
  const folded = text.toLowerCase();
  let at = 0;
  for (const character of query.toLowerCase().replace(/\s/gu, '')) {
    at = folded.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Editors filter by the name once more: the words that were found must be in it, those far on in the text too. */
function nameOf(text: string, matches: Matches): string {
  return matches.reduce(
    (name, [from, to]) => {
      if (name.includes(text.slice(from, to))) return name;
      return `${name}${name.endsWith('…') ? '' : '…'}${openingWords(text.slice(from), to - from + BEFORE)}`;
    },
    openingAt(text, matches),
  );
}

/** The words around the first match. */
function openingAt(text: string, [first]: Matches): string {
  const near = Math.max(0, (first?.[0] ?? 0) - BEFORE);
  const start = /[\ud800-\udbff]$/.test(text.slice(0, near)) ? near - 1 : near;
  return `${start > 0 ? '…' : ''}${openingWords(text.slice(start), LENGTH)}`;
}
