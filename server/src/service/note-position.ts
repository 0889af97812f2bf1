import { findPinciteLinks } from '../core/citation/links.ts';
import type { Position } from '../core/format/cited.ts';
import { styleFor } from '../core/format/format.ts';
import { fold } from '../core/fold.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { recognise } from './change-form-recognise.ts';
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

/** How a new note is to be formatted. */
export interface NoteStyle {
  readonly settings: NoteSettings;
  /** Of the draft. */
  readonly language: string;
}

/** What the notes before a place say of a statement. */
export interface Mentions {
  /** True if one of them cites it, or has its title in it. */
  readonly isCited: boolean;
  /** True if the last is a formatted citation of it and nothing else, `ibid.` among them. */
  readonly isLastOnIt: boolean;
}

export function mentionsIn(
  { corpus }: Library,
  notes: readonly EarlierNote[],
  statement: Statement,
  { settings, language }: NoteStyle,
): Mentions {
  const statements = corpus.statements();
  const names = namesOf(statements, statement);
  const preferred = { style: styleFor(settings.style, language), language };
  const earlier = new Set<Statement>();
  let previous: Statement | undefined;
  for (const { text, keys } of notes) {
    const context = { earlier, ...(previous !== undefined && { previous }) };
    const cited = recognise(statements, text, 'footnote', context, preferred)?.cited ?? [];
    const [only, ...others] = new Set(cited.map((each) => each.statement));
    const isPlain = cited.every(({ prefix = '', suffix = '' }) => prefix + suffix === '');
    previous = isPlain && others.length === 0 ? only : undefined;
    for (const each of cited) earlier.add(each.statement);
    if (keys.includes(statement.key) || names(text)) earlier.add(statement);
  }
  return { isCited: earlier.has(statement), isLastOnIt: previous === statement };
}

/**
 * Where a new note stands: the first on its statement, a later one, or `ibid`, but only where the note right before is
 * on that statement and says nothing else, for 同上 stands for all that it says. With a user's CSL file nobody knows
 * what its notes look like: there is no `ibid` then.
 */
export function notePosition({ isCited, isLastOnIt }: Mentions, { csl }: NoteSettings): Position {
  if (!isCited) return 'first';
  return isLastOnIt && csl === undefined ? 'ibid' : 'later';
}

/** Whether a text has a title of the statement in it that is not part of a longer one of another. */
function namesOf(statements: readonly Statement[], statement: Statement): (text: string) => boolean {
  const own = foldedTitles(statement);
  const longer = statements
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

/** True for a note that stands for the one before it: what is put between them would be taken for that. */
export function saysIbid({ text }: EarlierNote): boolean {
  return /^(?:[见參参]{0,2}同[上前]|ibid|idem|id\.|там же)/iu.test(text);
}
