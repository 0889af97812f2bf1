import * as l10n from '@vscode/l10n';
import { swallowingKey } from '../core/citation/downstream/known-start.ts';
import { findCitations, type Citation } from '../core/citation/citations.ts';
import { findPinciteLinks, type PinciteLink } from '../core/citation/links.ts';
import type { Problem } from '../core/problem.ts';
import { touches, type Range, type Span } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { DraftAction } from './draft-action.ts';
import type { Library } from './library.ts';
import { resolveCitation } from './resolve.ts';
import { resolveLink } from './resolve-link.ts';

/**
 * What comes nearest to a key or passage that does not exist, in its place. It is a guess, and so never the one that an
 * editor makes without a question.
 */
export function nearestActions(library: Library, draft: Draft, range: Range): DraftAction[] {
  const wanted = { start: draft.lines.offsetAt(range.start), end: draft.lines.offsetAt(range.end) };
  const isWanted = ({ span }: { readonly span: Span }): boolean =>
    touches(span, wanted.start) || (wanted.start <= span.start && span.start <= wanted.end);
  const ofCitations = draft.citations.filter(isWanted).flatMap((citation) =>
    resolveCitation(library, citation).problems.flatMap((problem) => {
      const span = placeToChange(library, draft, citation, problem);
      const isKnown = span !== undefined && isSolved(library, draft, citation, problem, span);
      return isKnown ? [toAction(draft, problem, span)] : [];
    }),
  );
  const ofLinks = findPinciteLinks(draft.markdown)
    .filter(isWanted)
    .flatMap((link) =>
      (resolveLink(library, draft.uri, link)?.problems ?? []).flatMap((problem) => {
        const span = keyInLink(draft, link, problem);
        return span === undefined ? [] : [toAction(draft, problem, span)];
      }),
    );
  return [...ofCitations, ...ofLinks];
}

/** Where the nearest is to be written; `undefined` if what stands there is not the key or the passage alone. */
function placeToChange(
  { corpus }: Library,
  draft: Draft,
  { key }: Citation,
  { code, span, values }: Problem,
): Span | undefined {
  const isKnown = (name: string): boolean => corpus.byKey(name) !== undefined;
  // Where the key swallowed words, they are not to be replaced with it.
  const isKey = code === 'unknown-key' && swallowingKey(key, isKnown) === undefined;
  // Of several passages the one that is missing is not told apart.
  const words = isKey ? key : code === 'no-such-passage' ? values['asked'] : undefined;
  return wordsAt(draft, span) === words ? span : undefined;
}

/** True if the citation is read again with the nearest in its place, and then has no such problem. */
function isSolved(
  library: Library,
  draft: Draft,
  { keySpan }: Citation,
  { code, values }: Problem,
  { start, end }: Span,
): boolean {
  const { nearest } = values;
  if (nearest === undefined) return false;
  const text = draft.text.slice(0, start) + nearest + draft.text.slice(end);
  const again = findCitations(text).find((each) => each.keySpan.start === keySpan.start);
  return again !== undefined && resolveCitation(library, again).problems.every((each) => each.code !== code);
}

/** Where in the target of a link its key stands, as it is; `undefined` if it is written with percent signs. */
function keyInLink(
  draft: Draft,
  { key, targetSpan: { start } }: PinciteLink,
  { code, values }: Problem,
): Span | undefined {
  if (code !== 'unknown-key' || key === undefined || values['nearest'] === undefined) return undefined;
  const keyStart = start + 'pincite:'.length;
  const span = { start: keyStart, end: keyStart + key.length };
  return wordsAt(draft, span) === key ? span : undefined;
}

function toAction(draft: Draft, { code, span: problemSpan, values }: Problem, span: Span): DraftAction {
  const { nearest = '' } = values;
  const title =
    code === 'unknown-key' ? l10n.t('Cite “{0}” instead', nearest) : l10n.t('Cite {0} instead', nearest);
  return {
    ...{ kind: 'quickfix', title },
    edits: [{ range: draft.lines.rangeOf(span), text: nearest }],
    about: [{ code, range: draft.lines.rangeOf(problemSpan) }],
  };
}

function wordsAt({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end);
}
