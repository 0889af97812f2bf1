import * as l10n from '@vscode/l10n';
import { formatLocator } from '../core/citation/format-locator.ts';
import { touches, type Range } from '../core/span.ts';
import { correcting } from './correct-citation.ts';
import type { DraftAction } from './draft-action.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Library } from './library.ts';
import type { PinFinding } from './pin-findings.ts';
import { referencesIn, type Reference } from './reference.ts';
import { edited } from './text-edit.ts';

/** For each citation that a range touches whose passage has moved since it was pinned: the new place in its locator. */
export function followActions(
  library: Library,
  draft: Draft,
  range: Range,
  findings: readonly PinFinding[],
): DraftAction[] {
  const offset = draft.lines.offsetAt(range.start);
  return findings.flatMap((finding): DraftAction[] => {
    const { movedTo } = finding;
    const [start, end] = [draft.lines.offsetAt(finding.range.start), draft.lines.offsetAt(finding.range.end)];
    if (movedTo === undefined || !touches({ start, end }, offset)) return [];
    const isOwn = ({ span }: Reference): boolean => span.start === start && span.end === end;
    const reference = referencesIn(library, draft).find(isOwn);
    const { statement } = reference ?? {};
    // Of several passages nobody can tell which is to be written anew.
    if (reference === undefined || statement === undefined || isSeveral(reference)) return [];
    const edits = correcting(draft, reference, { statement, address: movedTo });
    if (edits === undefined) return [];
    const after = createDraft(draft.uri, edited(draft.text, edits));
    if (after.citations.length !== draft.citations.length) return [];
    const isRead = referencesIn(library, after).some(
      ({ span, passages }) =>
        span.start === start && passages[0]?.address === movedTo && passages.length === 1,
    );
    if (!isRead) return [];
    return [
      {
        ...{ kind: 'quickfix', title: l10n.t('Cite {0} instead', formatLocator(movedTo, statement)) },
        edits: edits.map(({ span, text }) => ({ range: draft.lines.rangeOf(span), text })),
        about: [{ code: finding.code, range: finding.range }],
      },
    ];
  });
}

function isSeveral({ passages, problems }: Reference): boolean {
  return passages.length + problems.length !== 1;
}
