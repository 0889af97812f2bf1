import type { Span } from '../span.ts';

/**
 * How a quotation departs from its source at one place: by single characters, in scripts that part words by whole
 * words. `width`, `script`, `marks`, `case` and `spacing` say the same in another form; the others change what is said.
 */
export interface QuotationEdit {
  readonly kind: 'substitution' | 'omission' | 'addition' | 'width' | 'script' | 'marks' | 'case' | 'spacing';
  /** In the draft; empty where words of the source are left out. */
  readonly draft: Span;
  /** In the statement's file; empty where the draft has more. */
  readonly source: Span;
}

/** True for edits that leave a quotation verbatim. */
export function isFormal({ kind }: QuotationEdit): boolean {
  return kind !== 'substitution' && kind !== 'omission' && kind !== 'addition';
}
