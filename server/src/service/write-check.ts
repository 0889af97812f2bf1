import type { Citation } from '../core/citation/citation.ts';
import { cites } from '../core/citation/compose-reading.ts';
import { findPinciteLinks } from '../core/citation/links.ts';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import { scanDocument } from '../core/citation/markdown-scan.ts';
import type { Span } from '../core/span.ts';
import { createDraft, type Draft } from './draft.ts';
import { footnotesOf } from './footnotes.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { plainText } from './write-parts.ts';

/** What is expected at one place of the list of citations. */
type Expected =
  | { readonly at: number; readonly passage: StatementPassage; readonly kept?: Citation }
  | { readonly at: number; readonly kept: Citation; readonly isLoose: boolean };

/**
 * True if a draft with these edits has every citation that it had, with the same words around it, the new ones with just the
 * passages that were asked for, and no other; and lost no link, label or footnote. Edits are in order.
 */
export function keepsAll(draft: Draft, edits: readonly PlannedEdit[]): boolean {
  const { text, ranges } = apply(draft.text, edits);
  const after = createDraft(draft.uri, text);
  const expected = expectedOf(draft, edits);
  const [was, is] = [count(draft, spansOf(edits)), count(after, ranges)];
  const sum = (each: (edit: PlannedEdit) => number): number =>
    edits.reduce((all, edit) => all + each(edit), 0);
  return (
    after.citations.length === expected.length &&
    expected.every((each, i) => isMet(each, after.citations[i])) &&
    is.links === was.links &&
    is.notes === was.notes &&
    is.labels === was.labels &&
    is.written.notes === was.written.notes + sum(({ notes = 0 }) => notes) &&
    is.written.links === was.written.links + sum(({ links = 0 }) => links)
  );
}

/** The text after the edits, and where in it what they wrote stands. */
function apply(text: string, edits: readonly PlannedEdit[]) {
  const ranges: Span[] = [];
  let written = '';
  let at = 0;
  for (const { span, written: parts } of edits) {
    written += text.slice(at, span.start);
    const start = written.length;
    written += plainText(parts);
    ranges.push({ start, end: written.length });
    at = span.end;
  }
  return { text: written + text.slice(at), ranges };
}

function spansOf(edits: readonly PlannedEdit[]): Span[] {
  return edits.map(({ span }) => span);
}

/** How much there is outside of some spans, and in them. */
function count(draft: Draft, spans: readonly Span[]) {
  const { markdown } = draft;
  const { references, definitions, inlineNotes } = footnotesOf(draft);
  const isWritten = (at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);
  const outside = (offsets: readonly number[]): number => offsets.filter((at) => !isWritten(at)).length;
  const links = scanDocument(markdown).flatMap(({ block, scan }) =>
    scan.links.map(({ span }) => block.start + span.start),
  );
  const notes = [...references, ...definitions].map(({ span }) => span.start);
  const ours = findPinciteLinks(markdown).map(({ span }) => span.start);
  return {
    links: outside(links),
    notes: outside([...notes, ...inlineNotes.map(({ start }) => start)]),
    labels: markdown.definitions.size,
    written: { notes: notes.length - outside(notes), links: ours.length - outside(ours) },
  };
}

function expectedOf({ citations }: Draft, edits: readonly PlannedEdit[]): Expected[] {
  const changed = new Map(edits.flatMap((edit) => [...(edit.changed ?? [])]));
  const loose = edits.flatMap((edit) => edit.loose ?? []);
  const kept = citations.map((citation): Expected => {
    const at = citation.keySpan.start;
    const passage = changed.get(citation);
    if (passage !== undefined) return { at, passage, kept: citation };
    return { at, kept: citation, isLoose: loose.some(({ start, end }) => start <= at && at < end) };
  });
  const added = edits.flatMap((edit) =>
    edit.added.flatMap(({ at, passages }) => passages.map((passage): Expected => ({ at, passage }))),
  );
  return [...added, ...kept].sort((a, b) => a.at - b.at);
}

function isMet(expected: Expected, citation: Citation | undefined): boolean {
  if (citation === undefined) return false;
  if ('passage' in expected) {
    const before = expected.kept;
    return (
      cites(citation, expected.passage) &&
      (before === undefined || (isSameAround(citation, before) && citation.form === before.form))
    );
  }
  const { kept, isLoose } = expected;
  if (citation.key !== kept.key || citation.suppressAuthor !== kept.suppressAuthor) return false;
  return (
    isLoose ||
    (isSameAround(citation, kept) && citation.locatorText === kept.locatorText && citation.form === kept.form)
  );
}

function isSameAround(a: Citation, b: Citation): boolean {
  // A mark at its end leads to something that may have been written since.
  const words = ({ suffix }: Citation): string => suffix.replace(/[;；,，\s]+$/, '');
  return a.prefix === b.prefix && words(a) === words(b);
}
