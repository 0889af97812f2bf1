import { openingWords } from '../passage.ts';
import type { Statement } from '../statement/model.ts';
import { boundaries, spanOf, weightBetween, type Letters } from './letters.ts';
import type { Repeat } from './repeats.ts';
import { MOST_SIGNS_OF_A_KIND, type RelatedPlace, type Sign, type SignKind } from './sign.ts';

/** A piece of a repeat that lies in one paragraph, in letters. */
interface Piece extends Repeat {
  /** True if the piece begins in the middle of a sentence and reaches its end. */
  readonly isTail: boolean;
}

/** Shorter pieces of a repeat are what the next sentence happens to begin with, or the one before to end with. */
const SHORTEST_PIECE = 8;
/** As many copies make a formula: an accident copies a passage once or twice. */
const MOST_COPIES = 3;

/**
 * Turns repeats into signs: the end of a sentence that the repeat begins in is a splice, since the text jumps there;
 * what is whole is a repeated passage.
 */
export function signsOfRepeats(statement: Statement, letters: Letters, repeats: readonly Repeat[]): Sign[] {
  const isFormula = formulas(letters, repeats);
  return repeats
    .filter((repeat) => !isFormula(repeat))
    .slice(0, MOST_SIGNS_OF_A_KIND)
    .flatMap((repeat) => {
      const pieces = piecesOf(letters, repeat);
      return pieces.map((piece) => {
        if (!piece.isTail) return signOf(statement, letters, 'repeated-passage', piece);
        // If nothing but the end of a sentence is there twice, either place may be the corrupt one.
        const turn = pieces.length === 1 && fitsWorse(letters, piece.earlier, piece.start);
        const { start, earlier, length } = piece;
        return signOf(
          statement,
          letters,
          'spliced-sentence',
          turn ? { start: earlier, earlier: start, length } : piece,
        );
      });
    });
}

export function signOf(
  statement: Statement,
  letters: Letters,
  kind: SignKind,
  { start, earlier, length }: Repeat,
): Sign {
  const related = placeOf(statement, letters, earlier, length);
  const { source } = statement;
  const span = placeOf(statement, letters, start, length).span;
  const words = source.slice(span.start, span.end);
  return {
    kind,
    span,
    address: addressOf(statement, letters, start),
    reasonValues: {
      address: related.address,
      characters: String(words.replace(/\s+/g, '').length),
      words: openingWords(words, 12),
    },
    related,
  };
}

const OPENING = '“‘「『《〈（([';
const CLOSING = '。！？；：，!?;:.,”’」』》〉）)]';

/** Where letters stand in the file, with the marks around them where they begin or end a sentence. */
export function placeOf(statement: Statement, letters: Letters, start: number, length: number): RelatedPlace {
  const { source } = statement;
  let { start: from, end: to } = spanOf(letters, start, start + length);
  if (begins(letters, start)) while (OPENING.includes(source[from - 1] ?? ' ')) from--;
  if (begins(letters, start + length)) while (CLOSING.includes(source[to] ?? ' ')) to++;
  return { address: addressOf(statement, letters, start), span: { start: from, end: to } };
}

export function addressOf({ paragraphs }: Statement, { paragraph }: Letters, at: number): string {
  return paragraphs[paragraph[at] ?? 0]?.address ?? '';
}

/**
 * True if the words before `one` lead on to something else elsewhere more clearly than those before `other` do: then
 * the sentence at `one` is the one that was meant to go on differently.
 */
export function fitsWorse(letters: Letters, one: number, other: number): boolean {
  return lengthOfLead(letters, one) > lengthOfLead(letters, other);
}

const LONGEST_LEAD = 8;

/** The longest run of letters before a place that stands elsewhere too and goes on differently there. */
function lengthOfLead({ text }: Letters, at: number): number {
  const next = text.slice(at, at + 2);
  for (let length = 1; length <= LONGEST_LEAD; length++) {
    const lead = text.slice(at - length, at);
    let found = length > at ? -1 : text.indexOf(lead);
    while (found >= 0 && text.startsWith(next, found + length)) found = text.indexOf(lead, found + 1);
    if (found < 0) return length - 1;
  }
  return LONGEST_LEAD;
}

function piecesOf(letters: Letters, { start, earlier, length }: Repeat): Piece[] {
  const { before } = letters;
  const end = start + length;
  const cuts = [start];
  for (let i = start + 1; i < end; i++) {
    const isFirstSentence =
      cuts.length === 1 && before[start] !== undefined && before[start] < boundaries.sentence;
    const least = isFirstSentence ? boundaries.sentence : boundaries.paragraph;
    if ((before[i] ?? 0) >= least) cuts.push(i);
  }
  return cuts.flatMap((from, number) => {
    const to = cuts[number + 1] ?? end;
    if (weightBetween(letters, from, to) < SHORTEST_PIECE) return [];
    const isWhole = (before[from] ?? 0) >= boundaries.sentence;
    const shift = earlier - start;
    const isTail = !isWhole && begins(letters, to) && begins(letters, to + shift);
    return [{ start: from, earlier: from + shift, length: to - from, isTail }];
  });
}

/** True if a sentence begins at a letter, so that one ends before it. */
function begins({ before }: Letters, at: number): boolean {
  return (before[at] ?? 0) >= boundaries.sentence;
}

/**
 * Tells repeats of passages that stand at many places, which makes them formulas, unless each copy follows upon the
 * last. A copy of a copy counts with the passage that was first.
 */
function formulas({ paragraph }: Letters, repeats: readonly Repeat[]): (repeat: Repeat) => boolean {
  const middle = (start: number, length: number): number => paragraph[start + (length >> 1)] ?? 0;
  const firsts = new Map<number, number>();
  const copies = new Map<number, number>();
  for (const { start, earlier, length } of repeats) {
    const place = middle(earlier, length);
    const first = firsts.get(place) ?? place;
    firsts.set(middle(start, length), first);
    copies.set(first, (copies.get(first) ?? 0) + 1);
  }
  return ({ start, earlier, length }) => {
    const first = firsts.get(middle(start, length)) ?? 0;
    return (copies.get(first) ?? 0) >= MOST_COPIES && start !== earlier + length;
  };
}
