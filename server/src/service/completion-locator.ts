import { formatLocator } from '../core/citation/format-locator.ts';
import { allSections, findPassage, openingWords } from '../core/passage.ts';
import { isChinese } from '../core/script.ts';
import { createPassageIndex } from '../core/search/passage-index.ts';
import type { PassageSearch } from '../core/search/passage-search.ts';
import { statementEntry } from '../core/search/statement-entry.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { order, type Completion } from './completion-item.ts';
import { excerpt, kindOf, passagesWith } from './completion-passages.ts';
import { isInBracket, type Around } from './completion-place.ts';
import { holds, saysTooLittle } from './completion-words.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { escapeMarkdown } from './markdown.ts';

/** A cursor after a key and a comma in a bracket. */
interface LocatorPlace {
  readonly key: string;
  /** With the spaces around it. */
  readonly comma: Span;
  readonly typed: Span;
}

const LOCATOR =
  /@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)\}?(\s*[,，]\s*)([^\][,，;；@\n]*)$/u;
const OPENING_LENGTH = 40;
const EXCERPT_LENGTH = 300;
/** More than anybody reads through; typing narrows. */
const MOST = 300;

export function locatorPlace({ before, line, offset }: Around): LocatorPlace | undefined {
  const [found, key = '', comma = '', words = ''] = LOCATOR.exec(line) ?? [];
  if (found === undefined || !isInBracket(before)) return undefined;
  const typed = { start: offset - words.length, end: offset };
  return { key, typed, comma: { start: typed.start - comma.length, end: typed.start } };
}

/**
 * The passages of the cited statement: in the order of the text those that hold what was typed as it stands, or are
 * called so; where there are none, those that a search in the statement finds, best first.
 */
export async function completeLocator(
  { corpus }: Library,
  draft: Draft,
  { key, comma, typed }: LocatorPlace,
): Promise<Completion[]> {
  const statement = corpus.byKey(key);
  if (statement === undefined) return [];
  const filterText = draft.text.slice(typed.start, typed.end);
  const range = draft.lines.rangeOf(typed);
  const wanted = isChinese(statement.metadata.language) ? '，' : ', ';
  const commaEdit =
    draft.text.slice(comma.start, comma.end) === wanted
      ? {}
      : { commaEdit: { range: draft.lines.rangeOf(comma), text: wanted } };
  const { all } = knownOf(statement);
  const holding = all.filter(({ label, address, words }) => holds([label, address, words], filterText));
  const chosen =
    holding.length > 0 ? holding : saysTooLittle(filterText) ? all : await searchIn(statement, filterText);
  return chosen.slice(0, MOST).map(({ kind, label, detail, text }, i) => ({
    ...{ kind, label, detail, filterText, sortText: order(i), ...commaEdit },
    documentation: escapeMarkdown(openingWords(text, EXCERPT_LENGTH)),
    edit: { range, text: label },
  }));
}

interface Listed {
  readonly kind: Completion['kind'];
  readonly address: string;
  /** The locator. */
  readonly label: string;
  /** The opening words. */
  readonly detail: string;
  /** The text, or that of the first paragraph. */
  readonly text: string;
  /** By which it is found besides locator and address. */
  readonly words: string;
}

/** What is asked of one statement at each keystroke. */
interface Known {
  readonly all: readonly Listed[];
  search: PassageSearch | undefined;
}

const known = new WeakMap<Statement, Known>();

function knownOf(statement: Statement): Known {
  let found = known.get(statement);
  if (found === undefined)
    known.set(statement, (found = { all: listPassages(statement), search: undefined }));
  return found;
}

/** Sections and paragraphs in the order of the text. */
function listPassages(statement: Statement): Listed[] {
  const sections = allSections(statement).map(
    ({ address, span }) => ({ kind: 'section', address, span }) as const,
  );
  const paragraphs = statement.paragraphs.map(
    ({ address, span }) => ({ kind: 'paragraph', address, span }) as const,
  );
  const passages = [...sections, ...paragraphs].sort((a, b) => a.span.start - b.span.start);
  return passages.flatMap(({ kind, address }) => {
    const text = findPassage(statement, address)?.paragraphs[0]?.text;
    if (text === undefined) return [];
    const [label, detail] = [formatLocator(address, statement), openingWords(text, OPENING_LENGTH)];
    return { kind, address, label, detail, text, words: kind === 'paragraph' ? text : '' };
  });
}

/** What the search over all statements would find in this one: words apart, pinyin, numerals written otherwise. */
async function searchIn(statement: Statement, words: string): Promise<Listed[]> {
  const its = knownOf(statement);
  if (its.search === undefined) {
    its.search = createPassageIndex();
    its.search.put(statementEntry(statement));
  }
  const hits = await passagesWith(its.search, words, MOST);
  return hits.flatMap((hit) => {
    const listed = its.all.find(({ address }) => address === hit.address);
    return listed === undefined
      ? []
      : { ...listed, kind: kindOf(hit), detail: excerpt(hit.text, hit.matches) };
  });
}
