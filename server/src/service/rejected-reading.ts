import * as l10n from '@vscode/l10n';
import type { Emendation } from '../core/statement/model.ts';
import type { Collations } from './collations.ts';
import { overlaps } from './doubtful.ts';
import type { QuotationDifference } from './quotation-differences.ts';
import type { CheckedQuotation } from './quotations.ts';
import { readingsOf } from './variant-words.ts';

/**
 * Says of a place where a quotation departs from the text that a witness reads as the quotation does, and what the text
 * follows: `Witness B reads so; the text follows A.` `undefined` where no witness does.
 */
export async function rejectedReading(
  collations: Collations,
  draft: string,
  checked: CheckedQuotation,
  difference: QuotationDifference,
): Promise<string | undefined> {
  return (await ofVariant(collations, checked, difference)) ?? ofEmendation(draft, checked, difference);
}

async function ofVariant(
  collations: Collations,
  { witnesses, judgement: { place } }: CheckedQuotation,
  { source }: QuotationDifference,
): Promise<string | undefined> {
  const collated =
    witnesses.length === 0 || place === undefined ? undefined : await collations.of(place.statement);
  if (collated === undefined) return undefined;
  const variants = collated.collation.variants.filter(({ span }) => overlaps(span, source));
  const readings = variants.flatMap((variant) => readingsOf(collated, variant));
  const named = witnesses.filter((siglum) => readings.some((each) => each.siglum === siglum && !each.isSame));
  const followed = [...new Set(readings.filter(({ isSame }) => isSame).map(({ siglum }) => siglum))];
  if (named.length === 0 || followed.length === 0) return undefined;
  const [rejected, kept] = [named.join(l10n.t(', ')), followed.join(l10n.t(', '))];
  return l10n.t('Witness {0} reads so; the text follows {1}.', rejected, kept);
}

/** Witnesses are collated with their emendations made: what they had before stands in these. */
function ofEmendation(
  draft: string,
  { quotation, judgement: { place } }: CheckedQuotation,
  { source }: QuotationDifference,
): string | undefined {
  if (place === undefined) return undefined;
  const { statement } = place;
  const quoted = tight(draft.slice(quotation.span.start, quotation.span.end));
  const isQuoted = ({ witness, reading }: Emendation): boolean => {
    for (let at = statement.source.indexOf(reading, statement.paragraphs[0]?.span.start); at >= 0;) {
      if (overlaps({ start: at, end: at + reading.length }, source)) return quoted.includes(tight(witness));
      at = statement.source.indexOf(reading, at + 1);
    }
    return false;
  };
  return statement.metadata.emendations.some(isQuoted)
    ? l10n.t('The witness reads so; the text is emended.')
    : undefined;
}

function tight(words: string): string {
  return words.replace(/\s+/g, '');
}
