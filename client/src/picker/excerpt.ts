/** The part of a passage that fits on a line of a list. */
export interface Excerpt {
  readonly text: string;
  /** Whether the line holds a match that VS Code will not highlight by itself, and that `text` therefore marks. */
  readonly marked: boolean;
}

/** How wide a line may be, in Latin characters; a Chinese one is two wide. */
const WIDTH = 76;
/** How much stands before the first match, so that it is read in context. */
const LEAD = 16;
const ELLIPSIS = '…';
const MARKS = ['⟦', '⟧'] as const;

/**
 * Cuts a passage so that its first match is seen near the start of the line. VS Code highlights in a row whatever
 * the user typed, letter for letter; matches that it will miss are put between marks.
 */
export function excerpt(
  text: string,
  matches: readonly (readonly [number, number])[],
  query: string,
): Excerpt {
  const first = matches[0];
  const from = first === undefined ? 0 : startOf(text, first[0]);
  const to = endOf(text, from);
  const body = text.slice(from, to);
  const lead = from > 0 ? ELLIPSIS : '';
  const tail = to < text.length ? ELLIPSIS : '';
  const typed = query.trim().toLowerCase();
  if (first === undefined || body.toLowerCase().includes(typed))
    return { text: lead + body + tail, marked: false };
  return { text: lead + mark(text, from, to, matches) + tail, marked: true };
}

function startOf(text: string, match: number): number {
  let start = match;
  let width = 0;
  while (start > 0 && width < LEAD) {
    start--;
    width += widthOf(text, start);
  }
  if (width < LEAD) return 0;
  return isLowSurrogate(text, start) ? start - 1 : start;
}

function endOf(text: string, from: number): number {
  let end = from;
  let width = 0;
  while (end < text.length && width < WIDTH) {
    width += widthOf(text, end);
    end++;
  }
  return isLowSurrogate(text, end) ? end - 1 : end;
}

function mark(
  text: string,
  from: number,
  to: number,
  matches: readonly (readonly [number, number])[],
): string {
  let out = '';
  let at = from;
  for (const [start, end] of matches) {
    if (start < at || start >= to) continue;
    const stop = Math.min(end, to);
    out += text.slice(at, start) + MARKS[0] + text.slice(start, stop) + MARKS[1];
    at = stop;
  }
  return out + text.slice(at, to);
}

function widthOf(text: string, index: number): number {
  return text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
