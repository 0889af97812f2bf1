import type { Cited, Position } from '../core/format/cited.ts';
import type { FormatOptions } from '../core/format/format.ts';
import { formatLocator } from '../core/citation/format-locator.ts';
import { isChinese } from '../core/script.ts';
import { NARROW, SEAM } from './pandoc-inlines.ts';

/** A citation as Pandoc is asked to format it. */
export interface CitationDocument {
  readonly items: readonly unknown[];
  readonly cited: readonly Cited[];
  readonly position: Position;
  readonly options: FormatOptions;
  /** Whether a locator that CSL knows (`¶ 12`, `§ 4`) is handed over as one; else it stays words. */
  readonly isStructured: boolean;
  /** How many notes on something else stand before the first on these. */
  readonly notesBefore: number;
}

const MOST_NOTES = 999;

/** A Markdown document whose last paragraph holds the citation, with what a reader would have read before it. */
export function citationDocument(asked: CitationDocument): string {
  const { items, cited, position, options, isStructured } = asked;
  const notesBefore = Math.min(asked.notesBefore, MOST_NOTES);
  const first = group(cited.map(({ statement }) => `@${statement.key}`));
  const paragraphs = Array.from({ length: notesBefore }, (_, at) => group([`@${otherKey(at)}`]));
  if (position !== 'first') paragraphs.push(first);
  if (position === 'later') paragraphs.push(group([`@${otherKey(notesBefore)}`]));
  paragraphs.push(group(cited.map((each) => itemOf(each, isStructured))));
  const others = Array.from({ length: notesBefore + 1 }, (_, at) => other(at));
  return documentOf(options.language, [...items, ...others], paragraphs);
}

/** A Markdown document whose list of references has a statement, after as many others as its number asks for. */
export function listDocument(key: string, items: readonly unknown[], options: FormatOptions): string {
  const before = Math.min(Math.max((options.number ?? 1) - 1, 0), MOST_NOTES);
  const keys = [...Array.from({ length: before }, (_, at) => otherKey(at)), key];
  const others = Array.from({ length: before }, (_, at) => other(at));
  const paragraphs = keys.map((each) => group([`@${each}`]));
  return documentOf(options.language, [...items, ...others], paragraphs);
}

/** True if CSL has a name for what the locator counts: a section or a paragraph, and nothing within it. */
export function hasCslLocator({ statement, address, locatorText, suffix }: Cited): boolean {
  return (
    address !== '' &&
    locatorText === undefined &&
    (suffix ?? '') === '' &&
    /^(?:§§?|¶¶?) \d+(?:[.-]\d+)*$/u.test(formatLocator(address, statement))
  );
}

function group(items: readonly string[]): string {
  return `[${items.join('; ')}]`;
}

function itemOf(cited: Cited, isStructured: boolean): string {
  const { statement, address, locatorText, prefix = '', suffix = '' } = cited;
  const locator = locatorText ?? formatLocator(address, statement);
  const before = prefix.trim() === '' ? '' : `${escape(prefix.trim())}${SEAM} `;
  if (isStructured && hasCslLocator(cited)) return `${before}@${statement.key}, ${locator}`;
  const comma = isChinese(statement.metadata.language) ? '，' : ', ';
  const after = `${locator === '' ? '' : `${comma}${locator}`}${spaced(suffix)}`;
  return `${before}@${statement.key}${asWords(after)}`;
}

/**
 * What follows a key, in such a way that Pandoc takes nothing in it for a locator, and so names nothing anew and drops
 * nothing: behind a full-width comma all is words. What was no such comma is made one again later.
 */
function asWords(after: string): string {
  if (after === '' || after.startsWith('，')) return escape(after);
  const [, rest] = /^,\s*(.*)$/s.exec(after) ?? [];
  return rest === undefined ? `${SEAM}${escape(after)}` : `，${NARROW}${escape(rest)}`;
}

function spaced(suffix: string): string {
  return suffix.trim() === '' || /^[\p{P}\s]/u.test(suffix) ? suffix.trimEnd() : ` ${suffix.trimEnd()}`;
}

function otherKey(number: number): string {
  return `pincite-other-${String(number)}`;
}

/** What else may have been cited: like nothing that is. */
function other(number: number): unknown {
  const name = `Other ${String(number)}`;
  const year = 1000 + number;
  return {
    id: otherKey(number),
    type: 'book',
    title: name,
    author: [{ literal: name }],
    issued: { 'date-parts': [[year]] },
  };
}

function documentOf(language: string, items: readonly unknown[], paragraphs: readonly string[]): string {
  const metadata = { lang: language, references: items.map(escapeItem) };
  return `---\n${JSON.stringify(metadata)}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** The item with each text as Markdown that shows it as it is: Pandoc reads metadata as Markdown. */
function escapeItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      name === 'id' || name === 'type' || name === 'language' ? value : escapeValue(value),
    ]),
  );
}

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string') return escape(value);
  if (Array.isArray(value)) return value.map(escapeValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, escapeValue(each)]));
}

/** Marks lose their meaning; what no document may hold, and what would end the paragraph, becomes a space. */
function escape(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
