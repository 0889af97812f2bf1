import { formatCited, renderRich, styleFor } from '../core/format/format.ts';
import type { Position } from '../core/format/cited.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import { fold } from '../core/fold.ts';
import { parseLocator } from '../core/citation/locator.ts';
import { resolveLocator } from '../core/citation/resolve-locator.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import type { Draft } from './draft.ts';
import { footnotesOf } from './footnotes.ts';
import type { Library } from './library.ts';
import type { NoteSettings } from './note-settings.ts';

/** A note that stands before a place, in the order in which notes are referred to. */
export interface EarlierNote {
  /** Where it is referred to. */
  readonly at: number;
  readonly text: string;
  /** The keys that it cites in Pandoc's form, or links to. */
  readonly keys: readonly string[];
}

/** The notes of a draft in the order in which they are referred to. */
export function notesOf(draft: Draft): EarlierNote[] {
  const { references, definitions, inlineNotes } = footnotesOf(draft);
  const byLabel = new Map(definitions.map(({ label, contentSpan }) => [label, contentSpan]));
  const referred = references.flatMap(({ label, span }) => {
    const content = byLabel.get(label);
    return content === undefined ? [] : [{ at: span.start, content }];
  });
  const inLine = inlineNotes.map(({ start, end }) => ({
    at: start,
    content: { start: start + 2, end: end - 1 },
  }));
  return [...referred, ...inLine]
    .sort((a, b) => a.at - b.at)
    .map(({ at, content }) => ({
      at,
      text: draft.text.slice(content.start, content.end).trim(),
      keys: keysIn(draft, content),
    }));
}

function keysIn({ citations, markdown }: Draft, { start, end }: Span): string[] {
  const isIn = (span: Span): boolean => start <= span.start && span.end <= end;
  const cited = citations.filter(({ span }) => isIn(span)).map(({ key }) => key);
  const linked = findPinciteLinks(markdown).flatMap(({ span, key }) =>
    key !== undefined && isIn(span) ? [key] : [],
  );
  return [...cited, ...linked];
}

/**
 * Where a new note on a statement stands: the first one, unless an earlier note cites the statement or has its title in
 * it; `ibid` only where the note right before is one that Pincite writes on the same statement and nothing else, for
 * 同上 stands for all that the note before says. With a user's CSL file nobody knows what its notes look like: there
 * is no `ibid` then.
 */
export function notePosition(
  library: Library,
  notes: readonly EarlierNote[],
  statement: Statement,
  settings: NoteSettings,
  language: string,
): Position {
  const names = namesOf(library, statement);
  const isOnIt = ({ text, keys }: EarlierNote): boolean => keys.includes(statement.key) || names(text);
  // What says `ibid.` names no statement, but follows one that does.
  if (!notes.some(isOnIt)) return 'first';
  return settings.csl === undefined && isOnlyOn(notes, statement, settings, language) ? 'ibid' : 'later';
}

/** Whether a text has a title of the statement in it that is not part of a longer one of another. */
function namesOf({ corpus }: Library, statement: Statement): (text: string) => boolean {
  const own = foldedTitles(statement);
  const longer = corpus
    .statements()
    .filter((other) => other !== statement)
    .flatMap(foldedTitles)
    .filter((title) => own.some((name) => title.length > name.length && title.includes(name)))
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const folded = longer.reduce((rest, title) => rest.replaceAll(title, '\n'), fold(text).text);
    return own.some((name) => folded.includes(name));
  };
}

function foldedTitles({ metadata: { title, titleShort = '' } }: Statement): string[] {
  return [title, titleShort].map((name) => fold(name).text).filter((name) => name !== '');
}

/** True if the last note is one of ours on the statement alone, or says `ibid.` after one that is. */
export function isOnlyOn(
  notes: readonly EarlierNote[],
  statement: Statement,
  settings: NoteSettings,
  language: string,
): boolean {
  const style = styleFor(settings.style, language);
  const isOurs = ({ text }: EarlierNote, position: Position): boolean =>
    passagesIn(text, statement).some((addresses) => {
      const cited = addresses.map((address) => ({ statement, address }));
      return renderRich(formatCited(style, cited, position, { language }), 'markdown') === text;
    });
  const note = notes.findLast((each) => !isOurs(each, 'ibid'));
  return note !== undefined && (isOurs(note, 'first') || isOurs(note, 'later'));
}

/** What a note may cite of a statement: all of it, or what some words in it are the locator of. */
function passagesIn(text: string, statement: Statement): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [['']];
  if (text.length > LONGEST_NOTE) return found;
  for (let at = 0; at < text.length; at++) {
    const locator = parseLocator(text.slice(at));
    if (locator !== undefined) found.push(resolveLocator(locator, statement).found);
  }
  return found.filter((addresses) => addresses.length > 0);
}

/** A longer one says more than where something stands. */
const LONGEST_NOTE = 1000;

/** True for a note that stands for the one before it: what is put between them would be taken for that. */
export function saysIbid({ text }: EarlierNote): boolean {
  return /^(?:[见參参]{0,2}同[上前]|ibid|idem|id\.|там же)/iu.test(text);
}
