import type { Span } from '../../span.ts';
import type { Citation } from '../citation.ts';
import type { BlockReading } from './block-reading.ts';
import { placesOf } from './places.ts';
import type { Fix, NewKey, TextEdit, TrapContext } from './trap.ts';

/**
 * The block after some fixes; `undefined` if anything but what they are to change would be read otherwise: a key, the
 * passages of a locator, or whether a citation stands in a bracket.
 */
export function applyProven(
  before: BlockReading,
  fixes: readonly Fix[],
  context: TrapContext,
): BlockReading | undefined {
  const edits = editsOf(fixes);
  const isDisjoint = edits.every(({ span }, i) => span.start >= (edits[i - 1]?.span.end ?? 0));
  if (!isDisjoint) return undefined;
  const after = before.reread(applyEdits(before.text, edits));
  const keys = fixes.flatMap((fix) => fix.keys ?? []);
  const joins = fixes.some((fix) => fix.joins === true);
  return readsAsMeant(before.citations, after.citations, keys, joins, context) ? after : undefined;
}

/** In the order of the text. */
export function editsOf(fixes: readonly Fix[]): TextEdit[] {
  return fixes.flatMap((fix) => fix.edits).sort((a, b) => a.span.start - b.span.start);
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  const parts = edits.map((edit) => {
    const kept = text.slice(at, edit.span.start);
    at = edit.span.end;
    return kept + edit.text;
  });
  return parts.join('') + text.slice(at);
}

/**
 * Where spans are after some edits, both in order and disjoint; what is put in at the very ends of a span belongs to it.
 */
export function movedSpans(spans: readonly Span[], edits: readonly TextEdit[]): Span[] {
  let next = 0;
  let grown = 0;
  const pass = (end: number): void => {
    for (let edit = edits[next]; edit !== undefined && edit.span.end <= end; edit = edits[++next]) {
      grown += edit.text.length - (edit.span.end - edit.span.start);
    }
  };
  return spans.map(({ start, end }) => {
    pass(start - 1);
    const from = start + grown;
    pass(end);
    return { start: from, end: end + grown };
  });
}

interface Expected extends NewKey {
  /** Absent for a citation that was none before. */
  readonly before?: Citation;
}

function readsAsMeant(
  before: readonly Citation[],
  after: readonly Citation[],
  keys: readonly NewKey[],
  joins: boolean,
  { statement }: TrapContext,
): boolean {
  const expected = new Map<number, Expected>();
  for (const each of before) {
    expected.set(each.keySpan.start, {
      ...{ at: each.keySpan.start, key: each.key, form: each.form, before: each },
    });
  }
  for (const each of keys) expected.set(each.at, { ...expected.get(each.at), ...each });
  const inOrder = [...expected.values()].sort((a, b) => a.at - b.at);
  if (inOrder.length !== after.length) return false;
  return inOrder.every(({ key, form, before: old }, i) => {
    const now = after[i];
    if (now?.key !== key || (now.form !== form && !joins)) return false;
    const places = old && placesOf(old, statement(key));
    // Where no locator was understood, one may be now.
    return places === undefined || places === placesOf(now, statement(key));
  });
}
