import { differenceOf, isLayout, mayJoin, type Regularised } from './agreement.ts';
import type { EditedText } from './edited-text.ts';
import type { WitnessText } from './witness-text.ts';

/** A witness, with the counterpart of each character of the text in it, or -1. */
export interface AlignedWitness {
  readonly witness: WitnessText;
  readonly counterparts: Int32Array;
}

/**
 * A place where one witness differs from the text: characters `start` to `end` of the text stand for `from` to `to`
 * of the witness. `page-break` is a line of the witness that ends within a sentence which the text has in one piece.
 */
export interface Difference {
  readonly nature: 'words' | 'width' | 'script' | 'spacing' | 'division' | 'page-break';
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** What a witness differs in, and the part of the text that it carries. */
export interface Differences {
  readonly differences: readonly Difference[];
  /** From the start of the first paragraph that the witness has something of to the end of the last; empty if it has none. */
  readonly start: number;
  readonly end: number;
}

/**
 * Compares a text with an aligned witness. Paragraphs before and after the part that the witness carries are no
 * difference; what is declared as regularised is none either.
 */
export function differencesOf(
  text: EditedText,
  { witness, counterparts }: AlignedWitness,
  regularised: Regularised,
): Differences {
  const { stream, units } = text;
  const other = witness.stream;
  const unitAt = (i: number) => units[stream.units[i] ?? -1];
  const first = counterparts.findIndex((at) => at >= 0);
  const last = counterparts.findLastIndex((at) => at >= 0);
  if (first < 0) return { differences: [], start: 0, end: 0 };
  const [start, end] = [unitAt(first)?.start ?? first, unitAt(last)?.end ?? last + 1];
  const found: { -readonly [K in keyof Difference]: Difference[K] }[] = [];
  const put = (difference: Difference): void => {
    const before = found.at(-1);
    const goesOn =
      before?.nature === difference.nature &&
      before.end === difference.start &&
      before.to === difference.from;
    if (goesOn && (difference.nature === 'width' || difference.nature === 'script')) {
      [before.end, before.to] = [difference.end, difference.to];
    } else found.push({ ...difference });
  };
  let [done, seen] = [start, 0];
  for (let i = first; i <= end; i++) {
    const at = i === end ? other.length : (counterparts[i] ?? -1);
    if (i < end && at < 0) continue;
    if (i > done || at > seen)
      put({ nature: natureOf(text, done, i, other, seen, at), start: done, end: i, from: seen, to: at });
    if (i === end) break;
    const difference = differenceOf(stream.written[i] ?? 0, other.written[at] ?? 0, regularised);
    if (difference !== undefined) put({ nature: difference, start: i, end: i + 1, from: at, to: at + 1 });
    const isAdjacent =
      i > start &&
      i === done &&
      at === seen &&
      at > 0 &&
      !isLayout(stream.written[i] ?? 0) &&
      !isLayout(stream.written[i - 1] ?? 0);
    if (!regularised.spacing && isAdjacent && (stream.spaced[i] ?? 0) > 0 !== (other.spaced[at] ?? 0) > 0)
      put({ nature: 'spacing', start: i, end: i, from: at, to: at });
    [done, seen] = [i + 1, at + 1];
  }
  return { differences: found, start, end };
}

function natureOf(
  { stream }: EditedText,
  start: number,
  end: number,
  other: WitnessText['stream'],
  from: number,
  to: number,
): Difference['nature'] {
  for (let i = start; i < end; i++) if (!isLayout(stream.written[i] ?? 0)) return 'words';
  for (let i = from; i < to; i++) if (!isLayout(other.written[i] ?? 0)) return 'words';
  return start === end && to - from === 1 && mayJoin(other, from) ? 'page-break' : 'division';
}

/** The characters of a witness that stand for a stretch of the text, by what it carries on both sides of it. */
export function counterpartOf(
  { witness, counterparts }: AlignedWitness,
  start: number,
  end: number,
): readonly [number, number] {
  let before = start - 1;
  while (before >= 0 && (counterparts[before] ?? -1) < 0) before--;
  let after = end;
  while (after < counterparts.length && (counterparts[after] ?? -1) < 0) after++;
  const from = before < 0 ? 0 : (counterparts[before] ?? -1) + 1;
  return [from, after < counterparts.length ? (counterparts[after] ?? 0) : witness.stream.length];
}
