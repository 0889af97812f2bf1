import { isSpaced } from '../script.ts';
import { isNext, isSame, type ComparedText } from './compared-text.ts';
import type { QuotedPiece, QuotedWords } from './quoted-words.ts';

/** Where the words of a quotation stand in a text, character for character. */
export interface ExactMatch {
  /** The pieces that were found, in order: those of the quotation, or the whole of it as one. */
  readonly pieces: readonly QuotedPiece[];
  /** One stretch for each of them; indexes of the text. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly start: number;
  readonly end: number;
}

export interface MatchOptions {
  /** Where a piece may stand; anywhere if absent. */
  readonly isAllowed?: (part: Part) => boolean;
  /** So many characters may be left out at an ellipsis. */
  readonly farthest?: number;
}

/** Words in brackets stand in place of so many characters of the source at most. */
export const LONGEST_INSERTION = 80;

/**
 * The first place at or after `from` and before `end` at which a text has the words of a quotation. A piece begins and
 * ends where words of the text do, if its script parts words, but at an insertion (`sign[ed]`); and its first letter
 * may differ in case, as where a quotation begins within a sentence.
 */
export function findExact(
  words: QuotedWords,
  text: ComparedText,
  from = 0,
  end = text.codes.length,
  options: MatchOptions = {},
): ExactMatch | undefined {
  const { literal, pieces } = words;
  return (
    (literal && findPieces([literal], text, from, end, options)) ??
    findPieces(pieces, text, from, end, options)
  );
}

/** Every place at which a text has the words, one after the other. */
export function findAllExact(
  words: QuotedWords,
  text: ComparedText,
  options: MatchOptions = {},
): ExactMatch[] {
  const found: ExactMatch[] = [];
  for (let from = 0; ;) {
    const match = findExact(words, text, from, text.codes.length, options);
    if (match === undefined) return found;
    found.push(match);
    from = (match.parts[0]?.start ?? from) + 1;
  }
}

function findPieces(
  pieces: readonly QuotedPiece[],
  text: ComparedText,
  from: number,
  end: number,
  { isAllowed = () => true, farthest = Infinity }: MatchOptions,
): ExactMatch | undefined {
  /** Pieces of which it is known that they do not stand, with those behind them, from some index on. */
  const failed = new Set<number>();
  const place = (index: number, start: number): Part[] | undefined => {
    const piece = pieces[index];
    if (piece === undefined) return [];
    const id = start * pieces.length + index;
    if (failed.has(id)) return undefined;
    const reach = index === 0 ? Infinity : piece.before === 'insertion' ? LONGEST_INSERTION : farthest;
    const next = pieces[index + 1];
    const last = Math.min(end, start + reach + piece.text.codes.length);
    for (const part of partsOf(piece, text, start, last)) {
      if (!isAllowed(part)) continue;
      const rest = place(index + 1, part.end);
      if (rest !== undefined) return [part, ...rest];
      // What is not found behind an ellipsis here is not found behind a later one.
      if (next?.before === 'ellipsis' && farthest === Infinity) break;
    }
    failed.add(id);
    return undefined;
  };
  const parts = place(0, from);
  return parts && { pieces, parts: tightened(pieces, parts, text, isAllowed) };
}

/** The last place of each piece before the one behind it, where ellipses alone part them: what is left out is least. */
function tightened(
  pieces: readonly QuotedPiece[],
  parts: readonly Part[],
  text: ComparedText,
  isAllowed: (part: Part) => boolean,
): readonly Part[] {
  if (parts.length < 2 || pieces.some(({ before }, i) => i > 0 && before !== 'ellipsis')) return parts;
  const tight = [...parts];
  for (let i = parts.length - 2; i >= 0; i--) {
    const [piece, part, next] = [pieces[i], parts[i], tight[i + 1]];
    if (piece === undefined || part === undefined || next === undefined) continue;
    for (const later of partsOf(piece, text, part.start, next.start)) if (isAllowed(later)) tight[i] = later;
  }
  return tight;
}

/** The places of a piece between two indexes, in order. */
function* partsOf(piece: QuotedPiece, text: ComparedText, from: number, end: number): Generator<Part> {
  const length = piece.text.codes.length;
  const units = piece.text.text;
  const letter = units.charAt(0);
  const swapped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  const other =
    swapped !== letter && swapped.length === 1 && length > 1 ? swapped + units.slice(1) : undefined;
  // So that nothing behind the end is looked through.
  const hay = text.text.slice(0, end);
  const search = (wanted: string | undefined, start: number): number => {
    const at = wanted === undefined ? -1 : hay.indexOf(wanted, start);
    return at < 0 ? end : at;
  };
  let [at, otherwise] = [search(units, from), search(other, from)];
  while (at < end || otherwise < end) {
    const start = Math.min(at, otherwise);
    const skip = start === at ? 0 : 1;
    const part = { start, end: start + length };
    if (isSame(piece.text, skip, text, start + skip, length - skip) && isWhole(piece, text, part)) yield part;
    if (skip === 0) at = search(units, start + 1);
    else otherwise = search(other, start + 1);
  }
}

/** True if a piece that stands at a place takes whole characters and whole words of the text. */
function isWhole({ before, after }: QuotedPiece, text: ComparedText, { start, end }: Part): boolean {
  return (
    !isSplit(text, start) &&
    !isSplit(text, end) &&
    (before === 'insertion' || !isInWord(text, start)) &&
    (after === 'insertion' || !isInWord(text, end))
  );
}

/** True between two that stand for one character: 株 in ㈱. */
function isSplit({ starts }: ComparedText, at: number): boolean {
  return at > 0 && at < starts.length && starts[at] === starts[at - 1];
}

/** True before a letter that follows another at once, in a script that parts words. */
export function isInWord(text: ComparedText, at: number): boolean {
  if (!isNext(text, at) || (text.stream.spaced[text.starts[at] ?? 0] ?? 0) > 0) return false;
  return [at - 1, at].every((each) => isSpaced(String.fromCodePoint(text.codes[each] ?? 0)));
}
