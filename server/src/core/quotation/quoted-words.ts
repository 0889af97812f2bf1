import { createStreamBuilder } from '../collation/char-stream.ts';
import { simplifiedPhrases } from '../phrase-script.ts';
import type { Span } from '../span.ts';
import { comparedText, type ComparedText } from './compared-text.ts';
import { findSigns } from './quoted-signs.ts';

/** The words of a quotation as they are compared. */
export interface QuotedWords {
  /** In the order of the quotation; never empty. */
  readonly pieces: readonly QuotedPiece[];
  /** The whole as one piece, if there are signs in it: they may be the source's own. */
  readonly literal?: QuotedPiece;
}

/**
 * What stands between two pieces: a sign that words are left out, or words of the writer's in brackets, which may stand
 * in place of a few of the source. Nothing before the first piece or behind the last, if there is no such sign.
 */
export type Join = 'nothing' | 'ellipsis' | 'insertion';

/** A stretch of a quotation that is to stand in the source as it is. */
export interface QuotedPiece {
  readonly text: ComparedText;
  readonly before: Join;
  readonly after: Join;
}

/** A text with more signs than this is no quotation that anybody could check. */
const MOST_PIECES = 200;

/**
 * Marks at the ends of a piece that belong to the writer's sentence as much as to the source's, and those of a
 * quotation that begins or ends there. A question and a call stay: they say something.
 */
const EDGES = /[\s。．.，,；;：:、…"“”„‟«»「」﹁﹂〝〞〟'‘’‚‛‹›『』﹃﹄]/u;

/**
 * Reads the words of a quotation between two offsets of a text. `isMarkup` says which offsets hold no words: signs of
 * emphasis, citations, marks of footnotes. `undefined` if there are no words.
 */
export function readQuotedWords(
  source: string,
  start: number,
  end: number,
  isMarkup: (offset: number) => boolean = () => false,
): QuotedWords | undefined {
  const signs = findSigns(maskedText(source, start, end, isMarkup)).map(({ kind, span }) => ({
    kind,
    span: { start: span.start + start, end: span.end + start },
  }));
  const remarks = signs.filter(({ kind }) => kind === 'remark').map(({ span }) => span);
  const isNoWord = withSpans(isMarkup, remarks);
  const pieces: { text: ComparedText; before: Join; after: Join }[] = [];
  let before: Join = 'nothing';
  const add = (from: number, to: number): void => {
    const text = wordsBetween(source, from, to, isNoWord);
    if (text.codes.length === 0) return;
    const last = pieces.at(-1);
    if (last !== undefined) last.after = before;
    pieces.push({ text, before, after: 'nothing' });
    before = 'nothing';
  };
  let at = start;
  for (const { kind, span } of signs) {
    if (kind === 'remark') continue;
    add(at, span.start);
    // Where words are left out as well, they may be any number.
    if (before !== 'ellipsis') before = kind;
    at = span.end;
  }
  add(at, end);
  const last = pieces.at(-1);
  if (last === undefined || pieces.length > MOST_PIECES) return undefined;
  last.after = before;
  if (signs.length === 0) return { pieces };
  const literal = wordsBetween(source, start, end, isMarkup);
  return { pieces, literal: { text: literal, before: 'nothing', after: 'nothing' } };
}

/** The same words with their characters as phrases have them (`simplifiedPhrases`); the same object where none changes. */
export function phrasedWords(words: QuotedWords): QuotedWords {
  const { literal } = words;
  const pieces = words.pieces.map(phrased);
  if (pieces.every((piece, i) => piece === words.pieces[i])) return words;
  return { pieces, ...(literal !== undefined && { literal: phrased(literal) }) };
}

function phrased(piece: QuotedPiece): QuotedPiece {
  const { stream } = piece.text;
  const written = simplifiedPhrases(stream.written);
  return written === stream.written ? piece : { ...piece, text: comparedText(stream, written) };
}

/** How much a quotation says: how many characters count, and how many of them are Han characters. */
export function measure({ pieces }: QuotedWords): { readonly characters: number; readonly han: number } {
  let [characters, han] = [0, 0];
  for (const { text } of pieces) {
    characters += text.codes.length;
    for (const code of text.codes) if (isHan(code)) han++;
  }
  return { characters, han };
}

/** The text between two offsets, as long as it is, with spaces for what is no word and for the ends of lines. */
function maskedText(
  source: string,
  start: number,
  end: number,
  isMarkup: (offset: number) => boolean,
): string {
  const units: string[] = [];
  for (let at = start; at < end; at++) {
    const unit = source.charAt(at);
    units.push(isMarkup(at) || unit === '\n' || unit === '\r' ? ' ' : unit);
  }
  return units.join('');
}

function wordsBetween(
  source: string,
  from: number,
  to: number,
  isNoWord: (offset: number) => boolean,
): ComparedText {
  let [first, last] = [from, to];
  while (first < last && (EDGES.test(source.charAt(first)) || isNoWord(first))) first++;
  while (last > first && (EDGES.test(source.charAt(last - 1)) || isNoWord(last - 1))) last--;
  const builder = createStreamBuilder();
  builder.add(source, first, last, 0, isNoWord);
  return comparedText(builder.build());
}

function withSpans(
  isMarkup: (offset: number) => boolean,
  spans: readonly Span[],
): (offset: number) => boolean {
  return spans.length === 0
    ? isMarkup
    : (offset) => isMarkup(offset) || spans.some(({ start, end }) => offset >= start && offset < end);
}

function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x3ffff) || code === 0x3007;
}
