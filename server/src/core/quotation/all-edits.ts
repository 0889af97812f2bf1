import { isMark } from '../character-form.ts';
import { isNext, spanIn, type ComparedText, type Stretch } from './compared-text.ts';
import { isInWord, LONGEST_INSERTION, type ExactMatch } from './exact-match.ts';
import type { QuotationEdit } from './edits.ts';
import { formEdits } from './form-edits.ts';
import type { JoinedPieces } from './joined-pieces.ts';
import type { NearMatch, NearPart } from './near-match.ts';

/** What differs in form where the words are the same. */
export function formalEdits(text: ComparedText, { pieces, parts }: ExactMatch): QuotationEdit[] {
  return pieces.flatMap((piece, i) =>
    formEdits(piece.text, 0, text, parts[i]?.start ?? 0, piece.text.codes.length),
  );
}

/** Everything that differs between a quotation and the stretch of a text that comes near to it, in order. */
export function allEdits(text: ComparedText, { parts, start }: NearMatch): QuotationEdit[] {
  const edits: QuotationEdit[] = [];
  /** What stands before is taken by the parts before. */
  let done = 0;
  parts.forEach((part, i) => {
    const next = parts.slice(i + 1).find(({ runs }) => runs.length > 0)?.runs[0]?.b ?? text.codes.length;
    edits.push(...partEdits(text, part, [done, next], done === 0 ? start : done));
    const last = part.runs.at(-1);
    if (last !== undefined) done = last.b + last.length;
  });
  return edits;
}

/** The edits of one part, which may reach over `room`; `place` is where it would stand if the text has nothing of it. */
function partEdits(
  text: ComparedText,
  { words, runs }: NearPart,
  room: Stretch,
  place: number,
): QuotationEdit[] {
  const { length } = words.codes;
  const edits: QuotationEdit[] = [];
  const change = (a: Stretch, b: Stretch): void => {
    if (a[0] === a[1] && b[0] === b[1]) return;
    const kind = a[0] === a[1] ? 'omission' : b[0] === b[1] ? 'addition' : 'substitution';
    edits.push({ kind, draft: words.spanOf(...a), source: spanIn(text, ...b) });
  };
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) {
    change([0, length], [place, place]);
    return edits;
  }
  change([0, first.a], [startBefore(words, text, first.a, first.b, room[0]), first.b]);
  let [a, b] = [first.a, first.b];
  for (const run of runs) {
    for (const [own, source] of aroundSeams(words, [a, run.a], [b, run.b])) change(own, source);
    for (const { text: piece, at, length: count, before } of words.within(run.a, run.length))
      edits.push(...formEdits(piece, at, text, run.b + before, count));
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  change([a, length], [b, endBehind(words, text, a, b, room[1])]);
  return edits;
}

/**
 * What differs between two runs, divided where the writer has put in words of his own, in whose place a few of the
 * source may stand: each side takes as many of the source's characters as it has itself.
 */
function aroundSeams(words: JoinedPieces, a: Stretch, b: Stretch): (readonly [Stretch, Stretch])[] {
  const seam = words.seams.find((index) => index >= a[0] && index <= a[1] && words.isInsertion(index));
  if (seam === undefined) return [[a, b]];
  const left = Math.min(seam - a[0], b[1] - b[0]);
  const right = Math.min(a[1] - seam, b[1] - b[0] - left);
  const isTooMuch = b[1] - b[0] - left - right > LONGEST_INSERTION;
  return [
    [
      [a[0], seam],
      [b[0], b[0] + left],
    ],
    ...(isTooMuch
      ? ([
          [
            [seam, seam],
            [b[0] + left, b[1] - right],
          ],
        ] as const)
      : []),
    [
      [seam, a[1]],
      [b[1] - right, b[1]],
    ],
  ];
}

/** Where that begins in the text in whose place the first words of a part stand: as many characters, of whole words. */
function startBefore(words: JoinedPieces, text: ComparedText, a: number, b: number, least: number): number {
  let at = b;
  while (at > least && b - at < a && isNext(text, at) && isAlike(words, a - 1 - (b - at), text, at - 1)) at--;
  while (at < b && at > least && isInWord(text, at)) at--;
  return at;
}

/** The same for the last words. */
function endBehind(words: JoinedPieces, text: ComparedText, a: number, b: number, most: number): number {
  const rest = words.codes.length - a;
  let at = b;
  while (at < most && at - b < rest && isNext(text, at) && isAlike(words, a + at - b, text, at)) at++;
  while (at > b && at < most && isInWord(text, at)) at++;
  return at;
}

/** True for two letters, and for two marks: a word does not stand in place of a comma. */
function isAlike({ codes }: JoinedPieces, i: number, text: ComparedText, j: number): boolean {
  const [own, other] = [codes[i] ?? 0, text.codes[j] ?? 0];
  return isMark(String.fromCodePoint(own)) === isMark(String.fromCodePoint(other));
}
