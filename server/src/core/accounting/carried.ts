import {
  differenceOf,
  isIrregular,
  isLayout,
  isSpacingCarried,
  mayJoin,
  type Regularised,
} from '../collation/agreement.ts';
import { BREAK, CELL } from '../collation/character-fold.ts';
import type { CharStream } from '../collation/char-stream.ts';
import type { AlignedWitness } from '../collation/differences.ts';
import type { EditedText } from '../collation/edited-text.ts';
import type { WitnessText } from '../collation/witness-text.ts';

/** A stretch of an edited text for which no witness answers, in characters of its stream. */
export interface Uncarried {
  readonly kind: 'not-carried' | 'not-regularised' | 'omits' | 'joined' | 'division' | 'division-lost';
  readonly start: number;
  readonly end: number;
  /** What the witness that comes nearest has there, in characters of its stream; absent if none can be named. */
  readonly instead?: { readonly witness: WitnessText; readonly start: number; readonly end: number };
}

/**
 * The places of an edited text that no witness carries. Each character must be that of some witness, or its declared
 * regularisation; and each two that follow one another must follow one another in some witness, so that nothing
 * is left out and nothing put out of order. The text must also begin and end where a witness does.
 */
export function findUncarried(
  text: EditedText,
  witnesses: readonly AlignedWitness[],
  regularised: Regularised,
): Uncarried[] {
  const { stream } = text;
  const carries = (aligned: AlignedWitness, i: number): boolean => {
    const at = aligned.counterparts[i] ?? -1;
    return (
      at >= 0 &&
      differenceOf(stream.written[i] ?? 0, aligned.witness.stream.written[at] ?? 0, regularised) === undefined
    );
  };
  const isCarried = (i: number): boolean =>
    witnesses.some((aligned) => carries(aligned, i)) || isBorder(stream, i, witnesses);
  const follows = (i: number): boolean =>
    witnesses.some((aligned) => isFollowed(text, i, aligned, regularised)) ||
    (i > 0 && i < stream.length && (isBorder(stream, i, witnesses) || isBorder(stream, i - 1, witnesses)));

  const found: Uncarried[] = [];
  let open = -1;
  let isOff = false;
  for (let i = 0; i <= stream.length; i++) {
    const isHere = i < stream.length && isCarried(i);
    if (i < stream.length && !isHere) {
      if (open < 0) open = i;
      continue;
    }
    if (open >= 0) {
      found.push(describe(stream, open, i, witnesses));
      open = -1;
      isOff = true;
    }
    if (!isOff && !follows(i)) found.push(describe(stream, i, i, witnesses));
    isOff = false;
    if (isHere && isIrregular(stream, i, regularised))
      found.push({ kind: 'not-regularised', start: i, end: i + 1 });
  }
  return found;
}

/** True where a witness has what the text has at `i` right behind what the text has before it. */
function isFollowed(
  { stream: text, units }: EditedText,
  i: number,
  { witness, counterparts }: AlignedWitness,
  regularised: Regularised,
): boolean {
  const { stream } = witness;
  const at = i === text.length ? stream.length : (counterparts[i] ?? -1);
  const before = i === 0 ? -1 : (counterparts[i - 1] ?? -1);
  if ((i > 0 && before < 0) || at < 0) return false;
  if (
    i < text.length &&
    differenceOf(text.written[i] ?? 0, stream.written[at] ?? 0, regularised) !== undefined
  )
    return false;
  if (i > 0 && differenceOf(text.written[i - 1] ?? 0, stream.written[before] ?? 0, regularised) !== undefined)
    return false;
  const isClosing = units[text.units[i] ?? -1]?.kind === 'colophon';
  let isJoin = false;
  for (let between = before + 1; between < at; between++) {
    // Closing lines end without a mark, and each stays by itself.
    if (stream.written[between] !== BREAK || !mayJoin(stream, between) || isClosing) return false;
    isJoin = true;
  }
  if (i === 0 || i === text.length) return true;
  const isEdge = isLayout(text.written[i] ?? 0) || isLayout(text.written[i - 1] ?? 0);
  return isEdge || isSpacingCarried(text, i, { stream, at, isJoin }, regularised);
}

/** An ideographic space between two signatures, where the source has them side by side without a table. */
function isBorder(text: CharStream, i: number, witnesses: readonly AlignedWitness[]): boolean {
  if (text.written[i] !== CELL) return false;
  return witnesses.some(({ witness, counterparts }) => {
    const [before, after] = [counterparts[i - 1] ?? -1, counterparts[i + 1] ?? -1];
    return before >= 0 && after === before + 1 && witness.stream.spaced[after] === 2;
  });
}

/** Says what is wrong with a stretch (or with the place before `start`), by the witness that has most to say there. */
function describe(
  text: CharStream,
  start: number,
  end: number,
  witnesses: readonly AlignedWitness[],
): Uncarried {
  const options = witnesses.flatMap((aligned) => {
    const { witness, counterparts } = aligned;
    const before = start === 0 ? -1 : (counterparts[start - 1] ?? -2);
    const after = end === text.length ? witness.stream.length : (counterparts[end] ?? -2);
    return before === -2 || after === -2 || (start > 0 && before < 0) || after < 0
      ? []
      : [{ witness, start: before + 1, end: after }];
  });
  // The nearest is the one that has least instead.
  const instead = options.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  const near = instead ?? nearest(start, end, witnesses);
  const own = { start, end, ...(near === undefined ? {} : { instead: near }) };
  if (start < end) {
    const isDivision = end - start === 1 && text.written[start] === BREAK;
    return {
      kind:
        isDivision && (instead === undefined || instead.start === instead.end) ? 'division' : 'not-carried',
      ...own,
    };
  }
  if (instead === undefined) return { kind: 'joined', ...own };
  const isBreak =
    instead.end - instead.start === 1 && instead.witness.stream.written[instead.start] === BREAK;
  if (isBreak) return { kind: 'division-lost', ...own };
  // The characters are all there: what differs is the space between two of them.
  return instead.start === instead.end
    ? { kind: 'not-carried', ...own, start: Math.max(start - 1, 0), end: Math.min(start + 1, text.length) }
    : { kind: 'omits', ...own };
}

/** The place in a witness of the last character before a stretch, or the first after it, that it carries. */
function nearest(start: number, end: number, witnesses: readonly AlignedWitness[]): Uncarried['instead'] {
  for (const [step, from] of [
    [-1, start - 1],
    [1, end],
  ] as const) {
    for (const { witness, counterparts } of witnesses) {
      for (let i = from, tried = 0; i >= 0 && i < counterparts.length && tried < 200; i += step, tried++) {
        const at = counterparts[i] ?? -1;
        if (at >= 0) return { witness, start: step < 0 ? at + 1 : at, end: step < 0 ? at + 1 : at };
      }
    }
  }
  return undefined;
}
