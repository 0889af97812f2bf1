import { isLayout, mayJoin } from '../core/collation/agreement.ts';
import type { Variant } from '../core/collation/collate.ts';
import { counterpartOf } from '../core/collation/differences.ts';
import { regularisedWords } from '../core/reading/regularised-words.ts';
import type { Change } from '../core/statement/front-matter-edit.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Collated } from './collations.ts';
import { settle } from './settle.ts';
import type { WitnessReading } from './variant-words.ts';

/**
 * The changes that make a text read at a variant what a witness has, regularised as the statement declares, with its
 * front matter brought into line. `undefined` where that would move the borders of paragraphs, on which addresses
 * depend, or where the corpus check would not hold afterwards.
 */
export function adoptReading(
  statement: Statement,
  collated: Collated,
  variant: Variant,
  { compared }: WitnessReading,
): readonly Change[] | undefined {
  const { collation, regularised } = collated;
  if (!isWithinParagraph(collated, variant)) return undefined;
  const { stream } = compared.witness;
  const [from, to] = counterpartOf(compared, variant.start, variant.end);
  const words = regularisedWords(stream, from, to, regularised, (i) => mayJoin(stream, i));
  if (/[\n\u3000]/.test(words)) return undefined;
  const own = statement.source.slice(variant.span.start, variant.span.end);
  const isSame = own === words || collation.text.stream.length === 0;
  return isSame ? undefined : settle(statement, collated, [{ span: variant.span, text: words }]);
}

/** True where all that varies belongs to one paragraph or closing line of the file. */
export function isWithinParagraph({ collation: { text } }: Collated, { start, end }: Variant): boolean {
  const { stream, units } = text;
  const first = units[stream.units[start < end ? start : Math.max(start - 1, 0)] ?? -1];
  const isInside = first !== undefined && start >= first.start && end <= first.end;
  const isText = first?.kind === 'paragraph' || first?.kind === 'colophon';
  return isInside && isText && stream.written.subarray(start, end).every((code) => !isLayout(code));
}
