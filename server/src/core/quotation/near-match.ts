import type { Run } from '../collation/run.ts';
import type { ComparedText } from './compared-text.ts';
import { joinPieces, type JoinedPieces } from './joined-pieces.ts';
import { alignStretch, type AlignedStretch } from './align-stretch.ts';
import type { QuotedPiece, QuotedWords } from './quoted-words.ts';

/** Where a text comes near to the words of a quotation. */
export interface NearMatch {
  /** One for each stretch of the quotation between two ellipses, in order. */
  readonly parts: readonly NearPart[];
  /** The stretch of the text, from the first that both have to the last. */
  readonly start: number;
  readonly end: number;
  /** How much of the quotation the text has, 0 to 1: in order, or in stretches put in another order. */
  readonly share: number;
}

export interface NearPart {
  readonly words: JoinedPieces;
  /** What both have, ascending in both: from `a` in the pieces, from `b` in the text. None if it has nothing of them. */
  readonly runs: readonly Run[];
}

/** The stretch of a text between two indexes that has most of a quotation; `undefined` if it has nothing of it. */
export function findNear(
  words: QuotedWords,
  text: ComparedText,
  from = 0,
  to = text.codes.length,
): NearMatch | undefined {
  const stretches = stretchesOf(words).map(joinPieces);
  const found = locate(stretches, text, from, to);
  const runs = found.flatMap((each) => each.runs);
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const characters = found.flatMap(({ isMatched }) => [...isMatched]);
  const matched = characters.reduce((sum, each) => sum + each, 0);
  const parts = found.map(({ runs: own }, i) => ({ words: stretches[i] ?? joinPieces([]), runs: own }));
  return { parts, start: first.b, end: last.b + last.length, share: matched / characters.length };
}

/** The pieces between two ellipses belong together. */
function stretchesOf({ pieces }: QuotedWords): QuotedPiece[][] {
  const stretches: QuotedPiece[][] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last === undefined || piece.before === 'ellipsis') stretches.push([piece]);
    else last.push(piece);
  }
  return stretches;
}

/** The longest stretch says where the others are: before it and behind it. */
function locate(
  stretches: readonly JoinedPieces[],
  text: ComparedText,
  from: number,
  to: number,
): AlignedStretch[] {
  const longest = stretches.reduce(
    (best, { codes }, i) => (codes.length > (stretches[best]?.codes.length ?? 0) ? i : best),
    0,
  );
  const words = stretches[longest];
  if (words === undefined) return [];
  const own = alignStretch(words, text, from, to);
  const before = locate(stretches.slice(0, longest), text, from, own.runs[0]?.b ?? to);
  const last = [...before, own].findLast(({ runs }) => runs.length > 0)?.runs.at(-1);
  const end = last === undefined ? from : last.b + last.length;
  return [...before, own, ...locate(stretches.slice(longest + 1), text, end, to)];
}
