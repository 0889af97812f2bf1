import { addressOf, editedText, type EditedText } from '../collation/edited-text.ts';
import type { Passage } from '../passage.ts';
import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';
import { comparedText, partOf, type ComparedText } from './compared-text.ts';

/** A statement as quotations are held against it: its headings and paragraphs, without title and colophon. */
export interface StatementText {
  readonly edited: EditedText;
  readonly text: ComparedText;
}

const known = new WeakMap<Statement, StatementText>();

export function statementText(statement: Statement): StatementText {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const edited = editedText(statement, undefined);
  const whole = comparedText(edited.stream);
  const colophon = edited.units.find(({ kind }) => kind === 'colophon');
  const end = colophon === undefined ? whole.codes.length : indexAt(whole, colophon.start);
  const text = { edited, text: partOf(whole, 0, end) };
  known.set(statement, text);
  return text;
}

/** The stretch of a statement's text that a passage takes. */
export function stretchOf({ edited, text }: StatementText, { span }: Passage): readonly [number, number] {
  const inside = edited.units.filter(
    ({ kind, span: unit }) => kind !== 'colophon' && unit.start >= span.start && unit.end <= span.end,
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [0, 0];
  return [indexAt(text, first.start), indexAt(text, last.end)];
}

/** The address of a stretch: of a paragraph, a run of paragraphs, or of a section for its heading. */
export function addressAt({ edited, text }: StatementText, start: number, end: number): string {
  const last = (text.at[Math.max(start, end - 1)] ?? 0) + 1;
  return addressOf(edited, text.at[start] ?? 0, last);
}

/** True if one stretch lies in the other; the first may begin or end with a heading. */
export function isWithin(inner: Span, [start, end]: readonly [number, number]): boolean {
  return inner.start >= start && inner.end <= end;
}

/** The first index whose character stands at or after a place of the stream. */
function indexAt({ at, codes }: ComparedText, place: number): number {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
