import * as l10n from '@vscode/l10n';
import { openingWords } from '../core/passage.ts';
import type { Statement } from '../core/statement/model.ts';
import { overlaps, type DoubtfulPlace } from './doubtful.ts';
import { escapeMarkdown } from './markdown.ts';
import { messageOf } from './messages.ts';
import { readingsInWords, readingsOf, shortened, variantInContext } from './variant-words.ts';

const MOST_LINES = 4;
const MOST_VARIANTS = 3;
const REASON_LENGTH = 120;

/**
 * What a reader must know before quoting a passage, in Markdown: one line for all variants, one for each emendation,
 * doubt and sign of corruption; cut with a sign where there are many. Empty for a sound passage.
 */
export function doubtLines(statement: Statement, places: readonly DoubtfulPlace[]): string[] {
  const told = places.filter((place) => !isTruncatedEnd(statement, place));
  const variants = told.filter((place) => place.kind === 'variant');
  const others = told.flatMap((place) => (place.kind === 'variant' ? [] : [inWords(place)]));
  const lines = [...(variants.length === 0 ? [] : [variantLine(variants)]), ...others];
  const hidden = lines.length - MOST_LINES;
  const shown = lines.slice(0, MOST_LINES).map((line) => `⚠ ${line}`);
  if (hidden > 0) shown.push(`… ${moreInWords(hidden)}`);
  return shown;
}

export function moreInWords(count: number): string {
  return count === 1
    ? l10n.t('and 1 more doubtful place')
    : l10n.t('and {0} more doubtful places', String(count));
}

type Variants = Extract<DoubtfulPlace, { kind: 'variant' }>;

function variantLine(variants: readonly Variants[]): string {
  const shown = variants
    .slice(0, MOST_VARIANTS)
    .map((place) => escapeMarkdown(variantInWords(place, true)))
    .join(l10n.t('; '));
  const hidden = variants.length - MOST_VARIANTS;
  const more = hidden > 0 ? ` … ${moreInWords(hidden)}` : '';
  return `${l10n.t('The witnesses differ: {0}', shown)}${more}`;
}

/** `加强〔国〕情研讨: A “资”, B as here`; without B where only what differs is wanted. */
export function variantInWords(
  { collated, variant }: Omit<Variants, 'kind' | 'span'>,
  isShort = false,
): string {
  const readings = readingsOf(collated, variant).filter(({ isSame }) => !isShort || !isSame);
  return l10n.t('{0}: {1}', variantInContext(collated, variant), readingsInWords(readings, variant.kind));
}

/** What stands at the head of a line tells what it is about. */
function inWords(place: Exclude<DoubtfulPlace, Variants>): string {
  const line = lineOfPlace(place);
  switch (place.kind) {
    case 'emendation':
      return l10n.t('Emended: {0}', line);
    case 'doubt':
      return l10n.t('Doubtful: {0}', line);
    case 'sign':
      return line;
  }
}

/** An emendation, a doubt or a sign of corruption, in Markdown, with its reason. */
export function lineOfPlace(place: Exclude<DoubtfulPlace, Variants>): string {
  switch (place.kind) {
    case 'emendation': {
      const { reading, witness, reason } = place.emendation;
      return withReason(
        l10n.t('“{0}”, in the witness “{1}”.', shortened(reading), shortened(witness)),
        reason,
      );
    }
    case 'doubt':
      return withReason(l10n.t('“{0}”.', shortened(place.doubt.text)), place.doubt.reason);
    case 'sign':
      return escapeMarkdown(messageOf({ code: place.sign.kind, values: place.sign.reasonValues }));
  }
}

function withReason(words: string, reason: string): string {
  return `${escapeMarkdown(words)} ${escapeMarkdown(openingWords(reason, REASON_LENGTH))}`;
}

/** That a truncated statement breaks off at its end is said of the statement as a whole. */
function isTruncatedEnd({ metadata, paragraphs }: Statement, place: DoubtfulPlace): boolean {
  const last = paragraphs.at(-1);
  return (
    metadata.completeness === 'truncated' &&
    place.kind === 'sign' &&
    place.sign.kind === 'broken-off' &&
    last !== undefined &&
    overlaps(last.span, place.span)
  );
}
