import type { Severity } from '../core/problem.ts';
import type { StyleName } from '../core/format/style-name.ts';
import type { Range } from '../core/span.ts';
import { formActions } from './change-form.ts';
import { fixAllTraps, trapActions } from './downstream-actions.ts';
import type { Draft } from './draft.ts';
import type { AboutFinding, DraftAction, DraftActionKind } from './draft-action.ts';
import { nearestActions } from './nearest-actions.ts';
import { quotationActions } from './quotation-actions.ts';
import type { PlaceActionPieces, QuotationActionOptions } from './quotation-place-actions.ts';
import { suppressionActions } from './suppression-actions.ts';

export interface DraftActionOptions {
  /** What a form is worth that goes wrong downstream; where it is `off`, nothing is offered. */
  readonly downstream: Severity | 'hint' | 'off';
  /** Whether actions of a kind are asked for. */
  readonly wants: (kind: DraftActionKind) => boolean;
  /** Of footnotes and of formatted text in the line; by the language of the draft if absent. */
  readonly style?: StyleName | 'auto';
  /** True where a CSL file formats in place of the style. */
  readonly isForeign?: boolean;
  /** What is worth what of quotations, and how citations are added; absent to offer nothing for them. */
  readonly quotations?: QuotationActionOptions;
  /** What is shown there, which can be suppressed. */
  readonly findings?: readonly AboutFinding[];
}

/** Everything that can be done at a place of a draft: one source of actions after the other. */
export async function draftActions(
  pieces: PlaceActionPieces,
  draft: Draft,
  range: Range,
  { downstream, wants, style = 'auto', isForeign = false, quotations, findings = [] }: DraftActionOptions,
): Promise<DraftAction[]> {
  const { library } = pieces;
  const isOn = downstream !== 'off';
  const span = { start: draft.lines.offsetAt(range.start), end: draft.lines.offsetAt(range.end) };
  return [
    ...(wants('quickfix') && isOn ? trapActions(library, draft, range) : []),
    ...(wants('quickfix') ? nearestActions(library, draft, range) : []),
    ...(wants('quickfix') && quotations ? await quotationActions(pieces, draft, range, quotations) : []),
    ...(wants('quickfix') ? suppressionActions(draft, findings) : []),
    ...(wants('refactor.rewrite') ? formActions(library, draft, span, { style, isForeign }) : []),
    ...(wants('source.fixAll.pincite') && isOn ? fixAllTraps(library, draft) : []),
  ];
}
