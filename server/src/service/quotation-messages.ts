import * as l10n from '@vscode/l10n';
import { formatLocator } from '../core/citation/format-locator.ts';
import { quoted as inMarks, quotationMarks } from '../core/quotation-marks.ts';
import type { QuotedPlace } from '../core/quotation/judge.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Collations } from './collations.ts';
import { differencesOf, type QuotationDifference } from './quotation-differences.ts';
import { formEdits } from './quotation-form.ts';
import { placeInWords, placesOf } from './quotation-places.ts';
import type { QuotationSource } from './quotation-sources.ts';
import type { CheckedQuotation } from './quotations.ts';
import { rejectedReading } from './rejected-reading.ts';
import { shortened } from './variant-words.ts';

/** What a quotation is worth, in one sentence. */
export function verdictMessage(draft: string, checked: CheckedQuotation): string {
  const { quotation, judgement } = checked;
  const { anchor } = quotation;
  const places = placesOf(checked);
  const [place] = places;
  const where = (): string => (place === undefined ? '' : placeInWords(place));
  if (anchor === undefined) return uncitedMessage(places);
  switch (judgement.verdict) {
    case 'verbatim':
      return l10n.t('Word for word in {0}.', where());
    case 'altered': {
      const count = differencesOf(draft, checked).length;
      return count === 1
        ? l10n.t('Differs in one place from {0}.', where())
        : l10n.t('Differs in {1} places from {0}.', where(), String(count));
    }
    case 'misplaced':
      return misplacedMessage(anchor, places);
    case 'not-found':
      return notFoundMessage(anchor);
  }
}

/** What the source has where a quotation has something else, and which witness reads as the quotation does. */
export async function alteredMessage(
  collations: Collations,
  draft: string,
  checked: CheckedQuotation,
  difference: QuotationDifference,
): Promise<string> {
  const { source = '' } = checked.judgement.place?.statement ?? {};
  const quoted = oneLine(draft.slice(difference.draft.start, difference.draft.end));
  const own = oneLine(source.slice(difference.source.start, difference.source.end));
  const sentence = differenceInWords(difference.kind, quoted, own);
  const rejected = await rejectedReading(collations, draft, checked, difference);
  return rejected === undefined ? sentence : l10n.t('{0} {1}', sentence, rejected);
}

function differenceInWords(kind: QuotationDifference['kind'], quoted: string, own: string): string {
  switch (kind) {
    case 'substitution':
      return l10n.t('“{0}” stands in the source as “{1}”.', quoted, own);
    case 'omission':
      return l10n.t('The source has “{0}” here.', own);
    case 'addition':
      return l10n.t('“{0}” does not stand in the source.', quoted);
  }
}

const MOST_PLACES = 3;

/** Where words really stand that are not where their citation says. */
export function misplacedMessage(anchor: QuotationSource, places: readonly QuotedPlace[]): string {
  const [statement, ...others] = anchor.statements;
  const isOne = statement !== undefined && others.length === 0;
  const isHome = isOne && places.every((place) => place.statement === statement);
  const listed = places
    .slice(0, MOST_PLACES)
    .map((place) => (isHome ? formatLocator(place.address, statement) : placeInWords(place)));
  const hidden = places.length - listed.length;
  const where = listed.join(l10n.t(', '));
  const all = hidden > 0 ? l10n.t('{0} and {1} more', where, String(hidden)) : where;
  const cited = isHome
    ? anchor.passages.map(({ address }) => formatLocator(address, statement)).join(l10n.t(', '))
    : citedInWords(anchor);
  return cited === ''
    ? l10n.t('These words stand in {0}.', all)
    : l10n.t('These words stand in {0}, not in {1}.', all, cited);
}

/** What a citation names. */
export function citedInWords({ passages, statements }: QuotationSource): string {
  const named =
    passages.length > 0
      ? passages.map((passage) => placeInWords(passage))
      : statements.map((statement) => placeInWords({ statement, address: '' }));
  return named.join(l10n.t(', '));
}

/** That words were not found, and whether the cited statement lacks a part that may have had them. */
export function notFoundMessage(anchor: QuotationSource): string {
  const sentence = l10n.t(
    'These words were found neither in {0} nor elsewhere in the corpus.',
    citedInWords(anchor),
  );
  const broken = anchor.statements.filter(({ metadata }) => metadata.completeness === 'truncated');
  if (broken.length === 0) return sentence;
  const titles = broken.map((statement) => shortTitle(statement)).join(l10n.t(', '));
  return l10n.t(
    '{0} {1}',
    sentence,
    l10n.t('“{0}” breaks off in its source: they may stand in the part that is missing.', titles),
  );
}

/** In what a quotation differs that says the same; `undefined` if it is set as its source. */
export function formMessage(draft: string, checked: CheckedQuotation): string | undefined {
  const kinds = new Set(formEdits(draft, checked).map(({ kind }) => kind));
  const names = [
    ...(kinds.has('width') ? [l10n.t('width')] : []),
    ...(kinds.has('script') ? [l10n.t('simplified or traditional characters')] : []),
    ...(kinds.has('spacing') ? [l10n.t('spaces')] : []),
    ...(kinds.has('marks') ? [l10n.t('style of marks')] : []),
  ];
  return names.length === 0
    ? undefined
    : l10n.t('Word for word, but set otherwise than the source: {0}.', names.join(l10n.t(', ')));
}

/** That words without a citation stand in the corpus. */
export function uncitedMessage(places: readonly QuotedPlace[]): string {
  const [first] = places;
  const where = first === undefined ? '' : placeInWords(first);
  return places.length > 1
    ? l10n.t('These words stand in {0} and {1} more; no citation says so.', where, String(places.length - 1))
    : l10n.t('These words stand in {0}; no citation says so.', where);
}

/** As it stands between the marks of a message. */
function oneLine(words: string): string {
  const line = words.replace(/\s*\n[\s>#]*/g, ' ');
  return shortened(inMarks(line, quotationMarks('en')).slice(1, -1));
}
