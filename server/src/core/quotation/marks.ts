import type { Span } from '../span.ts';

/** By the opening mark, the marks that close it. Single marks (‘ ’) are of quotations within quotations. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['‹', '›'],
  ['〝', '〞〟'],
  ['"', '"'],
]);

/** By the closing mark, the marks that it may close. */
const OPENING: ReadonlyMap<string, string> = new Map([
  ['”', '“„'],
  ['“', '„'],
  ['」', '「'],
  ['』', '『'],
  ['»', '«'],
  ['›', '‹'],
  ['〞', '〝'],
  ['〟', '〝'],
  ['"', '"'],
]);

/** A stretch between quotation marks that stands in no other. */
export interface Marked {
  /** Marks included. */
  readonly span: Span;
  readonly words: Span;
}

export interface MarkedText {
  /** The outermost pairs, in order. */
  readonly pairs: readonly Marked[];
  /** The first mark that opens and is closed nowhere; none of the straight ones, which may be anything. */
  readonly unclosed?: { readonly mark: string; readonly at: number };
  /** The first mark that closes what was opened nowhere. */
  readonly unopened?: { readonly mark: string; readonly at: number };
}

/**
 * The outermost pairs of quotation marks in a stretch of a text: “ ”, „ “, 「 」, 『 』, « », ‹ ›, " ". Titles (《 》) are passed
 * over with what is in them. `isHidden` says which offsets hold no text.
 */
export function findMarked(
  text: string,
  { start, end }: Span,
  isHidden: (offset: number) => boolean,
): MarkedText {
  const closed: Marked[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  /** How many of each kind are open. */
  const counts = new Map<string, number>();
  const count = (mark: string, by: number): void => {
    counts.set(mark, (counts.get(mark) ?? 0) + by);
  };
  let unopened: MarkedText['unopened'];
  for (let at = markFrom(text, start); at < end; at = markFrom(text, at + 1)) {
    const mark = text.charAt(at);
    if (isHidden(at)) continue;
    if (mark === '《') {
      at = titleEnd(text, at, end);
      continue;
    }
    const kinds = closes(mark, text, at, open.at(-1)?.mark);
    if (kinds.some((kind) => (counts.get(kind) ?? 0) > 0)) {
      // What stands open within was never closed.
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(last.mark, -1);
        if (!kinds.includes(last.mark)) continue;
        closed.push({ span: { start: last.at, end: at + 1 }, words: { start: last.at + 1, end: at } });
        break;
      }
    } else if (CLOSING.has(mark) && (mark !== '"' || opensHere(text, at))) {
      open.push({ mark, at });
      count(mark, 1);
    } else if (mark !== '"') unopened ??= { mark, at };
  }
  const unclosed = open.find(({ mark }) => mark !== '"');
  return { pairs: outermost(closed), ...(unclosed && { unclosed }), ...(unopened && { unopened }) };
}

/** True if one mark closes what another opens. */
export function isClosedBy(opening: string, closing: string): boolean {
  return CLOSING.get(opening)?.includes(closing) === true;
}

const KNOWN = new RegExp(`[${[...CLOSING.keys(), ...OPENING.keys(), '《'].join('')}]`, 'g');

/** The first mark at or behind a place, whatever it does there; most of a text is none, and a search for them is native. */
function markFrom(text: string, at: number): number {
  KNOWN.lastIndex = at;
  return KNOWN.exec(text)?.index ?? Infinity;
}

/** The kinds of mark that one closes where it stands. */
function closes(mark: string, text: string, at: number, innermost: string | undefined): string[] {
  if (mark === '"' && /\s/.test(text.charAt(at - 1))) return [];
  // “ closes „, but opens within another “.
  if (mark === '“' && innermost === '“') return [];
  return [...(OPENING.get(mark) ?? '')];
}

function opensHere(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return next !== '' && !/\s/.test(next);
}

/** A title has few words. */
const LONGEST_TITLE = 200;

/** Where a title ends that begins at a place; there if it ends nowhere. */
function titleEnd(text: string, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(end, start + LONGEST_TITLE); at++) {
    const mark = text.charAt(at);
    if (mark === '《') depth++;
    if (mark === '》' && --depth === 0) return at;
  }
  return start;
}

/** Pairs come in the order in which they close: of two of which one holds the other it comes later. */
function outermost(pairs: readonly Marked[]): Marked[] {
  const kept: Marked[] = [];
  for (const pair of pairs) {
    while ((kept.at(-1)?.span.start ?? -1) > pair.span.start) kept.pop();
    kept.push(pair);
  }
  return kept;
}
