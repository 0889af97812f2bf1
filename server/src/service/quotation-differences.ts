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
export function differencesOf(draft: string, { judgement }: CheckedQuotation): QuotationDifference[] {
  const { place, edits, verdict } = judgement;
  if (verdict !== 'altered' || place === undefined) return [];
  const { source } = place.statement;
  return edits.flatMap((edit) => {
    if (isFormal(edit)) return [];
    const [own, other] = withoutCommon(draft, source, edit);
    const left = difference(withoutSpace(draft, own), withoutSpace(source, other));
    const isNothing = left.draft.start === left.draft.end && left.source.start === left.source.end;
    return isNothing ? [] : [behindMark(draft, source, left)];
  });
}

/** Leaves out of an edit the whole words, or characters of Chinese, that both begin or end with. */
function withoutCommon(
  draft: string,
  source: string,
  { draft: own, source: other }: Omit<QuotationDifference, 'kind'>,
): readonly [Span, Span] {
  const [a, b] = [draft.slice(own.start, own.end), source.slice(other.start, other.end)];
  const most = Math.min(a.length, b.length);
  const same = (i: number, j: number): boolean => foldCode(a.charCodeAt(i)) === foldCode(b.charCodeAt(j));
  let head = 0;
  while (head < most && same(head, head)) head++;
  while (head > 0 && (isWithinWord(a, head) || isWithinWord(b, head))) head--;
  let tail = 0;
  while (tail < most - head && same(a.length - 1 - tail, b.length - 1 - tail)) tail++;
  while (tail > 0 && (isWithinWord(a, a.length - tail) || isWithinWord(b, b.length - tail))) tail--;
  return [
    { start: own.start + head, end: own.end - tail },
    { start: other.start + head, end: other.end - tail },
  ];
}

/** True between two letters of a script that sets spaces between words, and between the halves of a rare character. */
function isWithinWord(text: string, at: number): boolean {
  return (
    WORD.test(text.slice(at - 1, at + 1)) ||
    /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
  );
}

const LETTER = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}]`;
const WORD = new RegExp(`^(?:${LETTER}){2}$`, 'u');

/** A stretch without the white space at its ends. */
function withoutSpace(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/**
 * Of `威慑”和“共享”安排` for `威慑”安排` one may say that `”和“共享` is left out, or `和“共享”`: what begins with a closing
 * mark that stands behind it too is moved behind that.
 */
function behindMark(draft: string, source: string, edit: QuotationDifference): QuotationDifference {
  const { kind, draft: own, source: other } = edit;
  const isAt = (text: string, at: number): boolean => CLOSING.test(text.charAt(at));
  const moved = ({ start, end }: Span): Span => ({ start: start + 1, end: end + 1 });
  const ends = isAt(draft, own.end) && isAt(source, other.end);
  const isMoved =
    ends &&
    ((kind === 'omission' && isAt(source, other.start)) || (kind === 'addition' && isAt(draft, own.start)));
  return isMoved ? { kind, draft: moved(own), source: moved(other) } : edit;
}

/** Marks that close a quotation; in another style they are the same. */
const CLOSING = /[”’」』»›]/;

function difference(draft: Span, source: Span): QuotationDifference {
  const kind =
    draft.start === draft.end ? 'omission' : source.start === source.end ? 'addition' : 'substitution';
  return { kind, draft, source };
}
