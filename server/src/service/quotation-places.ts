import * as l10n from '@vscode/l10n';
import { formatLocator } from '../core/citation/format-locator.ts';
import type { QuotedPlace } from '../core/quotation/judge.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Collations } from './collations.ts';
import { overlaps } from './doubtful.ts';
import type { RelatedPlace } from './finding.ts';
import type { CheckedQuotation } from './quotations.ts';
import { variantInWords } from './doubt-lines.ts';
import { readingsOf } from './variant-words.ts';

/**
 * Where the words of a quotation stand, each passage once: those of the cited statements first, then by date, the
 * newest first, and within a statement in the order of the text. Empty for what was not found.
 */
export function placesOf({ quotation, judgement }: CheckedQuotation): QuotedPlace[] {
  const { place, elsewhere } = judgement;
  const cited = new Set(quotation.anchor?.statements);
  const all = new Map<string, QuotedPlace>();
  for (const each of place === undefined ? elsewhere : [place, ...elsewhere]) {
    const id = `${each.statement.key}#${each.address}`;
    if (!all.has(id)) all.set(id, each);
  }
  const start = ({ spans }: QuotedPlace): number => spans[0]?.start ?? 0;
  return [...all.values()].sort(
    (a, b) =>
      Number(cited.has(b.statement)) - Number(cited.has(a.statement)) ||
      dateOf(b.statement).localeCompare(dateOf(a.statement)) ||
      a.statement.key.localeCompare(b.statement.key) ||
      start(a) - start(b),
  );
}

/** `《…联合声明》第八部分第5段`, or the title alone for an empty address. */
export function placeInWords({ statement, address }: Pick<QuotedPlace, 'statement' | 'address'>): string {
  const title = shortTitle(statement);
  return address === ''
    ? l10n.t('“{0}”', title)
    : l10n.t('{0} of “{1}”', formatLocator(address, statement), title);
}

/** The place in the statement's file, with its name and, where something is to be said of it, a note. */
export function relatedPlace(place: QuotedPlace, note?: string): RelatedPlace {
  const { statement, spans } = place;
  const [first, last] = [spans[0], spans.at(-1)];
  const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const where = placeInWords(place);
  return {
    uri: statement.uri,
    range: statement.lines.rangeOf(span),
    message: note === undefined ? where : l10n.t('{0} ({1})', where, note),
  };
}

/** Says where a statement has several witnesses whether they differ in the words; `undefined` where it has not. */
export async function witnessesDiffer(
  collations: Collations,
  { statement, spans }: QuotedPlace,
): Promise<string | undefined> {
  const collated = statement.metadata.witnesses.length < 2 ? undefined : await collations.of(statement);
  if (collated === undefined) return undefined;
  const variants = collated.collation.variants.filter(
    (variant) =>
      spans.some((span) => overlaps(span, variant.span)) &&
      variant.readings.size > 1 &&
      readingsOf(collated, variant).some(({ isSame }) => !isSame),
  );
  const [first] = variants;
  if (first !== undefined)
    return l10n.t('the witnesses differ there: {0}', variantInWords({ collated, variant: first }));
  return undefined;
}

function dateOf({ metadata }: Statement): string {
  return metadata.eventDate ?? metadata.issued ?? '';
}
