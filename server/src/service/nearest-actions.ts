import * as l10n from '@vscode/l10n';
import { swallowingKey } from '../core/citation/downstream/known-start.ts';
import type { Citation } from '../core/citation/citations.ts';
import type { Problem } from '../core/problem.ts';
import { touches, type Range, type Span } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { DraftAction } from './draft-actions.ts';
import type { Library } from './library.ts';
import { resolveCitation } from './resolve.ts';

/**
 * What comes nearest to a key or passage that does not exist, in its place. It is a guess, and so never the one that an
 * editor makes without a question.
 */
export function nearestActions(library: Library, draft: Draft, range: Range): DraftAction[] {
  const wanted = { start: draft.lines.offsetAt(range.start), end: draft.lines.offsetAt(range.end) };
  return draft.citations
    .filter(
      ({ span }) => touches(span, wanted.start) || (wanted.start <= span.start && span.start <= wanted.end),
    )
    .flatMap((citation) =>
      resolveCitation(library, citation).problems.flatMap((problem) =>
        actionFor(library, draft, citation, problem),
      ),
    );
}

function actionFor(
  { corpus }: Library,
  draft: Draft,
  { key }: Citation,
  { code, span, values }: Problem,
): DraftAction[] {
  const { nearest, asked } = values;
  const isKnown = (name: string): boolean => corpus.byKey(name) !== undefined;
  if (nearest === undefined) return [];
  // Where the key swallowed words, they are not to be replaced with it.
  const isKey =
    code === 'unknown-key' && swallowingKey(key, isKnown) === undefined && wordsAt(draft, span) === key;
  // Of several passages the one that is missing is not told apart.
  const isPassage = code === 'no-such-passage' && wordsAt(draft, span) === asked;
  if (!isKey && !isPassage) return [];
  const range = draft.lines.rangeOf(span);
  const title = isKey ? l10n.t('Cite “{0}” instead', nearest) : l10n.t('Cite {0} instead', nearest);
  return [{ kind: 'quickfix', title, edits: [{ range, text: nearest }], about: [{ code, range }] }];
}

function wordsAt({ text }: Draft, { start, end }: Span): string {
  return text.slice(start, end);
}
