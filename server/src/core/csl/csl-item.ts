import { sourceOf } from '../format/source.ts';
import type { Metadata, Name, Statement } from '../statement/model.ts';
import { isCslType } from './csl-type.ts';

/** A statement as CSL-JSON has it. What the front matter does not say is absent. */
export interface CslItem extends CslTexts, CslDates {
  /** The citation key. */
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Absent rather than empty. */
  readonly author?: readonly CslName[];
}

export type CslTexts = Readonly<Partial<Record<CslText, string>>>;
export type CslDates = Readonly<Partial<Record<'issued' | 'event-date' | 'accessed', CslDate>>>;
export type CslName = { readonly literal: string } | { readonly family: string; readonly given: string };
export interface CslDate {
  /** `[[2025, 5, 8]]`; without the day or the month where they are not known. */
  readonly 'date-parts': readonly [readonly number[]];
}

/** The texts of an item besides its title, by the name that the front matter and CSL have for them. */
const TEXTS = {
  'title-short': 'titleShort',
  'container-title': 'containerTitle',
  'collection-title': 'collectionTitle',
  'event-title': 'eventTitle',
  // Styles and programs from before CSL 1.0.2 know the event by this name.
  event: 'eventTitle',
  'event-place': 'eventPlace',
  genre: 'genre',
  number: 'number',
  volume: 'volume',
  issue: 'issue',
  edition: 'edition',
  section: 'section',
  page: 'page',
  publisher: 'publisher',
  'publisher-place': 'publisherPlace',
  archive: 'archive',
  note: 'note',
  DOI: 'doi',
  URL: 'url',
} as const satisfies Readonly<Record<string, keyof Metadata>>;
type CslText = keyof typeof TEXTS;

/** Types whose event is where they took place. Of all others styles print it as the event's of the container. */
const EVENTS: ReadonlySet<string> = new Set([
  'speech',
  'paper-conference',
  'performance',
  'event',
  'hearing',
]);

/**
 * A statement as a CSL item. When and where it was signed is left out unless its type is that of an event: the styles of
 * GB/T would print it between the newspaper and its date, those of Chicago the date twice. But a statement of no paper, book
 * or site is dated by its signing where nothing else dates it, since most styles would say that there is no date.
 */
export function toCslItem(statement: Statement): CslItem {
  const { key, metadata } = statement;
  const { type, title, language, author, eventDate, accessed } = metadata;
  const issued = metadata.issued ?? (sourceOf(statement).kind === 'document' ? eventDate : undefined);
  const isEvent = EVENTS.has(type);
  const texts = Object.entries(TEXTS).flatMap(([name, field]) => {
    if (!isEvent && name.startsWith('event')) return [];
    const text = oneLine(metadata[field] ?? '');
    return text === '' ? [] : [[name, name === 'DOI' ? bareDoi(text) : text] as const];
  });
  return {
    id: key,
    type: isCslType(type) ? type : 'document',
    title: oneLine(title),
    ...(author.length > 0 && { author: author.map(nameOf) }),
    ...(issued !== undefined && { issued: dateOf(issued) }),
    ...(isEvent && eventDate !== undefined && { 'event-date': dateOf(eventDate) }),
    ...(accessed !== undefined && { accessed: dateOf(accessed) }),
    ...(Object.fromEntries(texts) as CslTexts),
    language: oneLine(language).replaceAll('_', '-'),
  };
}

function nameOf({ literal, family, given }: Name): CslName {
  return family === undefined || given === undefined
    ? { literal: oneLine(literal) }
    : { family: oneLine(family), given: oneLine(given) };
}

function dateOf(date: string): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}

/** Line breaks, tabs and what no format may hold become a space; wide spaces of Chinese text stay. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function bareDoi(text: string): string {
  return text.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
}
