import { formatCitation } from '../core/citation/format-citation.ts';
import { openingWords } from '../core/passage.ts';
import { isHanLike } from '../core/script.ts';
import type { Hit, PassageSearch } from '../core/search/passage-search.ts';
import { readQuery } from '../core/search/query.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Completion } from './completion-item.ts';
import { saysEnough } from './completion-words.ts';
import { factsOf } from './describe.ts';
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
/** How wide a label is, in Latin characters; beside a wider one VS Code has no room for where the words stand. */
const LABEL_WIDTH = 34;
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

/** The words around the first match, on one line: `…系统，将外空武器化并使之成为武装…`. */
export function excerpt(text: string, [first]: Hit['matches']): string {
  const lead = text.slice(0, first?.[0] ?? 0);
  const near = (/[\s\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(lead) ? WORD_BEFORE : HAN_BEFORE).exec(lead);
  const start = near?.index ?? 0;
  // A few characters fewer are no gain over the opening.
  return start < 4 ? cut(text) : `…${cut(text.slice(start))}`;
}

const WORD_BEFORE = /(?:\S{1,12}\s)?\S{0,12}$/u;
const HAN_BEFORE = /.{0,4}$/su;

function cut(text: string): string {
  let [width, end] = [0, 0];
  for (const character of text) {
    width += isHanLike(character.codePointAt(0) ?? 0) ? 2 : 1;
    if (width > LABEL_WIDTH) return `${text.slice(0, end)}…`.replace(/\s+/gu, ' ');
    end += character.length;
  }
  return text.replace(/\s+/gu, ' ');
}
