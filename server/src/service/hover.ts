import * as l10n from '@vscode/l10n';
import { formatLocator } from '../core/citation/format-locator.ts';
import { findPassage, openingWords, type Passage } from '../core/passage.ts';
import type { Range } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { shortTitle } from '../core/statement/short-title.ts';
import type { Collations } from './collations.ts';
import { countOf, factsOf, warningOf } from './describe.ts';
import { doubtLines } from './doubt-lines.ts';
import { doubtfulPlacesOf, overlaps } from './doubtful.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { escapeMarkdown, placeLink } from './markdown.ts';
import { messageOf } from './messages.ts';
import { hoverParagraph } from './paragraph-hover.ts';
import type { QuotationOptions } from './quotations.ts';
import { referenceAt, type Reference } from './reference.ts';

export interface Hover {
  /** Markdown. */
  readonly contents: string;
  readonly range: Range;
}

export interface HoverOptions {
  /** How many characters of passage text are shown before it is cut with a sign. */
  readonly maxCharacters: number;
  /** What counts as a quotation; absent to say nothing of quotations. */
  readonly quotations?: QuotationOptions;
}

const OPENING_LENGTH = 28;

/**
 * The text that the reference under the cursor points to; in a statement file, where there is no reference, what is
 * known of the paragraph. `undefined` anywhere else.
 */
export async function hoverAt(
  library: Library,
  collations: Collations,
  draft: Draft,
  offset: number,
  options: HoverOptions,
): Promise<Hover | undefined> {
  const reference = referenceAt(library, draft, offset);
  if (reference !== undefined) return hoverReference(collations, draft, reference, options);
  const statement = library.corpus.byUri(draft.uri);
  if (statement === undefined) return undefined;
  const [collated, places] = await Promise.all([
    collations.of(statement),
    doubtfulPlacesOf(collations, statement),
  ]);
  return hoverParagraph(statement, offset, collated, places);
}

async function hoverReference(
  collations: Collations,
  draft: Draft,
  { statement, passages, problems, span }: Reference,
  { maxCharacters }: HoverOptions,
): Promise<Hover> {
  const warnings = problems.map((problem) => `⚠ ${escapeMarkdown(messageOf(problem))}`);
  const texts = await Promise.all(
    passages.map((passage) =>
      passage.kind === 'statement'
        ? Promise.resolve(summary(passage.statement))
        : passageText(collations, passage, maxCharacters),
    ),
  );
  const head = statement === undefined ? [] : [title(statement)];
  return { contents: [...head, ...warnings, ...texts].join('\n\n'), range: draft.lines.rangeOf(span) };
}

function title(statement: Statement): string {
  const facts = [factsOf(statement), `@${statement.key}`].filter((part) => part !== '').join(' · ');
  const warning = warningOf(statement);
  const lines = [`**${escapeMarkdown(shortTitle(statement))}**`, escapeMarkdown(facts)];
  if (warning !== '') lines.push(`⚠ ${escapeMarkdown(warning)}`);
  return lines.join('  \n');
}

/** What a bare key shows: the full title, how much text there is, and the sections with their opening words. */
function summary(statement: Statement): string {
  const { metadata, sections, paragraphs, uri, lines, source } = statement;
  const parts = [escapeMarkdown(metadata.title)];
  const outline = sections.map((section) => {
    const label = formatLocator(section.address, statement);
    const link = placeLink(label, uri, lines.positionAt(section.span.start).line);
    const opening = section.heading === '' ? (section.paragraphs[0]?.text ?? '') : section.heading;
    const inside = findPassage(statement, section.address)?.paragraphs ?? [];
    return `- ${link} ${escapeMarkdown(openingWords(opening, OPENING_LENGTH))} (${countOf(inside.length)})`;
  });
  parts.push(outline.length > 0 ? outline.join('\n') : countOf(paragraphs.length));
  const start = paragraphs[0]?.span.start ?? source.length;
  parts.push(placeLink(l10n.t('Open statement'), uri, lines.positionAt(start).line));
  return parts.join('\n\n');
}

async function passageText(collations: Collations, passage: Passage, maxCharacters: number): Promise<string> {
  const { statement, address, paragraphs, span } = passage;
  const locator = formatLocator(address, statement);
  const heading = passage.section?.heading ?? '';
  const several = paragraphs.length > 1;
  const quoted: string[] = [];
  let left = maxCharacters;
  for (const paragraph of paragraphs) {
    if (left <= 0) break;
    const text = openingWords(paragraph.text, left);
    left -= text.length;
    const number = several ? `*${escapeMarkdown(paragraph.address)}* ` : '';
    quoted.push(`> ${number}${escapeMarkdown(text)}`);
  }
  const hidden = paragraphs.length - quoted.length;
  const parts = [
    `**${escapeMarkdown(locator)}**${heading === '' ? '' : ` · ${escapeMarkdown(heading)}`}`,
    quoted.join('\n>\n'),
  ];
  if (hidden > 0) parts.push(`… ${l10n.t('and {0} more', countOf(hidden))}`);
  const places = await doubtfulPlacesOf(collations, statement);
  const doubtful = doubtLines(
    statement,
    places.filter((place) => paragraphs.some((paragraph) => overlaps(paragraph.span, place.span))),
  );
  // One line each, without the space of a paragraph between them.
  if (doubtful.length > 0) parts.push(doubtful.join('  \n'));
  parts.push(placeLink(l10n.t('Open passage'), statement.uri, statement.lines.positionAt(span.start).line));
  return parts.join('\n\n');
}
