import type { ProtocolRange } from './range.ts';

// ---- client → server: requests ----

/**
 * What the quotations of an open document are worth; `null` for what is no draft. To be asked again when the diagnostics
 * of the document change. What was judged before is not judged again, so that asking costs little.
 */
export const quotationsRequest = 'pincite/quotations';
export interface QuotationsParams {
  readonly uri: string;
}
export interface QuotationsResult {
  /** Quotations with a citation. */
  readonly total: number;
  readonly verbatim: number;
  readonly altered: number;
  readonly misplaced: number;
  readonly notFound: number;
  /** Those without a citation that stand in the corpus word for word; in none of the other counts. */
  readonly uncited: number;
  /** True while statements are being read: quotations that are not where they should be are left out until then. */
  readonly loading: boolean;
  /** In the order of the text. */
  readonly quotations: readonly QuotationVerdict[];
}
export interface QuotationVerdict {
  /** With its marks; of a block, from its first word to its last. */
  readonly range: ProtocolRange;
  readonly verdict: 'verbatim' | 'altered' | 'misplaced' | 'not-found' | 'uncited';
  /** One sentence, in the language of the user. */
  readonly message: string;
}
