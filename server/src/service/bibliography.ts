import { findPinciteLinks } from '../core/citation/links.ts';
import { writeBibliography, type BibliographyFormat } from '../core/csl/write-bibliography.ts';
import type { Pause } from '../core/search/index/slices.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Draft } from './draft.ts';
import { joinUri } from './join-uri.ts';
import { keyUses } from './key-uses.ts';
import type { Library } from './library.ts';

export interface Bibliography {
  readonly text: string;
  /** How many statements it holds. */
  readonly statements: number;
  /** Keys that are cited and are in no corpus, in the order in which they come first. */
  readonly unknown: readonly string[];
}

/** The bibliography of the statements that have these keys, in the order of the keys. */
export function bibliographyOf(
  library: Library,
  keys: readonly string[],
  format: BibliographyFormat,
): Bibliography {
  const { statements, unknown } = citedStatements(library, keys);
  return { text: writeBibliography(format, statements), statements: statements.length, unknown };
}

/** The statements that have these keys, each once, and the keys that none has. */
export function citedStatements(
  { corpus }: Library,
  keys: readonly string[],
): { readonly statements: readonly Statement[]; readonly unknown: readonly string[] } {
  const statements: Statement[] = [];
  const unknown: string[] = [];
  for (const key of new Set(keys)) {
    const statement = corpus.byKey(key);
    if (statement === undefined) unknown.push(key);
    else statements.push(statement);
  }
  return { statements, unknown };
}

/**
 * The keys that a draft relies on, in the order in which they come first; with `within` those that touch that part of
 * the text. Citations count, and `nocite` in the front matter, and links to statements, which stand for citations where
 * one writes them so. A title in running text is a mention, and no citation.
 */
export function citedKeys({ corpus }: Library, draft: Draft, within?: Span): string[] {
  const keys = usesOf(draft).flatMap(({ key, file, span }) => {
    const isWithin = within === undefined || (span.start < within.end && span.end > within.start);
    return isWithin ? (key ?? corpus.byUri(file ?? '')?.key ?? []) : [];
  });
  return [...new Set(keys)];
}

/** How long texts are looked through without a pause, in milliseconds. */
const SLICE = 5;

/** The same for several drafts, one after another, with pauses for others. */
export async function allCitedKeys(
  library: Library,
  drafts: Iterable<Draft>,
  pause: Pause,
): Promise<string[]> {
  const keys = new Set<string>();
  let start = Date.now();
  for (const draft of drafts) {
    for (const key of citedKeys(library, draft)) keys.add(key);
    if (Date.now() - start < SLICE) continue;
    await pause();
    start = Date.now();
  }
  return [...keys];
}

/** A key, or a statement file, that a text names; the span is that of the whole citation or link. */
interface Use {
  readonly key?: string;
  readonly file?: string;
  readonly span: Span;
}

/** One version of a draft does not change. */
const found = new WeakMap<Draft, readonly Use[]>();

function usesOf(draft: Draft): readonly Use[] {
  const known = found.get(draft);
  if (known !== undefined) return known;
  const links = /pincite:|\.statement\.md/i.test(draft.text) ? findPinciteLinks(draft.markdown) : [];
  const spans = new Map([
    ...draft.citations.map(({ atSpan, span }) => [atSpan.start, span] as const),
    ...links.map(({ targetSpan, span }) => [targetSpan.start, span] as const),
  ]);
  const named = keyUses(draft).map(({ key, whole }) => ({ key, span: spans.get(whole.start) ?? whole }));
  const files = links.flatMap(({ path, span }) =>
    path === undefined ? [] : { file: joinUri(draft.uri, path), span },
  );
  const uses = [...named, ...files].sort((a, b) => a.span.start - b.span.start);
  found.set(draft, uses);
  return uses;
}
