import type { OffsetEdit } from '../citation/cursorAfter.ts';

/** Offsets of a stretch of text, the end excluded. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Edits that write at the starts of what is selected, so that they take its place. `undefined` if one of them changes what
 * is to go. For `|旧文|` and `新` written at 0: `新` in place of 0–2.
 */
export function inPlaceOf<Edit extends OffsetEdit>(
  selected: readonly Stretch[],
  edits: readonly Edit[],
): readonly Edit[] | undefined {
  const out: Edit[] = [];
  const open = selected.filter(({ start, end }) => end > start);
  for (const edit of edits) {
    const at = open.findIndex(({ start }) => edit.start <= start && start <= edit.end);
    const stretch = open[at];
    if (stretch === undefined) {
      out.push(edit);
      continue;
    }
    if (edit.end > stretch.start) return undefined;
    out.push({ ...edit, end: stretch.end });
    open.splice(at, 1);
  }
  const isApart = out.every(({ start }, index) => index === 0 || (out[index - 1]?.end ?? 0) <= start);
  return open.length === 0 && isApart ? out : undefined;
}
