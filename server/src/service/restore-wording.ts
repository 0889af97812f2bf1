import { differencesOf, type QuotationDifference } from './quotation-differences.ts';
import { asMarkdown, wordsFor } from './quotation-wording.ts';
import type { CheckedQuotation } from './quotations.ts';
import type { TextEdit } from './text-edit.ts';

/** The edits that give an altered quotation the words of its source; empty for every other. In order, disjoint. */
export function restoring(draft: string, checked: CheckedQuotation): TextEdit[] {
  return differencesOf(draft, checked).map((difference) => restoringOne(draft, checked, difference));
}

/** The same for one place: the stretch that differs, and the space that goes with it. */
export function restoringOne(
  draft: string,
  checked: CheckedQuotation,
  { kind, draft: { start, end }, source }: QuotationDifference,
): TextEdit {
  switch (kind) {
    case 'substitution':
      return { span: { start, end }, text: asMarkdown(wordsFor(draft, checked, source)) };
    case 'addition': {
      // Of the spaces on both sides one stays.
      const isSpaced = isSpace(draft, start - 1) && isSpace(draft, end);
      return { span: { start: isSpaced ? start - 1 : start, end }, text: '' };
    }
    case 'omission': {
      const text = checked.judgement.place?.statement.source ?? '';
      const words = asMarkdown(wordsFor(draft, checked, source));
      const before = isSpace(text, source.start - 1) && !isSpace(draft, start - 1) ? ' ' : '';
      const after = isSpace(text, source.end) && !isSpace(draft, start) ? ' ' : '';
      return { span: { start, end }, text: before + words + after };
    }
  }
}

/** The edit that says with an ellipsis that words are left out: `……` between Chinese characters, ` … ` between words. */
export function markingOmission(
  draft: string,
  checked: CheckedQuotation,
  { draft: { start, end } }: QuotationDifference,
): TextEdit {
  const language = checked.judgement.place?.statement.metadata.language ?? '';
  if (/^zh\b/i.test(language)) return { span: { start, end }, text: '……' };
  const before = isSpace(draft, start - 1) ? '' : ' ';
  const after = isSpace(draft, end) ? '' : ' ';
  return { span: { start, end }, text: `${before}…${after}` };
}

function isSpace(text: string, at: number): boolean {
  return /^[ \t\u00a0\n]$/.test(text.charAt(at));
}
