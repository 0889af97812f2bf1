import * as l10n from '@vscode/l10n';
import { touches } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { Hover } from './hover.ts';
import { escapeMarkdown, placeLink } from './markdown.ts';
import { markedWords } from './marked-words.ts';
import { differencesOf } from './quotation-differences.ts';
import { verdictMessage } from './quotation-messages.ts';
import { placeInWords, placesOf, relatedPlace, witnessesDiffer } from './quotation-places.ts';
import type { CheckedQuotation, QuotationOptions } from './quotations.ts';
import { rejectedReading } from './rejected-reading.ts';
import { toldQuotations, type QuotationPieces } from './told-quotations.ts';

export interface QuotationHoverOptions {
  /** How many characters of each text are shown before those that do not differ are cut with a sign. */
  readonly maxCharacters: number;
  readonly quotations: QuotationOptions;
}

/** So many places are listed. */
const MOST_PLACES = 5;

/**
 * What the quotation at an offset is worth: the verdict, and where it is altered the source and the draft one below the
 * other, with what differs marked. `undefined` outside quotations, and where nothing can be said.
 */
export async function hoverQuotation(
  pieces: QuotationPieces,
  draft: Draft,
  offset: number,
  { maxCharacters, quotations }: QuotationHoverOptions,
): Promise<Hover | undefined> {
  const told = await toldQuotations(pieces, draft, quotations);
  const checked = told.find(({ quotation: { span } }) => touches(span, offset));
  if (checked === undefined) return undefined;
  const { quotation, judgement } = checked;
  const verdict = escapeMarkdown(verdictMessage(draft.text, checked));
  const sign = judgement.verdict !== 'verbatim' ? '⚠ ' : quotation.anchor === undefined ? '' : '✓ ';
  const parts = [sign + verdict];
  if (judgement.verdict === 'altered')
    parts.push(...(await sideBySide(pieces, draft, checked, maxCharacters)));
  parts.push(...(await links(pieces, checked)));
  return { contents: parts.join('\n\n'), range: draft.lines.rangeOf(quotation.span) };
}

async function sideBySide(
  { collations }: QuotationPieces,
  draft: Draft,
  checked: CheckedQuotation,
  most: number,
): Promise<string[]> {
  const { place, edits } = checked.judgement;
  if (place === undefined) return [];
  const { text } = draft;
  const stretches = [...place.spans, ...edits.map((edit) => edit.source)];
  const differences = differencesOf(text, checked);
  const whole = {
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
  };
  const source = markedWords(
    place.statement.source,
    whole,
    differences.map((each) => each.source),
    { mark: '**', most },
  );
  const own = markedWords(
    text,
    checked.quotation.span,
    differences.map((each) => each.draft),
    { mark: '~~', most },
  );
  const rejected = await Promise.all(
    differences.map((difference) => rejectedReading(collations, text, checked, difference)),
  );
  const witnesses = [...new Set(rejected.filter((line) => line !== undefined))].map(escapeMarkdown);
  return [block(l10n.t('Source'), source), block(l10n.t('Draft'), own), ...witnesses];
}

function block(title: string, words: string): string {
  return `**${escapeMarkdown(title)}**\n> ${words}`;
}

/** Links to the places; of those that are not where they should be, with what their witnesses have. */
async function links({ collations }: QuotationPieces, checked: CheckedQuotation): Promise<string[]> {
  const places = placesOf(checked);
  const [first] = places;
  if (first === undefined) return [];
  const { uri, range } = relatedPlace(first);
  if (checked.judgement.verdict !== 'misplaced' && places.length === 1)
    return [placeLink(l10n.t('Open passage'), uri, range.start.line)];
  const items = places.slice(0, MOST_PLACES).map(async (place) => {
    const note = await witnessesDiffer(collations, place);
    const { uri: at, range: there } = relatedPlace(place);
    const link = placeLink(placeInWords(place), at, there.start.line);
    return note === undefined ? `- ${link}` : `- ${l10n.t('{0} ({1})', link, escapeMarkdown(note))}`;
  });
  const hidden = places.length - MOST_PLACES;
  const list = await Promise.all(items);
  return [[...list, ...(hidden > 0 ? [`- … ${l10n.t('and {0} more', String(hidden))}`] : [])].join('\n')];
}
