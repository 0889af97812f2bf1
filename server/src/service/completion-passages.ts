import { formatCitation } from '../core/citation/format-citation.ts';
import { openingWords } from '../core/passage.ts';
import type { Hit, PassageSearch } from '../core/search/passage-search.ts';
import { readQuery } from '../core/search/query.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Completion } from './completion-item.ts';
import { saysEnough } from './completion-words.ts';
import { factsOf, shortTitle } from './describe.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { escapeMarkdown } from './markdown.ts';

/** A passage that was found by its words, with the statement that is cited for it. */
export interface FoundPassage {
  readonly hit: Hit;
  readonly statement: Statement;
}

/** More would bury the keys, and what is not among these is found by one word more. */
const MOST = 20;
/** Characters of a label, and how many of them stand before the words that were found. */
const LABEL = { length: 32, before: 4 };
const DOCUMENTATION_LENGTH = 1200;

/** The passages that hold words, best first: none that only comes near, for a draft is no place for guesses. */
export async function passagesWith(search: PassageSearch, words: string, limit: number): Promise<Hit[]> {
  if (!saysEnough(words)) return [];
  const { hits, isNear } = await search.search(words, limit);
  if (isNear) return [];
  // What is found by its title alone is offered by its key.
  const isAddressed = readQuery(words).locators.length > 0;
  return hits.filter(({ matches }) => isAddressed || matches.length > 0);
}

/** Passages of any statement that can be cited in a draft; the draft may itself be one, and does not cite itself. */
export async function citablePassages(
  { passages, corpus }: Library,
  { uri }: Draft,
  words: string,
): Promise<FoundPassage[]> {
  const hits = await passagesWith(passages, words, MOST);
  return hits.flatMap((hit) => {
    const statement = hit.uri === uri ? undefined : corpus.byUri(hit.uri);
    return statement === undefined || corpus.byKey(statement.key) !== statement ? [] : [{ hit, statement }];
  });
}

/** The parts of an item that tell of a passage. */
export function describePassage({ hit, statement }: FoundPassage) {
  const { locator, text, matches } = hit;
  const { title } = statement.metadata;
  const facts = [locator, factsOf(statement)].filter((fact) => fact !== '').join(' · ');
  const words = openingWords(text, DOCUMENTATION_LENGTH);
  return {
    kind: kindOf(hit),
    label: excerpt(text, matches),
    detail: `${locator} · ${shortTitle(statement)}`,
    documentation: [...[title, facts].map(escapeMarkdown), escapeMarkdown(words).replace(/^/gm, '> ')].join(
      '\n\n',
    ),
  } satisfies Partial<Completion>;
}

export function kindOf({ kind }: Hit): Completion['kind'] {
  return kind === 'heading' ? 'section' : 'paragraph';
}

/** What `formatCitation` writes between its brackets: `@key，第四部分第3段`. */
export function citationOf({ hit, statement }: FoundPassage): string {
  return formatCitation(statement, hit.address).slice(1, -1);
}

/** The words around the first match, on one line. */
export function excerpt(text: string, [first]: Hit['matches']): string {
  const near = Math.max(0, (first?.[0] ?? 0) - LABEL.before);
  // Three characters fewer are no gain over the opening.
  const start = near < LABEL.before ? 0 : /[\ud800-\udbff]$/.test(text.slice(0, near)) ? near - 1 : near;
  return `${start > 0 ? '…' : ''}${openingWords(text.slice(start), LABEL.length)}`.replace(/\s+/gu, ' ');
}
