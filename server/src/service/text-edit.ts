import type { Span } from '../core/span.ts';

/** A change of a text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A text after some edits, which are in order and do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let written = '';
  let at = 0;
  for (const { span, text: words } of edits) {
    written += text.slice(at, span.start) + words;
    at = span.end;
  }
  return written + text.slice(at);
}

/** Where a place of a text is after some edits that do not touch it. */
export function movedBy(offset: number, edits: readonly TextEdit[]): number {
  return edits
    .filter(({ span }) => span.end <= offset)
    .reduce((at, { span, text }) => at + text.length - (span.end - span.start), offset);
}
