import { isFormal, type QuotationEdit } from '../core/quotation/edits.ts';
import { sourceWords } from './quotation-wording.ts';
import type { CheckedQuotation } from './quotations.ts';
import type { TextEdit } from './text-edit.ts';

/** A place where a quotation is set otherwise than its source, with what makes it the same. */
export interface FormEdit extends TextEdit {
  readonly kind: QuotationEdit['kind'];
}

/**
 * What gives a verbatim quotation the form of its source: width, script and style of marks; but marks of quotations
 * within it are those that its own want, and where it begins with another case than the source, that is as it should
 * be. In order; empty for every other verdict.
 */
export function formEdits(draft: string, checked: CheckedQuotation): FormEdit[] {
  const { edits, verdict } = checked.judgement;
  if (verdict !== 'verbatim') return [];
  return edits.flatMap((edit): FormEdit[] => {
    if (!isFormal(edit) || edit.kind === 'case') return [];
    const { kind, draft: span } = edit;
    const text = sourceWords(draft, checked, edit.source);
    const own = draft.slice(span.start, span.end);
    // Markup stands between two characters as well as white space does.
    const isMarkup = kind === 'spacing' && own.trim() !== '';
    return own === text || isMarkup ? [] : [{ kind, span, text }];
  });
}
