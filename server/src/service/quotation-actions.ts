import * as l10n from '@vscode/l10n';
import type { Range, Span } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { DraftAction } from './draft-action.ts';
import { differencesOf, type QuotationDifference } from './quotation-differences.ts';
import { markedSpan, type QuotationFindingOptions } from './quotation-findings.ts';
import { formEdits } from './quotation-form.ts';
import { isMended } from './quotation-fix.ts';
import {
  placeActions,
  type PlaceActionPieces,
  type QuotationActionOptions,
} from './quotation-place-actions.ts';
import { asMarkdown, wordsFor } from './quotation-wording.ts';
import { markingOmission, restoring, restoringOne } from './restore-wording.ts';
import type { CheckedQuotation } from './quotations.ts';
import { isSuppressed } from './suppressions.ts';
import type { TextEdit } from './text-edit.ts';
import { toldQuotations, type QuotationPieces } from './told-quotations.ts';
import { shortened } from './variant-words.ts';

/**
 * What can be done about the quotations that a range touches, in their words or their citation, and about all of the
 * document where one of them is altered. Each, applied, leaves nothing to be said against the quotation, or where it is
 * about one place of several, less than before. Nothing for a code that is off.
 */
export async function quotationActions(
  pieces: PlaceActionPieces,
  draft: Draft,
  range: Range,
  options: QuotationActionOptions,
): Promise<DraftAction[]> {
  const told = await toldQuotations(pieces, draft, options);
  const wanted = { start: draft.lines.offsetAt(range.start), end: draft.lines.offsetAt(range.end) };
  const here = told.filter(({ quotation: { span, anchor } }) =>
    [span, ...(anchor === undefined ? [] : [anchor.span])].some((each) => isAt(each, wanted)),
  );
  const actions: DraftAction[] = [];
  for (const checked of here) {
    const { verdict } = checked.judgement;
    if (verdict === 'altered')
      actions.push(...(await alteredActions(pieces, draft, checked, wanted, options)));
    else actions.push(...(await placeActions(pieces, draft, told, checked, options)));
  }
  actions.push(...here.flatMap((checked) => formActions(draft, checked, options)));
  const isAltered = here.some(({ judgement }) => judgement.verdict === 'altered');
  return isAltered ? [...actions, ...(await allActions(pieces, draft, told, options))] : actions;
}

async function alteredActions(
  pieces: QuotationPieces,
  draft: Draft,
  checked: CheckedQuotation,
  wanted: Span,
  options: QuotationFindingOptions,
): Promise<DraftAction[]> {
  if (options.levels['quote-altered'] === 'off' || !isAt(checked.quotation.span, wanted)) return [];
  const differences = differencesOf(draft.text, checked);
  const isOnly = differences.length === 1;
  const actions: DraftAction[] = [];
  const offer = async (
    title: string,
    edits: readonly TextEdit[],
    about: readonly QuotationDifference[],
    isWhole = isOnly,
  ): Promise<void> => {
    if (await isMended(pieces, options, draft, [checked], edits, { isWhole }))
      actions.push(toAction(draft, title, edits, about));
  };
  for (const difference of differences) {
    if (!isAt(markedSpan(draft.text, difference), wanted)) continue;
    const title = restoringTitle(draft.text, checked, difference);
    await offer(title, [restoringOne(draft.text, checked, difference)], [difference]);
    if (difference.kind === 'omission') {
      const edit = markingOmission(draft.text, checked, difference);
      await offer(l10n.t('Mark the omission with an ellipsis'), [edit], [difference]);
    }
  }
  if (!isOnly) {
    const title = l10n.t('Restore all wording of this quotation');
    await offer(title, restoring(draft.text, checked), differences, true);
  }
  return actions;
}

/** A verbatim quotation set as its source is. */
function formActions(
  draft: Draft,
  checked: CheckedQuotation,
  { levels }: QuotationFindingOptions,
): DraftAction[] {
  const edits = levels['quote-form'] === 'off' ? [] : formEdits(draft.text, checked);
  if (edits.length === 0 || checked.quotation.anchor === undefined) return [];
  const { lines } = draft;
  return [
    {
      ...{ kind: 'quickfix', title: l10n.t('Set this quotation as its source is set') },
      edits: edits.map(({ span, text }) => ({ range: lines.rangeOf(span), text: asMarkdown(text) })),
      about: [{ code: 'quote-form', range: lines.rangeOf(checked.quotation.span) }],
    },
  ];
}

/** All altered quotations of the document, where there are several. */
async function allActions(
  pieces: QuotationPieces,
  draft: Draft,
  told: readonly CheckedQuotation[],
  options: QuotationFindingOptions,
): Promise<DraftAction[]> {
  const mended =
    options.levels['quote-altered'] === 'off' ? [] : await restorable(pieces, draft, told, options);
  if (mended.length < 2) return [];
  const edits = mended.flatMap((checked) => restoring(draft.text, checked));
  const about = mended.flatMap((checked) => differencesOf(draft.text, checked));
  const title = l10n.t('Restore the wording of all quotations in this document');
  return [toAction(draft, title, edits, about)];
}

/** The edits that give every altered quotation of a draft the words of its source, where that mends it. In order. */
export async function restoringAll(
  pieces: QuotationPieces,
  draft: Draft,
  options: QuotationFindingOptions,
): Promise<readonly TextEdit[]> {
  const told = await toldQuotations(pieces, draft, options);
  const mended = await restorable(pieces, draft, told, options);
  return mended.flatMap((checked) => restoring(draft.text, checked));
}

/** The altered quotations that no comment lets be and that can be mended: all together if that goes, else those that can be mended by themselves. */
async function restorable(
  pieces: QuotationPieces,
  draft: Draft,
  told: readonly CheckedQuotation[],
  options: QuotationFindingOptions,
): Promise<readonly CheckedQuotation[]> {
  const altered = told.filter(
    (checked) =>
      restoring(draft.text, checked).length > 0 &&
      !differencesOf(draft.text, checked).some((difference) =>
        isSuppressed(draft, 'quote-altered', markedSpan(draft.text, difference).start),
      ),
  );
  const mends = (chosen: readonly CheckedQuotation[]): Promise<boolean> => {
    const edits = chosen.flatMap((checked) => restoring(draft.text, checked));
    return isMended(pieces, options, draft, chosen, edits, { isWhole: true });
  };
  if (await mends(altered)) return altered;
  const single: CheckedQuotation[] = [];
  for (const checked of altered) if (await mends([checked])) single.push(checked);
  return (await mends(single)) ? single : [];
}

function restoringTitle(draft: string, checked: CheckedQuotation, difference: QuotationDifference): string {
  const { start, end } = difference.draft;
  return difference.kind === 'addition'
    ? l10n.t('Take out “{0}”', shortened(draft.slice(start, end)))
    : l10n.t('Restore “{0}”', shortened(wordsFor(draft, checked, difference.source)));
}

function toAction(
  { lines, text }: Draft,
  title: string,
  edits: readonly TextEdit[],
  differences: readonly QuotationDifference[],
): DraftAction {
  return {
    ...{ kind: 'quickfix', title },
    edits: edits.map(({ span, text: words }) => ({ range: lines.rangeOf(span), text: words })),
    about: differences.map((difference) => ({
      code: 'quote-altered',
      range: lines.rangeOf(markedSpan(text, difference)),
    })),
  };
}

/** A cursor beside something is at it. */
function isAt({ start, end }: Span, wanted: Span): boolean {
  return start <= wanted.end && wanted.start <= end;
}
