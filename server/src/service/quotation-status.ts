import type { Range } from '../core/span.ts';
import type { Judgement } from '../core/quotation/judge.ts';
import type { Draft } from './draft.ts';
import { verdictMessage } from './quotation-messages.ts';
import type { QuotationOptions } from './quotations.ts';
import { toldQuotations, type QuotationPieces } from './told-quotations.ts';

/** What the quotations of a draft are worth, in the shape of `pincite/quotations`. */
export interface QuotationStatus {
  /** Those with a citation. */
  readonly total: number;
  readonly verbatim: number;
  readonly altered: number;
  readonly misplaced: number;
  readonly notFound: number;
  /** Those without a citation that stand in the corpus word for word; in none of the other counts. */
  readonly uncited: number;
  /** True while statements are being read: what is not where it should be is left out. */
  readonly loading: boolean;
  /** In the order of the text. */
  readonly quotations: readonly QuotationVerdict[];
}

export interface QuotationVerdict {
  readonly range: Range;
  readonly verdict: Judgement['verdict'] | 'uncited';
  readonly message: string;
}

/** The quotations of a draft with their verdicts, and how many there are of each. */
export async function quotationStatus(
  pieces: QuotationPieces,
  draft: Draft,
  options: QuotationOptions,
): Promise<QuotationStatus> {
  const told = await toldQuotations(pieces, draft, options);
  const quotations = told.map((checked): QuotationVerdict => {
    const { quotation, judgement } = checked;
    return {
      range: draft.lines.rangeOf(quotation.span),
      verdict: quotation.anchor === undefined ? 'uncited' : judgement.verdict,
      message: verdictMessage(draft.text, checked),
    };
  });
  const count = (verdict: QuotationVerdict['verdict']): number =>
    quotations.filter((each) => each.verdict === verdict).length;
  return {
    total: quotations.length - count('uncited'),
    ...{ verbatim: count('verbatim'), altered: count('altered'), misplaced: count('misplaced') },
    ...{ notFound: count('not-found'), uncited: count('uncited') },
    ...{ loading: pieces.isLoading(), quotations },
  };
}
