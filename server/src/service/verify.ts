import * as l10n from '@vscode/l10n';
import { isFormal, type QuotationEdit } from '../core/quotation/edits.ts';
import { readGivenWords } from '../core/quotation/given-words.ts';
import type { Judgement, QuotedPlace } from '../core/quotation/judge.ts';
import type { QuotedWords } from '../core/quotation/quoted-words.ts';
import type { Passage } from '../core/passage.ts';
import { createLineIndex, type Range } from '../core/span.ts';
import type { Library } from './library.ts';
import { differencesOf } from './quotation-differences.ts';
import { placeInWords, placesOf } from './quotation-places.ts';
import { isLong, type CheckedQuotation, type QuotationOptions, type Quotations } from './quotations.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { sourceWords } from './source-words.ts';
import { findTarget } from './target.ts';

/** What one quotation is worth. */
export interface Verified {
  readonly verdict: Judgement['verdict'];
  /** Where the words stand; of `misplaced` one of `elsewhere`, in the statement that was named if it has them. Absent for `not-found`. */
  readonly place?: VerifiedPlace;
  /** The words as the statement has them there, with `……` between stretches; empty for `not-found`. */
  readonly source: string;
  /** In the order of the quotation. */
  readonly edits: readonly VerifiedEdit[];
  /** For `verbatim` the other places that were looked at, for `misplaced` every place; each passage once. */
  readonly elsewhere: readonly VerifiedPlace[];
  /** True for words so few that they tell nothing unless the passage that was named has them: they are `not-found`. */
  readonly isTooShort: boolean;
}

export interface VerifiedPlace {
  readonly key: string;
  readonly address: string;
  /** For people: `《…联合声明》第八部分第5段`. */
  readonly words: string;
}

export interface VerifiedEdit {
  readonly kind: QuotationEdit['kind'];
  /** In the quotation as it was given; empty where words of the source are left out. */
  readonly range: Range;
  /** UTF-16 offsets of the same. */
  readonly offsets: readonly [number, number];
  readonly quoted: string;
  readonly original: string;
}

/** What `verifyQuotation` needs. */
export interface Verifier {
  readonly library: Library;
  readonly quotations: Quotations;
  /** Resolves when statements that were asked for have been read. */
  readonly ready: (keys: readonly string[]) => Promise<void>;
}

/**
 * Holds a text that is a quotation as a whole against a passage, or against all statements if none is named. Refuses
 * for a passage that does not exist, and for a text without words.
 */
export async function verifyQuotation(
  { library, quotations, ready }: Verifier,
  text: string,
  target: { readonly key: string; readonly address: string } | undefined,
  { least }: QuotationOptions,
): Promise<Verified | Refusal> {
  const words = readGivenWords(text);
  if (words === undefined) return { refused: l10n.t('There are no words to verify.') };
  const cited: Passage[] = [];
  if (target !== undefined) {
    await ready([target.key]);
    const passage = findTarget(library, target.key, target.address);
    if (isRefusal(passage)) return passage;
    cited.push(passage);
  }
  const judgement = await quotations.verify(words, cited);
  const isTooShort = !isLong(words, least) && !(cited.length > 0 && judgement.verdict === 'verbatim');
  return isTooShort
    ? { verdict: 'not-found', source: '', edits: [], elsewhere: [], isTooShort }
    : toVerified(text, words, cited, judgement);
}

function toVerified(
  text: string,
  words: QuotedWords,
  cited: readonly Passage[],
  judgement: Judgement,
): Verified {
  const span = { start: 0, end: text.length };
  const passages = { passages: cited, statements: cited.map(({ statement }) => statement) };
  const anchor = { span, references: [], ...passages, isForeign: false };
  const checked: CheckedQuotation = {
    quotation: { kind: 'block', span, words, anchor },
    ...{ judgement, witnesses: [] },
  };
  const places = placesOf(checked);
  const { verdict, place = judgement.elsewhere[0] } = judgement;
  const others = verdict === 'misplaced' ? places : places.filter((each) => !isSamePlace(each, place));
  return {
    verdict,
    ...(place !== undefined && { place: toPlace(place) }),
    source: place === undefined ? '' : sourceWords(place.statement, place.spans),
    edits: place === undefined ? [] : editsOf(text, checked, place),
    elsewhere: others.map(toPlace),
    isTooShort: false,
  };
}

function isSamePlace(a: QuotedPlace, b: QuotedPlace | undefined): boolean {
  return a.statement === b?.statement && a.address === b.address;
}

function toPlace(place: QuotedPlace): VerifiedPlace {
  const { statement, address } = place;
  return { key: statement.key, address, words: placeInWords(place) };
}

/** Whole words where something else is said, and what differs in form besides. */
function editsOf(text: string, checked: CheckedQuotation, { statement }: QuotedPlace): VerifiedEdit[] {
  const differences = differencesOf(text, checked);
  const formal = checked.judgement.edits.filter(
    (edit) =>
      isFormal(edit) &&
      !differences.some(({ draft }) => edit.draft.start < draft.end && draft.start < edit.draft.end),
  );
  const lines = createLineIndex(text);
  return [...differences, ...formal]
    .sort((a, b) => a.draft.start - b.draft.start || a.draft.end - b.draft.end)
    .map(({ kind, draft, source }) => ({
      kind,
      range: lines.rangeOf(draft),
      offsets: [draft.start, draft.end],
      quoted: text.slice(draft.start, draft.end),
      original: sourceWords(statement, source.start < source.end ? [source] : []),
    }));
}
