import { createDraft, type Draft } from './draft.ts';
import { differencesOf } from './quotation-differences.ts';
import type { CheckedQuotation, QuotationOptions } from './quotations.ts';
import { edited, movedBy, type TextEdit } from './text-edit.ts';
import { toldQuotations, type QuotationPieces } from './told-quotations.ts';

/** How much there is to be said against a quotation; 0 for one that is as it should be. */
type Weight = (draft: Draft, checked: CheckedQuotation) => number;

/**
 * True if a draft with some edits reads a quotation as better than it was, with nothing left against it where `isWhole`
 * says that the edits do all, and no other quotation as worse, and has as many citations as before and `added` more.
 */
export async function isMended(
  pieces: QuotationPieces,
  options: QuotationOptions,
  draft: Draft,
  mended: readonly CheckedQuotation[],
  edits: readonly TextEdit[],
  { isWhole, added = 0 }: { readonly isWhole: boolean; readonly added?: number },
): Promise<boolean> {
  if (edits.length === 0) return false;
  const after = createDraft(draft.uri, edited(draft.text, edits));
  if (after.citations.length !== draft.citations.length + added) return false;
  const [before, now] = [
    await toldQuotations(pieces, draft, options),
    await toldQuotations(pieces, after, options),
  ];
  const byStart = new Map(now.map((checked) => [checked.quotation.span.start, checked]));
  const starts = new Set(mended.map(({ quotation }) => quotation.span.start));
  return before.every((checked) => {
    const { start } = checked.quotation.span;
    const next = byStart.get(movedBy(start, edits));
    if (next === undefined) return false;
    const [was, is] = [against(draft, checked), against(after, next)];
    return starts.has(start) ? (isWhole ? is === 0 : is < was) : is <= was;
  });
}

const against: Weight = (draft, checked) => {
  const { quotation, judgement } = checked;
  switch (judgement.verdict) {
    case 'verbatim':
      return quotation.anchor === undefined ? 1 : 0;
    case 'altered':
      return Math.max(1, differencesOf(draft.text, checked).length);
    case 'misplaced':
      return 1000;
    case 'not-found':
      return 2000;
  }
};
