/** Where a query stands in a text: UTF-16 offsets, in order, not overlapping. */
type Matches = readonly (readonly [number, number])[];

/** How wide a line of a list may be, in Latin characters; a Chinese one is two wide. */
const WIDTH = 82;
/** How much stands before a match, so that it is read in context. */
const LEAD = 16;
const ELLIPSIS = '…';
const MARKS = ['⟦', '⟧'] as const;

/**
 * The part of a passage that fits on a line of a list, cut so that the matches are seen. VS Code highlights in a row
 * what the user typed, letter for letter; matches that it will miss are put between marks: for `外空 军备竞赛`
 * `…反对将⟦外空⟧界定并用于…为防止外空⟦军备竞赛⟧制定…`.
 */
export function excerpt(text: string, matches: Matches, query: string): string {
  const first = matches[0];
  if (first === undefined) return cut(text, 0, WIDTH);
  const from = backFrom(text, first[0], LEAD);
  const line = cut(text, from, WIDTH);
  const typed = query.trim().toLowerCase();
  if (line.toLowerCase().includes(typed)) return line;

  let out = '';
  let at = 0;
  for (const [begin, end] of windows(text, matches)) {
    out += (begin > at ? ELLIPSIS : '') + mark(text, begin, end, matches);
    at = end;
  }
  return at < text.length ? out + ELLIPSIS : out;
}

/** The stretches of the text around each matched word that share the line, in order; those that touch are one. */
function windows(text: string, matches: Matches): [number, number][] {
  const words = distinct(text, matches);
  const share = Math.floor(WIDTH / words.length);
  const lead = Math.min(LEAD, Math.floor(share / 3));
  const found: [number, number][] = [];
  for (const [start, end] of words) {
    const begin = backFrom(text, start, lead);
    const stop = Math.max(end, onFrom(text, begin, share));
    const last = found.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], stop);
    else found.push([begin, stop]);
  }
  return found;
}

function mark(text: string, from: number, to: number, matches: Matches): string {
  let out = '';
  let at = from;
  for (const [start, end] of matches) {
    if (start < at || end > to) continue;
    out += text.slice(at, start) + MARKS[0] + text.slice(start, end) + MARKS[1];
    at = end;
  }
  return out + text.slice(at, to);
}

/** The first place of each matched word, three at most, in order. */
function distinct(text: string, matches: Matches): Matches {
  const seen = new Set<string>();
  return matches
    .filter(([start, end]) => {
      const word = text.slice(start, end);
      return !seen.has(word) && seen.add(word);
    })
    .slice(0, 3);
}

function cut(text: string, from: number, width: number): string {
  const to = onFrom(text, from, width);
  return (from > 0 ? ELLIPSIS : '') + text.slice(from, to) + (to < text.length ? ELLIPSIS : '');
}

/** The offset that lies `width` before `offset`; 0 if the text begins within. */
function backFrom(text: string, offset: number, width: number): number {
  let start = offset;
  for (let seen = 0; start > 0 && seen < width; seen += widthOf(text, start)) start--;
  return isLowSurrogate(text, start) ? start - 1 : start;
}

/** The offset that lies `width` after `offset`; the end if the text ends within. */
function onFrom(text: string, offset: number, width: number): number {
  let end = offset;
  for (let seen = 0; end < text.length && seen < width; end++) seen += widthOf(text, end);
  return isLowSurrogate(text, end) ? end - 1 : end;
}

function widthOf(text: string, index: number): number {
  return text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
