import { foldCode } from '../core/collation/character-fold.ts';
import { isFormal } from '../core/quotation/edits.ts';
import type { Span } from '../core/span.ts';
import type { CheckedQuotation } from './quotations.ts';

/** A place where a quotation says something else than its source, as a reader sees it. */
export interface QuotationDifference {
  readonly kind: 'substitution' | 'omission' | 'addition';
  /** In the draft; empty where words of the source are left out. */
  readonly draft: Span;
  /** In the statement's file; empty where the draft has more. */
  readonly source: Span;
}

/**
 * The places where an altered quotation says something else, in order: single characters of Chinese, whole words of
 * scripts that set spaces between words. Differences of form alone are none. Empty for every other verdict.
 */
export function differencesOf(
  draft: string,
  { quotation, judgement }: CheckedQuotation,
): QuotationDifference[] {
  const { place, edits, verdict } = judgement;
  if (verdict !== 'altered' || place === undefined) return [];
  const { source } = place.statement;
  const found: QuotationDifference[] = [];
  for (const edit of edits) {
    if (isFormal(edit)) continue;
    const next = wholeWords(draft, source, withoutCommon(draft, source, edit), quotation.span);
    if (next.draft.start === next.draft.end && next.source.start === next.source.end) continue;
    const last = found.at(-1);
    const isOne =
      last !== undefined && (next.draft.start < last.draft.end || next.source.start < last.source.end);
    if (isOne) found.pop();
    found.push(isOne ? joined(last, next) : next);
  }
  return found;
}

interface Places {
  readonly draft: Span;
  readonly source: Span;
}

/** Leaves out of an edit what both begin or end with. */
function withoutCommon(draft: string, source: string, edit: Places): Places {
  let [from, to] = [edit.draft.start, edit.draft.end];
  let [sourceFrom, sourceTo] = [edit.source.start, edit.source.end];
  while (from < to && sourceFrom < sourceTo && isSame(draft, from, source, sourceFrom)) {
    from++;
    sourceFrom++;
  }
  while (from < to && sourceFrom < sourceTo && isSame(draft, to - 1, source, sourceTo - 1)) {
    to--;
    sourceTo--;
  }
  // Two rare characters may begin or end with the same half.
  if (isTail(draft, from) || isTail(source, sourceFrom)) [from, sourceFrom] = [from - 1, sourceFrom - 1];
  if (isTail(draft, to) || isTail(source, sourceTo)) [to, sourceTo] = [to + 1, sourceTo + 1];
  return { draft: { start: from, end: to }, source: { start: sourceFrom, end: sourceTo } };
}

/** Widens an edit that begins or ends within a word to the whole of it, as far as both texts have the same letters. */
function wholeWords(draft: string, source: string, edit: Places, { start, end }: Span): QuotationDifference {
  let [from, to] = [edit.draft.start, edit.draft.end];
  let [sourceFrom, sourceTo] = [edit.source.start, edit.source.end];
  const startsWithin =
    isLetter(draft.charAt(from - 1)) && (isLetter(draft.charAt(from)) || isLetter(source.charAt(sourceFrom)));
  const endsWithin =
    isLetter(draft.charAt(to)) && (isLetter(draft.charAt(to - 1)) || isLetter(source.charAt(sourceTo - 1)));
  if (startsWithin)
    while (
      from > start &&
      isLetter(draft.charAt(from - 1)) &&
      isSame(draft, from - 1, source, sourceFrom - 1)
    ) {
      from--;
      sourceFrom--;
    }
  if (endsWithin)
    while (to < end && isLetter(draft.charAt(to)) && isSame(draft, to, source, sourceTo)) {
      to++;
      sourceTo++;
    }
  return difference({ start: from, end: to }, { start: sourceFrom, end: sourceTo });
}

function isTail(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function joined(a: Places, b: Places): QuotationDifference {
  return difference(
    { start: Math.min(a.draft.start, b.draft.start), end: Math.max(a.draft.end, b.draft.end) },
    { start: Math.min(a.source.start, b.source.start), end: Math.max(a.source.end, b.source.end) },
  );
}

function difference(draft: Span, source: Span): QuotationDifference {
  const kind =
    draft.start === draft.end ? 'omission' : source.start === source.end ? 'addition' : 'substitution';
  return { kind, draft, source };
}

function isSame(a: string, at: number, b: string, to: number): boolean {
  const [one, other] = [a.charCodeAt(at), b.charCodeAt(to)];
  return foldCode(one) === foldCode(other);
}

/** Letters and digits of scripts that set spaces between words. */
function isLetter(character: string): boolean {
  return (
    /[\p{L}\p{M}\p{N}]/u.test(character) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)
  );
}
