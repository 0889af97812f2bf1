import { isHanCode } from '../collation/character-fold.ts';
import { isNext, spanIn, type ComparedText } from './compared-text.ts';
import type { QuotationEdit } from './edits.ts';

/** What differs in form between two stretches of the same characters, in order; neighbours of one kind are one. */
export function formEdits(
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
      draft: spanIn(a, from + start, from + end),
      source: spanIn(b, to + start, to + end),
    });
    open = undefined;
  };
  for (let i = 0; i < length; i++) {
    const isSpacing = i > 0 && differInSpace(a, from + i, b, to + i);
    const kind = formOf(writtenAt(a, from + i), writtenAt(b, to + i));
    if (kind !== open?.kind || isSpacing) close(i);
    if (isSpacing)
      edits.push({ kind: 'spacing', draft: spaceBefore(a, from + i), source: spaceBefore(b, to + i) });
    if (kind !== undefined) open ??= { kind, start: i };
  }
  close(length);
  return edits;
}

function differInSpace(a: ComparedText, i: number, b: ComparedText, j: number): boolean {
  return isNext(a, i) && isNext(b, j) && isSpaced(a, i) !== isSpaced(b, j);
}

function isSpaced({ stream, starts }: ComparedText, index: number): boolean {
  return (stream.spaced[starts[index] ?? 0] ?? 0) > 0;
}

/** From the end of one character to the start of the next. */
function spaceBefore(text: ComparedText, index: number): QuotationEdit['draft'] {
  return { start: spanIn(text, index - 1, index).end, end: spanIn(text, index, index + 1).start };
}

/** A character as it is written, with the marks that combine with it; of a long dash all of it. */
function writtenAt({ stream, starts, ends }: ComparedText, i: number): string {
  const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
  return end === start + 1
    ? String.fromCodePoint(stream.written[start] ?? 0)
    : String.fromCodePoint(...stream.written.subarray(start, Math.min(end, start + 64)));
}

function formOf(draft: string, source: string): QuotationEdit['kind'] | undefined {
  if (draft === source || draft.normalize() === source.normalize()) return undefined;
  const [a, b] = [draft.normalize('NFKC'), source.normalize('NFKC')];
  // ㈱ and (株) are one in other widths too.
  if (a === b || a.includes(b) || b.includes(a)) return isDashes(a) && isDashes(b) ? 'marks' : 'width';
  if (isHan(draft) && isHan(source)) return 'script';
  return a.toLowerCase() === b.toLowerCase() ? 'case' : 'marks';
}

function isDashes(text: string): boolean {
  return /^[\p{Pd}.…]+$/u.test(text);
}

function isHan(character: string): boolean {
  return isHanCode(character.codePointAt(0) ?? 0);
}
