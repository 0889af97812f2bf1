import { findPinciteLinks } from '../core/citation/links.ts';
import { writeBibliography, type BibliographyFormat } from '../core/csl/write-bibliography.ts';
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

/**
 * The bibliography of what some drafts cite, in the order in which they first do; with `span` of what touches that
 * part of them. What counts is said at `citedKeys`.
 */
export function bibliographyOf(
  library: Library,
  drafts: readonly Draft[],
  format: BibliographyFormat,
  span?: Span,
): Bibliography {
  const { statements, unknown } = citedStatements(
    library,
    drafts.flatMap((draft) => citedKeys(library, draft, span)),
  );
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
 * The keys that a draft relies on, in the order of the text: of citations, of `nocite` in its front matter, and of
 * links to statements, which stand for citations where one writes them so. A title in running text is a mention, and
 * no citation.
 */
export function citedKeys({ corpus }: Library, draft: Draft, within?: Span): string[] {
  const links = /pincite:|\.statement\.md/i.test(draft.text) ? findPinciteLinks(draft.markdown) : [];
  // A citation is all of its bracket or link, not its key alone.
  const spans = new Map([
    ...draft.citations.map(({ atSpan, span }) => [atSpan.start, span] as const),
    ...links.map(({ targetSpan, span }) => [targetSpan.start, span] as const),
  ]);
  const named = keyUses(draft).map(({ key, whole }) => ({ key, span: spans.get(whole.start) ?? whole }));
  const files = links.flatMap(({ path, span }) => {
    const statement = path === undefined ? undefined : corpus.byUri(joinUri(draft.uri, path));
    return statement === undefined ? [] : { key: statement.key, span };
  });
  const isWithin = ({ span }: { readonly span: Span }): boolean =>
    within === undefined || (span.start < within.end && span.end > within.start);
  const cited = [...named, ...files].filter(isWithin).sort((a, b) => a.span.start - b.span.start);
  return [...new Set(cited.map(({ key }) => key))];
}
