import type { Severity } from '../core/problem.ts';
import type { Span } from '../core/span.ts';
import type { Collations } from './collations.ts';
import type { Draft } from './draft.ts';
import type { Finding, RelatedPlace } from './finding.ts';
import { differencesOf, type QuotationDifference } from './quotation-differences.ts';
import {
  alteredMessage,
  formMessage,
  misplacedMessage,
  notFoundMessage,
  uncitedMessage,
  verdictMessage,
} from './quotation-messages.ts';
import { placesOf, relatedPlace, witnessesDiffer } from './quotation-places.ts';
import type { QuotationSource } from './quotation-sources.ts';
import { defaultQuotationOptions, type CheckedQuotation, type QuotationOptions } from './quotations.ts';
import { toldQuotations, type QuotationPieces } from './told-quotations.ts';

/** What can be wrong with a quotation, as code of a finding. */
export const quotationCodes = [
  'quote-altered',
  'quote-misplaced',
  'quote-not-found',
  'quote-form',
  'quote-uncited',
] as const;
export type QuotationCode = (typeof quotationCodes)[number];

export interface QuotationFindingOptions extends QuotationOptions {
  /** What each of them is worth; `off` says nothing. */
  readonly levels: Readonly<Record<QuotationCode, Severity | 'hint' | 'off'>>;
}

export const defaultQuotationFindingOptions: QuotationFindingOptions = {
  ...defaultQuotationOptions,
  levels: {
    'quote-altered': 'warning',
    'quote-misplaced': 'warning',
    'quote-not-found': 'warning',
    'quote-form': 'off',
    'quote-uncited': 'hint',
  },
};

/**
 * What is to be said of the quotations of a draft, in the order of the text. `quote-altered`: one finding for each place
 * that says something else than the source, at the differing characters, or at the two between which something is left
 * out. The others: one for each quotation, at the quotation with its marks. While the corpus is being read nothing is
 * called misplaced or not found.
 */
export async function quotationFindings(
  pieces: QuotationPieces,
  draft: Draft,
  options: QuotationFindingOptions,
): Promise<Finding[]> {
  const { levels } = options;
  if (quotationCodes.every((code) => levels[code] === 'off')) return [];
  const told = await toldQuotations(pieces, draft, options);
  const found = await Promise.all(told.map((checked) => findingsOf(pieces.collations, draft, checked)));
  return found.flat().flatMap((finding) => {
    const level = levels[finding.code];
    return level === 'off' ? [] : [{ ...finding, severity: weaker(level, finding.severity) }];
  });
}

interface QuotationFinding extends Omit<Finding, 'code' | 'severity'> {
  readonly code: QuotationCode;
  /** No more than this, whatever the settings say. */
  readonly severity?: 'information';
}

/** So many places are listed beside a finding. */
const MOST_RELATED = 10;

async function findingsOf(
  collations: Collations,
  draft: Draft,
  checked: CheckedQuotation,
): Promise<readonly QuotationFinding[]> {
  const { quotation, judgement } = checked;
  const { anchor, span } = quotation;
  if (judgement.verdict === 'altered') return alteredFindings(collations, draft, checked);
  const places = placesOf(checked);
  const shown = places.slice(0, MOST_RELATED);
  const whole = (
    code: QuotationCode,
    message: string,
    related?: readonly RelatedPlace[],
  ): QuotationFinding => ({
    range: draft.lines.rangeOf(span),
    ...{ code, message },
    ...(related && { related }),
  });
  const plain = (): RelatedPlace[] => shown.map((place) => relatedPlace(place));
  if (anchor === undefined) return [whole('quote-uncited', uncitedMessage(places), plain())];
  switch (judgement.verdict) {
    case 'verbatim': {
      const message = formMessage(draft.text, checked);
      return message === undefined ? [] : [whole('quote-form', message, plain())];
    }
    case 'misplaced': {
      const related = shown.map(async (place) =>
        relatedPlace(place, await witnessesDiffer(collations, place)),
      );
      return [whole('quote-misplaced', misplacedMessage(anchor, places), await Promise.all(related))];
    }
    case 'not-found': {
      const finding = whole('quote-not-found', notFoundMessage(anchor));
      return [mayBeMissing(anchor) ? { ...finding, severity: 'information' } : finding];
    }
  }
}

async function alteredFindings(
  collations: Collations,
  draft: Draft,
  checked: CheckedQuotation,
): Promise<QuotationFinding[]> {
  const { judgement, quotation } = checked;
  const { place } = judgement;
  if (place === undefined) return [];
  const differences = differencesOf(draft.text, checked);
  if (differences.length === 0) {
    const message = verdictMessage(draft.text, checked);
    const range = draft.lines.rangeOf(quotation.span);
    return [{ range, code: 'quote-altered', message, related: [relatedPlace(place)] }];
  }
  const found = differences.map(async (difference): Promise<QuotationFinding> => ({
    range: draft.lines.rangeOf(markedSpan(draft.text, difference)),
    code: 'quote-altered',
    message: await alteredMessage(collations, draft.text, checked, difference),
    related: [relatedPlace({ ...place, spans: [difference.source] })],
  }));
  return Promise.all(found);
}

/** The differing characters; for something left out, which has none, the two characters around the gap. */
export function markedSpan(draft: string, { draft: { start, end } }: QuotationDifference): Span {
  if (start < end) return { start, end };
  const isTail = (at: number): boolean => /[\uDC00-\uDFFF]/.test(draft.charAt(at));
  return { start: start - (isTail(start - 1) ? 2 : 1), end: end + (isTail(end + 1) ? 2 : 1) };
}

/** True if what is cited may reach into a part that the statement has lost: all of it, its end, or what it lacks. */
function mayBeMissing({ statements, passages }: QuotationSource): boolean {
  return statements.some((statement) => {
    if (statement.metadata.completeness !== 'truncated') return false;
    const cited = passages.filter((passage) => passage.statement === statement);
    const last = statement.paragraphs.at(-1);
    return cited.length === 0 || cited.some(({ paragraphs }) => paragraphs.at(-1) === last);
  });
}

const WEIGHTS = ['hint', 'information', 'warning', 'error'] as const;

function weaker(level: Severity | 'hint', most: Severity | undefined): Severity | 'hint' {
  return most !== undefined && WEIGHTS.indexOf(most) < WEIGHTS.indexOf(level) ? most : level;
}
