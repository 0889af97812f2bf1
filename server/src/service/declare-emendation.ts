import { BREAK } from '../core/collation/character-fold.ts';
import { wordsOf } from '../core/collation/char-stream.ts';
import type { Variant } from '../core/collation/collate.ts';
import { counterpartOf } from '../core/collation/differences.ts';
import { addressOf } from '../core/collation/edited-text.ts';
import { linesOf } from '../core/collation/witness-text.ts';
import type { Emendation, Statement } from '../core/statement/model.ts';
import type { Collated } from './collations.ts';
import { isWithinParagraph } from './adopt-reading.ts';
import type { WitnessReading } from './variant-words.ts';

/** An emendation that can be declared at a variant, without its reason. */
export interface EmendationDraft extends Omit<Emendation, 'reason'> {
  /** `reading` in its three parts: what varies, and the words before and behind it. */
  readonly parts: readonly [before: string, words: string, behind: string];
}

const LEAST_CONTEXT = 2;
const MOST_CONTEXT = 40;

/**
 * The emendation by which a text departs from a witness at a variant: the words of the witness just as its source has
 * them, with so many around them that they stand in one place only. `undefined` if there are no such words in one line.
 */
export function draftEmendation(
  statement: Statement,
  collated: Collated,
  variant: Variant,
  { compared, siglum }: WitnessReading,
): EmendationDraft | undefined {
  if (!isWithinParagraph(collated, variant)) return undefined;
  const { text } = collated.collation;
  const { witness, counterparts } = compared;
  const { stream, source } = witness;
  const lines = statement.metadata.witnesses.find((each) => each.siglum === siglum)?.lines ?? [];
  const own = linesOf(lines, source).map((line) => source.lines.lineSpan(line));
  const [first, last] = counterpartOf(compared, variant.start, variant.end);
  let [start, end, from, to] = [variant.start, variant.end, first, last];
  const unit = text.units[text.stream.units[Math.max(start - 1, 0)] ?? -1];
  const isOneLine = (): boolean => !stream.written.subarray(from, to).includes(BREAK);
  const words = (): string => source.text.slice(stream.offsets[from] ?? 0, endOffset(to));
  const endOffset = (at: number): number => {
    const code = stream.written[at - 1] ?? 0;
    return (stream.offsets[at - 1] ?? 0) + (code > 0xffff ? 2 : 1);
  };
  const count = (): number =>
    own.reduce((sum, span) => sum + source.text.slice(span.start, span.end).split(words()).length - 1, 0);
  for (let steps = 0; steps < MOST_CONTEXT; steps++) {
    if (steps >= LEAST_CONTEXT && from < to && count() === 1) break;
    if (start > (unit?.start ?? 0) && counterparts[start - 1] === from - 1)
      [start, from] = [start - 1, from - 1];
    if (end < (unit?.end ?? 0) && counterparts[end] === to) [end, to] = [end + 1, to + 1];
  }
  if (from >= to || !isOneLine() || count() !== 1) return undefined;
  const part = (a: number, b: number): string => wordsOf(text.stream, a, b);
  const parts = [
    part(start, variant.start),
    part(variant.start, variant.end),
    part(variant.end, end),
  ] as const;
  return { at: addressOf(text, start, end), witness: words(), reading: part(start, end), parts };
}
