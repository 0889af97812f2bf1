import * as l10n from '@vscode/l10n';
import { findWords, passageRange } from '../core/accounting/passage-range.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import type { Variant } from '../core/collation/collate.ts';
import { addressAt, findPassage } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { isStatementFile } from '../core/statement/parse.ts';
import type { Collated } from './collations.ts';
import { lineOfPlace, moreInWords, variantInWords } from './doubt-lines.ts';
import { overlaps, type DoubtfulPlace } from './doubtful.ts';
import { escapeMarkdown, placeLink } from './markdown.ts';
import { linesInWords, placesOfPassage, type WitnessPlaces } from './provenance.ts';
import { kindInWords, readingsOf } from './variant-words.ts';

const MOST_ITEMS = 6;

/**
 * What is known of the paragraph under the cursor of a statement file: address, witnesses, variants, emendations, doubts
 * and signs of corruption. `undefined` outside paragraphs and headings.
 */
export function hoverParagraph(
  statement: Statement,
  offset: number,
  collated: Collated | undefined,
  places: readonly DoubtfulPlace[],
): { readonly contents: string; readonly range: Range } | undefined {
  if (!isStatementFile(statement.uri)) return undefined;
  const address = addressAt(statement, { start: offset, end: offset });
  const passage = address === '' ? undefined : findPassage(statement, address);
  if (passage === undefined) return undefined;
  const span = passage.kind === 'section' ? (passage.section?.headingSpan ?? passage.span) : passage.span;
  const inside = places.filter((place) => overlaps(place.span, span));
  const parts = [
    `**${escapeMarkdown(formatLocator(address, statement))}** · \`${address}\``,
    ...(collated === undefined ? [] : [witnesses(placesOfPassage(collated, address))]),
    ...variants(collated, span),
    ...group(l10n.t('Emendations'), inside, 'emendation'),
    ...group(l10n.t('Doubts'), inside, 'doubt'),
    ...group(l10n.t('Signs of corruption'), inside, 'sign'),
  ];
  return { contents: parts.join('\n\n'), range: statement.lines.rangeOf(span) };
}

/** `A 001_….txt, lines 9–11`, with a link for each witness that carries the passage. */
function witnesses(all: readonly WitnessPlaces[]): string {
  return all
    .map(({ siglum, source, uri, ranges }) => {
      const [first] = ranges;
      if (first === undefined) return l10n.t('{0} lacks this passage', `**${escapeMarkdown(siglum)}**`);
      const lines = linesInWords(ranges);
      const where = /\D/.test(lines)
        ? l10n.t('{0}, lines {1}', source, lines)
        : l10n.t('{0}, line {1}', source, lines);
      return `**${escapeMarkdown(siglum)}** ${placeLink(where, uri, first.start.line)}`;
    })
    .join('  \n');
}

/** Of every kind, also those that make no passage doubtful; not where pages break alone. */
function variants(collated: Collated | undefined, span: { start: number; end: number }): string[] {
  if (collated === undefined) return [];
  const items = collated.collation.variants
    .filter((variant) => overlaps(variant.span, span))
    .filter((variant) => readingsOf(collated, variant).some(({ isSame }) => !isSame))
    .map((variant) => {
      const words = escapeMarkdown(variantInWords({ collated, variant }));
      const item = l10n.t('{0} ({1})', words, kindInWords(variant.kind));
      const reason = recordedReason(collated, variant);
      return reason === undefined ? item : l10n.t('{0}. {1}', item, escapeMarkdown(reason));
    });
  return list(l10n.t('Variants'), items);
}

/** Why the editor chose the reading of the text, where the front matter says so. */
function recordedReason({ collation: { text } }: Collated, { start, end }: Variant): string | undefined {
  return text.statement.metadata.variants?.find(({ at, text: words, reason }) => {
    const passage = reason === undefined ? undefined : passageRange(text, at);
    const found =
      passage &&
      (words === undefined ? [[passage.start, passage.end] as const] : findWords(text, passage, words));
    return found?.some(([from, to]) => from <= start && end <= to);
  })?.reason;
}

function group(
  title: string,
  places: readonly DoubtfulPlace[],
  kind: Exclude<DoubtfulPlace['kind'], 'variant'>,
): string[] {
  return list(
    title,
    places.flatMap((place) => (place.kind === 'variant' || place.kind !== kind ? [] : [lineOfPlace(place)])),
  );
}

function list(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST_ITEMS).map((item) => `- ${item}`);
  const hidden = items.length - MOST_ITEMS;
  if (hidden > 0) shown.push(`- … ${moreInWords(hidden)}`);
  return [`${title}\n${shown.join('\n')}`];
}
