import type { Span } from '../span.ts';
import { spanIn, type ComparedText } from './compared-text.ts';
import { isInWord } from './exact-match.ts';
import type { QuotedPiece } from './quoted-words.ts';

/** Pieces one after the other as one text. Indexes count its characters. */
export interface JoinedPieces {
  readonly codes: Uint32Array;
  /** The indexes at which a piece begins, but the first. */
  readonly seams: readonly number[];
  /** True within a word that the writer has not broken off himself, with letters of his own in brackets. */
  isInWord(index: number): boolean;
  /** True where the writer's own words in brackets stand, which may be the rest of a word: `sign[ed]`. */
  isInsertion(index: number): boolean;
  /** The span in the draft; between two characters, the place after the first. */
  spanOf(start: number, end: number): Span;
  /** What lies in each piece of a stretch: the piece's text, the index in it, how many characters, and of the stretch before. */
  within(start: number, length: number): readonly Within[];
}

export interface Within {
  readonly text: ComparedText;
  readonly at: number;
  readonly length: number;
  /** How many characters of the stretch lie in pieces before. */
  readonly before: number;
}

export function joinPieces(pieces: readonly QuotedPiece[]): JoinedPieces {
  const starts: number[] = [];
  let total = 0;
  for (const { text } of pieces) {
    starts.push(total);
    total += text.codes.length;
  }
  const codes = new Uint32Array(total);
  pieces.forEach(({ text }, i) => {
    codes.set(text.codes, starts[i]);
  });
  const within = (start: number, length: number): Within[] => {
    const found: Within[] = [];
    const end = start + length;
    pieces.forEach(({ text }, i) => {
      const own = starts[i] ?? 0;
      const [from, to] = [Math.max(start, own), Math.min(end, own + text.codes.length)];
      if (from < to) found.push({ text, at: from - own, length: to - from, before: from - start });
    });
    return found;
  };
  const spanOf = (start: number, end: number): Span => {
    const [first, last] = [within(start, end - start)[0], within(end - 1, 1)[0]];
    if (start < end && first !== undefined && last !== undefined) {
      const { start: from } = spanIn(first.text, first.at, first.at + 1);
      return { start: from, end: spanIn(last.text, last.at, last.at + 1).end };
    }
    const [own] = within(Math.max(start - 1, 0), 1);
    return own === undefined ? { start: 0, end: 0 } : placeIn(own.text, start === 0 ? own.at : own.at + 1);
  };
  return {
    codes,
    seams: starts.slice(1),
    spanOf,
    within,
    isInWord: (index) => {
      const [own] = within(index, 1);
      return own !== undefined && own.at > 0 && isInWord(own.text, own.at);
    },
    isInsertion: (index) =>
      index === 0
        ? pieces[0]?.before === 'insertion'
        : index === total
          ? pieces.at(-1)?.after === 'insertion'
          : pieces[starts.indexOf(index)]?.before === 'insertion',
  };
}

function placeIn(text: ComparedText, at: number): Span {
  return spanIn(text, at, at);
}
