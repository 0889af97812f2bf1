import { simplified } from '../script-fold.ts';
import type { Span } from '../span.ts';
import { spanOf } from '../collation/char-stream.ts';
import { foldWidth } from '../collation/character-fold.ts';
import type { ComparedText } from './compared-text.ts';
import type { ExactMatch } from './exact-match.ts';
import { joinedCodes, type NearMatch } from './near-match.ts';
import type { QuotedWords } from './quoted-words.ts';

/** How a quotation departs from its source at one place. */
export interface QuotationEdit {
  /** `width`, `script`, `marks` and `case` say the same in another form; the others change what is said. */
  readonly kind: 'substitution' | 'omission' | 'addition' | 'width' | 'script' | 'marks' | 'case';
  /** In the draft; empty where words of the source are left out. */
  readonly draft: Span;
  /** In the statement's file; empty where the draft has more. */
  readonly source: Span;
}

/** True for edits that leave a quotation verbatim. */
export function isFormal({ kind }: QuotationEdit): boolean {
  return kind === 'width' || kind === 'script' || kind === 'marks' || kind === 'case';
}

/** What differs in form where the words are the same. */
export function formalEdits(
  { pieces }: QuotedWords,
  text: ComparedText,
  { parts }: ExactMatch,
): QuotationEdit[] {
  return pieces.flatMap((piece, i) => {
    const { start = 0 } = parts[i] ?? {};
    return sameEdits(piece.text, 0, text, start, piece.text.codes.length);
  });
}

/** Everything that differs between a quotation and the stretch of a text that comes near to it, in order. */
export function allEdits(words: QuotedWords, text: ComparedText, { runs }: NearMatch): QuotationEdit[] {
  const places = placesOf(words);
  const length = joinedCodes(words).length;
  const edits: QuotationEdit[] = [];
  const between = (a0: number, a1: number, b0: number, b1: number): void => {
    if (a0 === a1 && b0 === b1) return;
    // Where the writer has left words out and said so, or put words of his own in their place.
    if (a0 === a1 && places.isGap(a0)) return;
    const kind = a0 === a1 ? 'omission' : b0 === b1 ? 'addition' : 'substitution';
    edits.push({ kind, draft: places.spanOf(a0, a1), source: sourceSpan(text, b0, b1) });
  };
  let [a, b] = [0, runs[0]?.b ?? 0];
  const first = runs[0];
  if (first !== undefined && first.a > 0) b = Math.max(0, first.b - first.a);
  for (const run of runs) {
    between(a, run.a, b, run.b);
    edits.push(
      ...places.eachPiece(run.a, run.length, (piece, at, offset, count) =>
        sameEdits(piece, at, text, run.b + offset, count),
      ),
    );
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  const rest = length - a;
  between(a, length, b, Math.min(text.codes.length, b + rest));
  return edits;
}

/** The pieces as one text: which piece an index belongs to, and where it stands in the draft. */
function placesOf({ pieces }: QuotedWords) {
  const starts: number[] = [];
  let total = 0;
  for (const { text } of pieces) {
    starts.push(total);
    total += text.codes.length;
  }
  const pieceAt = (index: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= index),
    );
  const eachPiece = <T>(
    from: number,
    length: number,
    visit: (piece: ComparedText, at: number, offset: number, count: number) => readonly T[],
  ): T[] => {
    const all: T[] = [];
    for (let at = from; at < from + length;) {
      const index = pieceAt(at);
      const piece = pieces[index];
      if (piece === undefined) break;
      const start = starts[index] ?? 0;
      const count = Math.min(from + length, start + piece.text.codes.length) - at;
      all.push(...visit(piece.text, at - start, at - from, count));
      at += count;
    }
    return all;
  };
  return {
    eachPiece,
    isGap: (index: number): boolean =>
      index > 0 && starts.includes(index) && pieces[starts.indexOf(index)]?.before !== 'nothing',
    spanOf: (from: number, to: number): Span => {
      const spans = eachPiece(from, to - from, (piece, at, _, count) => [sourceSpan(piece, at, at + count)]);
      const [first, last] = [spans[0], spans.at(-1)];
      if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
      const index = from > 0 ? pieceAt(from - 1) : 0;
      const piece = pieces[index]?.text;
      return piece === undefined
        ? { start: 0, end: 0 }
        : sourceSpan(piece, from - (starts[index] ?? 0), from - (starts[index] ?? 0));
    },
  };
}

/** The span in its file of a stretch of a compared text; between two characters, the place after the first. */
export function sourceSpan({ stream, at }: ComparedText, start: number, end: number): Span {
  if (start === end) {
    const place =
      start > 0
        ? spanOf(stream, at[start - 1] ?? 0, (at[start - 1] ?? 0) + 1).end
        : (stream.offsets[at[0] ?? 0] ?? 0);
    return { start: place, end: place };
  }
  return {
    start: stream.offsets[at[start] ?? 0] ?? 0,
    end: spanOf(stream, at[end - 1] ?? 0, (at[end - 1] ?? 0) + 1).end,
  };
}

function sameEdits(
  a: ComparedText,
  from: number,
  b: ComparedText,
  to: number,
  length: number,
): QuotationEdit[] {
  const edits: QuotationEdit[] = [];
  let open: { kind: QuotationEdit['kind']; start: number } | undefined;
  const close = (end: number): void => {
    if (open === undefined) return;
    const { kind, start } = open;
    edits.push({
      kind,
      draft: sourceSpan(a, from + start, from + end),
      source: sourceSpan(b, to + start, to + end),
    });
    open = undefined;
  };
  for (let i = 0; i < length; i++) {
    const kind = formOf(writtenAt(a, from + i), writtenAt(b, to + i));
    if (kind !== open?.kind) {
      close(i);
      if (kind !== undefined) open = { kind, start: i };
    }
  }
  close(length);
  return edits;
}

function writtenAt({ stream, at }: ComparedText, i: number): number {
  return stream.written[at[i] ?? 0] ?? 0;
}

function formOf(draft: number, source: number): 'width' | 'script' | 'marks' | 'case' | undefined {
  if (draft === source) return undefined;
  if (foldWidth(draft) === foldWidth(source)) return 'width';
  if (simplified(draft) === simplified(source)) return 'script';
  return String.fromCodePoint(draft).toLowerCase() === String.fromCodePoint(source).toLowerCase()
    ? 'case'
    : 'marks';
}
