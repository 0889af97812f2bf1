import { passageRange } from '../core/accounting/passage-range.ts';
import type { CharStream } from '../core/collation/char-stream.ts';
import { counterpartOf } from '../core/collation/differences.ts';
import { comparedText } from '../core/quotation/compared-text.ts';
import { findExact } from '../core/quotation/exact-match.ts';
import type { Judgement } from '../core/quotation/judge.ts';
import type { QuotedWords } from '../core/quotation/quoted-words.ts';
import type { Collations } from './collations.ts';

/** The witnesses that have the words of a quotation where the text of the statement reads otherwise, by siglum. */
export async function witnessesWith(
  collations: Collations,
  words: QuotedWords,
  { place }: Judgement,
): Promise<readonly string[]> {
  const collated = place && (await collations.of(place.statement));
  if (collated === undefined) return [];
  const { text, witnesses } = collated.collation;
  const range = passageRange(text, place?.address ?? '');
  if (range === undefined) return [];
  return witnesses
    .filter((compared) => {
      const [from, to] = counterpartOf(compared, range.start, range.end);
      return findExact(words, comparedText(slice(compared.witness.stream, from, to))) !== undefined;
    })
    .map(({ witness }) => witness.siglum);
}

function slice({ codes, written, offsets, spaced, units }: CharStream, from: number, to: number): CharStream {
  return {
    length: to - from,
    codes: codes.subarray(from, to),
    written: written.subarray(from, to),
    offsets: offsets.subarray(from, to),
    spaced: spaced.subarray(from, to),
    units: units.subarray(from, to),
  };
}
