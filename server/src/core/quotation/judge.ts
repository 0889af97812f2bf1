import type { Passage } from '../passage.ts';
import type { Statement } from '../statement/model.ts';
import { formalEdits } from './all-edits.ts';
import { findCited, isTitle } from './cited-match.ts';
import type { QuotationEdit } from './edits.ts';
import { findElsewhere } from './elsewhere.ts';
import { nearest } from './nearest.ts';
import { exactPlace, type QuotedPlace } from './quoted-place.ts';
import type { QuotedWords } from './quoted-words.ts';

export type { QuotedPlace } from './quoted-place.ts';

/** What a quotation is worth. */
export interface Judgement {
  /**
   * `verbatim`: the words stand where they are said to stand, or anywhere if nothing is said. `altered`: others stand
   * there in their place. `misplaced`: the very words stand elsewhere. `not-found`: none of this is certain.
   */
  readonly verdict: 'verbatim' | 'altered' | 'misplaced' | 'not-found';
  /** The right place: of `verbatim` and `altered` alone. */
  readonly place?: QuotedPlace;
  /** In the order of the quotation; what is verbatim may differ in form. */
  readonly edits: readonly QuotationEdit[];
  /** Every place that has the very words, of those that were looked through; without `place`. */
  readonly elsewhere: readonly QuotedPlace[];
}

/** The judgement on words that the cited passages have as they are quoted; `undefined` if they have not. */
export function judgeCited(words: QuotedWords, cited: readonly Passage[]): Judgement | undefined {
  const found = findCited(words, cited);
  if (found !== undefined) {
    const edits = formalEdits(found.text.text, found.match);
    return { verdict: 'verbatim', place: exactPlace(found), edits, elsewhere: [] };
  }
  const titled = cited.find(({ statement }) => isTitle(words, statement));
  if (titled === undefined) return undefined;
  const { statement } = titled;
  const place = { statement, address: '', spans: [statement.titleSpan] };
  return { verdict: 'verbatim', place, edits: [], elsewhere: [] };
}

/**
 * Holds the words of a quotation against the passages that it cites, and against other statements where those do not
 * have them. `others` are all statements that may have the words; they are looked through for the very words only,
 * unless nothing is cited. What is doubtful is `not-found`.
 */
export function judge(words: QuotedWords, cited: readonly Passage[], others: Iterable<Statement>): Judgement {
  const atOnce = judgeCited(words, cited);
  if (atOnce !== undefined) return atOnce;
  const statements = new Set([...cited.map(({ statement }) => statement), ...others]);
  const exact = findElsewhere(words, statements);
  const [first] = exact;
  if (first !== undefined) {
    const places = exact.map(exactPlace);
    const [place, ...elsewhere] = places;
    const edits = formalEdits(first.text.text, first.match);
    return cited.length > 0 || place === undefined
      ? { verdict: 'misplaced', edits, elsewhere: places }
      : { verdict: 'verbatim', place, edits, elsewhere };
  }
  const near = nearest(words, cited, statements);
  return near === undefined
    ? { verdict: 'not-found', edits: [], elsewhere: [] }
    : { verdict: 'altered', ...near, elsewhere: [] };
}
