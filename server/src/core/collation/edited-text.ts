import { allSections } from '../passage.ts';
import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';
import { BREAK, CELL } from './character-fold.ts';
import { createStreamBuilder, type CharStream, type StreamBuilder } from './char-stream.ts';

/** A title, a heading or marker, a paragraph or a closing line of an edited text. */
export interface Unit {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'colophon';
  /** The address of the paragraph or section; `title` and `colophon` for what has none. */
  readonly address: string;
  readonly span: Span;
  /** The first of its characters in the stream, and the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** Everything that a statement says, in order: what its witnesses must carry. */
export interface EditedText {
  readonly statement: Statement;
  readonly stream: CharStream;
  readonly units: readonly Unit[];
}

/**
 * The text of a statement as it is compared. `titleSpan` is the place of the title in the front matter; without it the
 * title is left out, for a text whose title stands in no witness.
 */
export function editedText(statement: Statement, titleSpan: Span | undefined): EditedText {
  const { source } = statement;
  const builder = createStreamBuilder();
  const units: Unit[] = [];
  const add = (kind: Unit['kind'], address: string, span: Span): void => {
    const last = units.at(-1);
    if (last !== undefined && /[\n\r]/.test(source.slice(last.span.end, span.start)))
      builder.put(BREAK, last.span.end, units.length - 1);
    const start = builder.length();
    if (kind === 'title' && source.slice(span.start, span.end) !== statement.metadata.title)
      builder.insert(statement.metadata.title, span.start, units.length);
    else if (kind === 'colophon') addCells(builder, source, span, units.length);
    else builder.add(source, span.start, span.end, units.length);
    units.push({ kind, address, span, start, end: builder.length() });
  };
  if (titleSpan !== undefined) add('title', 'title', titleSpan);
  const headings = allSections(statement)
    .filter(({ kind, headingSpan }) => kind !== 'preamble' || headingSpan.end > headingSpan.start)
    .map(({ address, headingSpan }) => ({
      kind: 'heading' as const,
      address,
      span: withoutMarks(source, headingSpan),
    }));
  const paragraphs = statement.paragraphs.map(({ address, span }) => ({
    kind: 'paragraph' as const,
    address,
    span,
  }));
  const body = [...headings, ...paragraphs].sort((a, b) => a.span.start - b.span.start);
  for (const { kind, address, span } of body) if (span.end > span.start) add(kind, address, span);
  for (const span of statement.colophon) add('colophon', 'colophon', span);
  return { statement, stream: builder.build(), units };
}

/** The address of a stretch of the text: of a paragraph, of a run of them, of a section if it is a heading alone. */
export function addressOf({ stream, units }: EditedText, start: number, end: number): string {
  const [first, last] = [
    stream.units[start < end ? start : Math.max(start - 1, 0)],
    stream.units[Math.max(end - 1, 0)],
  ];
  // Between two characters the second tells, if it begins a unit.
  const isAtStart = start === end && units[stream.units[start] ?? -1]?.start === start;
  const from = isAtStart ? (stream.units[start] ?? 0) : (first ?? 0);
  const touched = units.slice(from, (isAtStart ? from : (last ?? from)) + 1);
  const paragraphs = touched.filter(({ kind }) => kind === 'paragraph');
  const [one, other] =
    paragraphs.length > 0 ? [paragraphs[0], paragraphs.at(-1)] : [touched[0], touched.at(-1)];
  if (one === undefined || other === undefined || one.address === other.address) return one?.address ?? '';
  return one.kind === 'paragraph' ? `${one.address}-${other.address}` : one.address;
}

/** Signatures side by side have an ideographic space between them, which stands for a border of the source's table. */
function addCells(builder: StreamBuilder, source: string, span: Span, unit: number): void {
  let at = span.start;
  for (const cell of source.slice(span.start, span.end).split('\u3000')) {
    if (at > span.start) builder.put(CELL, at - 1, unit);
    builder.add(source, at, at + cell.length, unit);
    at += cell.length + 1;
  }
}

/** The words of a heading without the marks `##`. */
function withoutMarks(source: string, { start, end }: Span): Span {
  const marks = /^ {0,3}#{1,6}[ \t]*/.exec(source.slice(start, end))?.[0].length ?? 0;
  return { start: start + marks, end };
}
