import { findWords, passageRange } from '../core/accounting/passage-range.ts';
import { spanOf } from '../core/collation/char-stream.ts';
import type { Variant } from '../core/collation/collate.ts';
import { editedText, type EditedText } from '../core/collation/edited-text.ts';
import type { Sign } from '../core/corruption/sign.ts';
import type { Span } from '../core/span.ts';
import type { Doubt, Emendation, Statement } from '../core/statement/model.ts';
import type { Collated, Collations } from './collations.ts';

/** A place of a statement where a reader may wonder what the text really says. */
export type DoubtfulPlace = {
  /** In the file of the statement. */
  readonly span: Span;
} & (
  | { readonly kind: 'variant'; readonly variant: Variant; readonly collated: Collated }
  | { readonly kind: 'emendation'; readonly emendation: Emendation }
  | { readonly kind: 'doubt'; readonly doubt: Doubt }
  | { readonly kind: 'sign'; readonly sign: Sign }
);

const SUBSTANTIAL: readonly Variant['kind'][] = [
  ...(['displacement', 'repetition', 'substitution', 'omission', 'addition'] as const),
];

/** True for a difference in wording; how marks, spaces, characters and paragraphs are written is none. */
export function isSubstantial({ kind }: Variant): boolean {
  return SUBSTANTIAL.includes(kind);
}

/**
 * Every doubtful place of a statement, in the order of the text: variants in wording, emendations, doubts, and the
 * signs of corruption that no doubt speaks of already.
 */
export function doubtfulPlaces(
  statement: Statement,
  collated: Collated | undefined,
  signs: readonly Sign[],
): DoubtfulPlace[] {
  const { emendations, doubts } = statement.metadata;
  const isDeclared = emendations.length + doubts.length > 0;
  const text =
    collated?.collation.text ?? (isDeclared ? editedText(statement, statement.titleSpan) : undefined);
  const variants = collated === undefined ? [] : placesOfVariants(collated);
  const emended = emendations.flatMap((emendation) =>
    placesOf(text, emendation.at, emendation.reading).map((span) => ({
      ...{ kind: 'emendation' as const, span, emendation },
    })),
  );
  const doubted = doubts.flatMap((doubt) =>
    placesOf(text, doubt.at, doubt.text).map((span) => ({ kind: 'doubt' as const, span, doubt })),
  );
  const seen = signs
    .filter(({ span }) => !doubted.some((doubt) => overlaps(doubt.span, span)))
    .map((sign) => ({ kind: 'sign' as const, span: sign.span, sign }));
  return [...variants, ...emended, ...doubted, ...seen].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

function placesOfVariants(collated: Collated): DoubtfulPlace[] {
  return collated.collation.variants
    .filter(isSubstantial)
    .map((variant) => ({ kind: 'variant', span: variant.span, variant, collated }));
}

/** The same, with what is needed for it. */
export async function doubtfulPlacesOf(
  collations: Collations,
  statement: Statement,
): Promise<DoubtfulPlace[]> {
  return doubtfulPlaces(statement, await collations.of(statement), collations.signs(statement));
}

/** True where two stretches have a character in common, or an empty one lies within or at the edge of the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start === a.end || b.start === b.end
    ? a.start <= b.end && b.start <= a.end
    : a.start < b.end && b.start < a.end;
}

/** Where the words of a front matter item stand; the whole passage if they are not found there. */
function placesOf(text: EditedText | undefined, at: string, words: string): Span[] {
  const passage = text && passageRange(text, at);
  if (text === undefined || passage === undefined) return [];
  const [found] = findWords(text, passage, words);
  return [found === undefined ? passage.span : spanOf(text.stream, ...found)];
}
