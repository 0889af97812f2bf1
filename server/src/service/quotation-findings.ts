import type { Severity } from '../core/problem.ts';
import { measure } from '../core/quotation/quoted-words.ts';
import type { Collations } from './collations.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import { differencesOf, type QuotationDifference } from './quotation-differences.ts';
import { placesOf, relatedPlace, witnessesDiffer } from './quotation-places.ts';
import {
  alteredMessage,
  formMessage,
  misplacedMessage,
  notFoundMessage,
  uncitedMessage,
} from './quotation-messages.ts';
import type { CheckedQuotation, QuotationOptions, Quotations } from './quotations.ts';

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
  least: 4,
  levels: {
    'quote-altered': 'warning',
    'quote-misplaced': 'warning',
    'quote-not-found': 'warning',
    'quote-form': 'off',
    'quote-uncited': 'hint',
  },
};

/** What findings about quotations are made from. */
export interface QuotationPieces {
  readonly quotations: Quotations;
  readonly collations: Collations;
  /** True while statements are being read: what is not there yet may still come. */
  readonly isLoading: () => boolean;
}

/** Words without a citation are told of only from this many times `least` on: short ones are anybody's. */
const UNCITED_TIMES = 3;

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
  const { levels, least } = options;
  if (quotationCodes.every((code) => levels[code] === 'off')) return [];
  const checked = await pieces.quotations.check(draft, options);
  const found = await Promise.all(checked.map((each) => findingsOf(pieces, draft, each, least)));
  return found.flat().flatMap((finding) => {
    const level = levels[finding.code];
    if (level === 'off') return [];
    return [{ ...finding, severity: weakest(level, finding.severity) }];
  });
}

interface QuotationFinding extends Omit<Finding, 'code' | 'severity'> {
  readonly code: QuotationCode;
  /** No more than this, whatever the settings say. */
  readonly severity?: 'information';
}

async function findingsOf(
  { collations, isLoading }: QuotationPieces,
  draft: Draft,
  checked: CheckedQuotation,
  least: number,
): Promise<QuotationFinding[]> {
  const { quotation, judgement } = checked;
  const { anchor } = quotation;
  const range = draft.lines.rangeOf(quotation.span);
  if (anchor === undefined) {
    const { han, characters } = measure(quotation.words);
    const isLong = han >= least * UNCITED_TIMES || characters - han >= least * UNCITED_TIMES * 3;
    if (judgement.verdict !== 'verbatim' || !isLong) return [];
    const places = placesOf(checked);
    const message = uncitedMessage(places);
    return [
      {
        range,
        code: 'quote-uncited',
        message,
        related: places.slice(0, MOST_RELATED).map((place) => relatedPlace(place)),
      },
    ];
  }
  switch (judgement.verdict) {
    case 'verbatim': {
      const message = formMessage(judgement.edits);
      const related = placesOf(checked).map((place) => relatedPlace(place));
      return message === undefined ? [] : [{ range, code: 'quote-form', message, related }];
    }
    case 'altered':
      return alteredFindings(collations, draft, checked);
    case 'misplaced': {
      if (isLoading()) return [];
      const places = placesOf(checked);
      const related = await Promise.all(
        places
          .slice(0, MOST_RELATED)
          .map(async (place) => relatedPlace(place, await witnessesDiffer(collations, place))),
      );
      return [{ range, code: 'quote-misplaced', message: misplacedMessage(anchor, places), related }];
    }
    case 'not-found': {
      if (isLoading()) return [];
      const isBroken = anchor.statements.some(({ metadata }) => metadata.completeness === 'truncated');
      const message = notFoundMessage(anchor);
      return [{ range, code: 'quote-not-found', message, ...(isBroken && { severity: 'information' }) }];
    }
  }
}

/** So many places are listed beside a finding. */
const MOST_RELATED = 10;

async function alteredFindings(
  collations: Collations,
  draft: Draft,
  checked: CheckedQuotation,
): Promise<QuotationFinding[]> {
  const { place } = checked.judgement;
  if (place === undefined) return [];
  const { statement, address } = place;
  const messages = differencesOf(draft.text, checked).map(async (difference): Promise<QuotationFinding> => ({
    range: draft.lines.rangeOf(markedSpan(draft.text, difference)),
    code: 'quote-altered',
    message: await alteredMessage(collations, draft.text, checked, difference),
    related: [relatedPlace({ statement, address, spans: [difference.source] })],
  }));
  return Promise.all(messages);
}

/** The differing characters; for something left out, which has none, the two characters around the gap. */
export function markedSpan(
  draft: string,
  { draft: { start, end } }: QuotationDifference,
): { start: number; end: number } {
  if (start < end) return { start, end };
  const isTail = (at: number): boolean => /[\uDC00-\uDFFF]/.test(draft.charAt(at));
  return { start: start - (isTail(start - 1) ? 2 : 1), end: end + (isTail(end + 1) ? 2 : 1) };
}

const WEIGHTS = ['hint', 'information', 'warning', 'error'] as const;

function weakest(level: Severity | 'hint', most: Severity | undefined): Severity | 'hint' {
  return most !== undefined && WEIGHTS.indexOf(most) < WEIGHTS.indexOf(level) ? most : level;
}
