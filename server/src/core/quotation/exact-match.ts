import { isSame, type ComparedText } from './compared-text.ts';
import type { QuotedPiece, QuotedWords } from './quoted-words.ts';

/** Where the words of a quotation stand in a text, character for character: one stretch for each piece, in order. */
export interface ExactMatch {
  /** Indexes of the text. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** Words in brackets stand in place of so many characters of the source at most. */
const LONGEST_INSERTION = 60;

/**
 * The first place at or after `from` and before `end` at which a text has the words of a quotation. Of a first letter
 * the case may differ, as where a quotation begins within a sentence.
 */
export function findExact(
  words: QuotedWords,
  text: ComparedText,
  from = 0,
  end = text.codes.length,
): ExactMatch | undefined {
  const [first, ...others] = words.pieces;
  if (first === undefined) return undefined;
  for (
    let at = indexOf(first, text, from, end, true);
    at >= 0;
    at = indexOf(first, text, at + 1, end, true)
  ) {
    const parts = [{ start: at, end: at + first.text.codes.length }];
    if (others.every((piece) => follows(piece, text, end, parts))) return { parts };
  }
  return undefined;
}

/** Every place at which a text has the words, one after the other. */
export function findAllExact(words: QuotedWords, text: ComparedText): ExactMatch[] {
  const found: ExactMatch[] = [];
  for (let from = 0; ;) {
    const match = findExact(words, text, from);
    if (match === undefined) return found;
    found.push(match);
    from = (match.parts[0]?.start ?? from) + 1;
  }
}

function follows(
  piece: QuotedPiece,
  text: ComparedText,
  end: number,
  parts: { start: number; end: number }[],
): boolean {
  const last = parts.at(-1)?.end ?? 0;
  const at = indexOf(piece, text, last, end, false);
  const reach = piece.before === 'insertion' ? LONGEST_INSERTION : piece.before === 'nothing' ? 0 : Infinity;
  if (at < 0 || at - last > reach) return false;
  parts.push({ start: at, end: at + piece.text.codes.length });
  return true;
}

function indexOf(
  { text: piece }: QuotedPiece,
  text: ComparedText,
  from: number,
  end: number,
  isFirst: boolean,
): number {
  const length = piece.codes.length;
  const search = (units: string, skip: number): number => {
    for (let at = text.text.indexOf(units, from); ; at = text.text.indexOf(units, at + 1)) {
      if (at < 0 || at + length > end) return -1;
      if (isSame(piece, skip, text, at + skip, length - skip)) return at;
    }
  };
  const exact = search(piece.text, 0);
  const letter = piece.text.charAt(0);
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  if (!isFirst || other === letter || other.length !== 1 || length < 2) return exact;
  const otherwise = search(other + piece.text.slice(1), 1);
  return exact < 0 || otherwise < 0 ? Math.max(exact, otherwise) : Math.min(exact, otherwise);
}
