import { parseMarkdown } from '../../../server/src/core/citation/markdown-document.ts';
import type { Span } from '../../../server/src/core/span.ts';
import { spanIn } from '../../../server/src/core/quotation/compared-text.ts';
import { findQuotations, type Anchor } from '../../../server/src/core/quotation/find-quotations.ts';
import type { QuotedPiece, QuotedWords } from '../../../server/src/core/quotation/quoted-words.ts';

/** What says in these tests where words are from: `[@a]`, `@a`, `[^a]`, `《声明》`; keys have one letter. */
const ANCHOR = /\[[^[\]]*@[a-z]\b[^[\]]*\]|@[a-z]\b|\[\^[a-z]\](?!:)|《声明》/g;

export function anchorsIn(text: string): Anchor[] {
  return Array.from(text.matchAll(ANCHOR), ({ 0: anchor, index }) => ({
    span: { start: index, end: index + anchor.length },
  }));
}

/** The quotations of a text as they are written, each with what says where it is from: `“甲乙” ← [@a]`. */
export function found(text: string): string[] {
  return findQuotations(parseMarkdown(text), anchorsIn(text)).map(({ span, anchor }) =>
    anchor === undefined ? slice(text, span) : `${slice(text, span)} ← ${slice(text, anchor.span)}`,
  );
}

/** The pieces of the quotations of a text that count, each as it stands in it or as `read` has it, joined by ` | `. */
export function words(
  text: string,
  read = (piece: QuotedPiece): string => slice(text, spanIn(piece.text, 0, piece.text.codes.length)),
): string[] {
  return findQuotations(parseMarkdown(text), anchorsIn(text)).map(({ words: { pieces } }) =>
    pieces.map(read).join(' | '),
  );
}

export function piecesOf(text: string, { pieces }: QuotedWords): string[] {
  return pieces.map((piece) => slice(text, spanIn(piece.text, 0, piece.text.codes.length)));
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
