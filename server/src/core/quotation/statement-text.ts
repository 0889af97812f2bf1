import { addressOf, editedText, type EditedText } from '../collation/edited-text.ts';
import { BREAK } from '../collation/character-fold.ts';
import { createStreamBuilder } from '../collation/char-stream.ts';
import { scanInline } from '../citation/inline/inline-scan.ts';
import type { Passage } from '../passage.ts';
import { simplifiedPhrases } from '../phrase-script.ts';
import type { Statement } from '../statement/model.ts';
import { markupOf } from './readable-block.ts';
import { comparedText, indexAt, type ComparedText, type Stretch } from './compared-text.ts';

/** A statement as quotations are held against it: its headings, paragraphs and colophon. */
export interface StatementText {
  readonly edited: EditedText;
  readonly text: ComparedText;
  /** The characters of the text's stream as they are read: a `BREAK` for those that count for nothing. */
  readonly written: Uint32Array;
}

/** In which form a statement is read. */
export interface TextForm {
  /** Without the headings and numbers of sections, which nobody quotes with the paragraphs before and behind them. */
  readonly isBody: boolean;
  /** With its characters as phrases have them (`simplifiedPhrases`). */
  readonly isPhrased: boolean;
}

const known = new WeakMap<Statement, StatementText[]>();
const titles = new WeakMap<Statement, readonly ComparedText[]>();

/** The text of a statement in a form; the same object as without, where the form changes nothing. */
export function statementText(
  statement: Statement,
  { isBody, isPhrased }: TextForm = { isBody: false, isPhrased: false },
): StatementText {
  const texts = known.get(statement) ?? [];
  known.set(statement, texts);
  const index = (isBody ? 1 : 0) + (isPhrased ? 2 : 0);
  return (texts[index] ??= index === 0 ? readText(statement) : changedText(statement, { isBody, isPhrased }));
}

function readText(statement: Statement): StatementText {
  const edited = editedText(statement, undefined);
  const written = withoutMarkup(edited);
  return { edited, text: comparedText(edited.stream, written), written };
}

function changedText(statement: Statement, { isBody, isPhrased }: TextForm): StatementText {
  const before = statementText(statement, { isBody: isBody && isPhrased, isPhrased: false });
  const { edited } = before;
  const changed = isPhrased ? simplifiedPhrases(before.written) : before.written;
  const headings = isBody && !isPhrased ? edited.units.filter(({ kind }) => kind === 'heading') : [];
  if (changed === before.written && headings.length === 0) return before;
  const written = changed.slice();
  for (const { start, end } of headings) written.fill(BREAK, start, end);
  return { edited, text: comparedText(edited.stream, written), written };
}

const MAY_BE_MARKUP = /[*_\\[~&=]/;

/** The characters of a text, without the marks of Markdown: statements have emphasis and links too. */
function withoutMarkup({ statement: { source }, stream, units }: EditedText): Uint32Array {
  let written = stream.written;
  for (const { span, start, end } of units) {
    const text = source.slice(span.start, span.end);
    if (!MAY_BE_MARKUP.test(text)) continue;
    const block = { start: span.start, text };
    const marks = new Uint8Array(text.length);
    for (const each of markupOf(text, scanInline(block, new Set()))) marks.fill(1, each.start, each.end);
    if (!marks.includes(1)) continue;
    if (written === stream.written) written = written.slice();
    for (let i = start; i < end; i++)
      if (marks[(stream.offsets[i] ?? 0) - span.start] === 1) written[i] = BREAK;
  }
  return written;
}

/** The title and the short title of a statement, which are no part of its text. */
export function titleTexts(statement: Statement): readonly ComparedText[] {
  const before = titles.get(statement);
  if (before !== undefined) return before;
  const { title, titleShort } = statement.metadata;
  const texts = [title, titleShort ?? ''].map((each) => {
    const builder = createStreamBuilder();
    builder.add(each, 0, each.length, 0);
    return comparedText(builder.build());
  });
  titles.set(statement, texts);
  return texts;
}

/** The stretch of a statement's text that a passage takes; the colophon belongs to the statement as a whole. */
export function stretchOf({ edited, text }: StatementText, { kind, span }: Passage): Stretch {
  if (kind === 'statement') return [0, text.codes.length];
  const inside = edited.units.filter(
    (unit) => unit.kind !== 'colophon' && unit.span.start >= span.start && unit.span.end <= span.end,
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [0, 0];
  return [indexAt(text, first.start), indexAt(text, last.end)];
}

/**
 * The address of a stretch: of a paragraph, a run of paragraphs, or of a section for its heading; empty for the
 * colophon.
 */
export function addressAt({ edited, text }: StatementText, [start, end]: Stretch): string {
  const first = text.starts[start] ?? 0;
  const last = (text.ends[Math.max(start, end - 1)] ?? 1) - 1;
  const unitAt = (index: number) => edited.units[edited.stream.units[index] ?? -1];
  if (unitAt(first)?.kind === 'colophon') return '';
  const body =
    unitAt(last)?.kind === 'colophon' ? edited.units.findLast(({ kind }) => kind !== 'colophon') : undefined;
  return addressOf(edited, first, body?.end ?? last + 1);
}
