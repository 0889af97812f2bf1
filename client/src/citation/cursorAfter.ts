/** An edit of a text: UTF-16 offsets in the text before any of them. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Where a cursor stands after edits: behind what one of them wrote at its place, else where its place has moved to. The
 * edits are in order and do not overlap. `甲|乙` with `[@key]` written at 1: behind the bracket, at 7.
 */
export function cursorAfter(edits: readonly OffsetEdit[], cursor: number): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (start > cursor) break;
    if (cursor <= end) return start + shift + text.length;
    shift += text.length - (end - start);
  }
  return cursor + shift;
}
