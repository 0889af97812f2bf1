import { measure } from '../core/quotation/quoted-words.ts';
import type { Collations } from './collations.ts';
import type { Draft } from './draft.ts';
import type { CheckedQuotation, QuotationOptions, Quotations } from './quotations.ts';

/** What is told of quotations is made from these. */
export interface QuotationPieces {
  readonly quotations: Quotations;
  readonly collations: Collations;
  /** True while statements are being read: what is not there yet may still come. */
  readonly isLoading: () => boolean;
}

/** Words without a citation are told of only from this many times `least` on: short ones are anybody's. */
const UNCITED_TIMES = 3;

/**
 * The quotations of a draft of which something can be said, in the order of the text: those with a citation, and long ones
 * without any that stand in the corpus word for word. While the corpus is being read those are left out that are not where
 * they should be: they may still turn out to be.
 */
export async function toldQuotations(
  { quotations, isLoading }: QuotationPieces,
  draft: Draft,
  options: QuotationOptions,
): Promise<CheckedQuotation[]> {
  const checked = await quotations.check(draft, options);
  const loading = isLoading();
  return checked.filter(({ quotation: { anchor, words }, judgement: { verdict } }) => {
    if (anchor === undefined) {
      const { han, characters } = measure(words);
      const least = options.least * UNCITED_TIMES;
      return verdict === 'verbatim' && (han >= least || characters - han >= least * 3);
    }
    return !loading || verdict === 'verbatim' || verdict === 'altered';
  });
}
