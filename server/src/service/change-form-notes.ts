import type { Cited } from '../core/format/cited.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { onlyStatement } from './change-form-positions.ts';
import { recognise, type NoteContext } from './change-form-recognise.ts';
import type { NoteForm } from './change-form-text.ts';
import type { NoteEntry, Use } from './change-form-use.ts';
import type { Draft } from './draft.ts';
import { footnotesOf, type FootnoteDefinition } from './footnotes.ts';

/** The notes of a draft in the order in which they are numbered, each with the citation that it is, if it is one. */
export function noteEntries(
  statements: readonly Statement[],
  draft: Draft,
  preferred: NoteForm,
): NoteEntry[] {
  const context = createContext();
  return notePlaces(draft).map((place): NoteEntry => {
    const { span, contentSpan, definition, isOnly } = place;
    const text = draft.text.slice(contentSpan.start, contentSpan.end);
    const recognised = recognise(statements, text, 'footnote', context.now(), preferred);
    context.add(recognised?.cited);
    const entry = { offset: span.start, text };
    if (!isOnly || recognised === undefined) return entry;
    const use: Use = {
      ...{ form: 'footnote', span, cited: recognised.cited, isTextual: false, isInFootnote: false },
      ...{ written: recognised, ...(definition === undefined ? {} : { definition }) },
    };
    return { ...entry, contentSpan, use };
  });
}

/** What the notes before cite, as one goes from note to note. */
export function createContext() {
  const earlier = new Set<Statement>();
  let previous: Statement | undefined;
  return {
    now: (): NoteContext => ({ earlier, ...(previous === undefined ? {} : { previous }) }),
    /** Nothing for a note of which nobody knows what it cites. */
    add: (cited: readonly Cited[] = []): void => {
      previous = onlyStatement(cited);
      for (const { statement } of cited) earlier.add(statement);
    },
  };
}

interface NotePlace {
  /** Of the mark, or of the whole note in the line. */
  readonly span: Span;
  readonly contentSpan: Span;
  readonly definition?: FootnoteDefinition;
  /** True if nothing else refers to the note, and it is a single paragraph. */
  readonly isOnly: boolean;
}

function notePlaces(draft: Draft): NotePlace[] {
  const { references, definitions, inlineNotes } = footnotesOf(draft);
  const byLabel = new Map<string, FootnoteDefinition[]>();
  for (const each of definitions) byLabel.set(each.label, [...(byLabel.get(each.label) ?? []), each]);
  const counts = new Map<string, number>();
  for (const { label } of references) counts.set(label, (counts.get(label) ?? 0) + 1);
  const marked = references.flatMap(({ label, span }): NotePlace[] => {
    const [definition, ...others] = byLabel.get(label) ?? [];
    if (definition === undefined || others.length > 0) return [];
    const isOnly = counts.get(label) === 1 && definition.isPlain && !isWithin(span, definitions);
    return [{ span, contentSpan: definition.contentSpan, definition, isOnly }];
  });
  const inLine = inlineNotes.map((span): NotePlace => ({
    span,
    contentSpan: { start: span.start + 2, end: span.end - 1 },
    isOnly: true,
  }));
  return [...marked, ...inLine].sort((a, b) => a.span.start - b.span.start);
}

function isWithin(span: Span, definitions: readonly FootnoteDefinition[]): boolean {
  return definitions.some((each) => each.span.start <= span.start && span.end <= each.span.end);
}
