import type { Span } from '../span.ts';
import type { QuotedWords } from './quoted-words.ts';

/** Something in a text that says where words are from: a citation, a link, a title, the mark of a footnote. */
export interface Anchor {
  readonly span: Span;
}

/** Words of somebody else in a Markdown text. Offsets count UTF-16 units of the document. */
export interface Quotation<A extends Anchor = Anchor> {
  readonly kind: 'marks' | 'block';
  /** With its marks; of a block, from its first word to its last. */
  readonly span: Span;
  readonly words: QuotedWords;
  /** What says where it is from; absent if nothing does. */
  readonly anchor?: A;
}

/**
 * True for an anchor that stands beside the sentence, in brackets or as the mark of a footnote: it follows what it is
 * for. Others, such as `@key` and titles, are words of the sentence, and may begin one of their own.
 */
export function isAside(source: string, { span }: Anchor): boolean {
  return /[[^(（]/.test(source.charAt(span.start));
}

/** True for an anchor that is markup, not words that a quotation may have as well: no title. */
export function isMarkedUp(source: string, { span }: Anchor): boolean {
  return /[[^@<-]/.test(source.charAt(span.start));
}
