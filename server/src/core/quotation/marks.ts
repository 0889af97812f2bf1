import type { Span } from '../span.ts';

/** By the opening mark, the marks that close it. Single marks (‘ ’) are of quotations within quotations. */
const CLOSING = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['‹', '›'],
  ['〝', '〞〟'],
]);

/** A stretch between quotation marks that stands in no other. Offsets count from the start of the text. */
export interface Marked {
  /** Marks included. */
  readonly span: Span;
  readonly words: Span;
}

/**
 * The outermost pairs of quotation marks of a text: “ ”, „ “, 「 」, 『 』, « », ‹ ›, " ". A mark that is not closed is
 * none; titles (《 》) are passed over with what is in them. `isHidden` says which offsets hold no text.
 */
export function findMarked(text: string, isHidden: (offset: number) => boolean): Marked[] {
  const found: Marked[] = [];
  const open: { readonly mark: string; readonly at: number }[] = [];
  let titles = 0;
  for (let at = 0; at < text.length; at++) {
    if (isHidden(at)) continue;
    const mark = text.charAt(at);
    if (mark === '《') titles++;
    else if (mark === '》') titles = Math.max(0, titles - 1);
    if (titles > 0) continue;
    const closed = closedBy(mark, open, text, at);
    if (closed !== undefined) {
      const first = open[closed];
      open.length = closed;
      if (closed === 0 && first !== undefined)
        found.push({ span: { start: first.at, end: at + 1 }, words: { start: first.at + 1, end: at } });
    } else if (CLOSING.has(mark) || (mark === '"' && opensHere(text, at))) open.push({ mark, at });
  }
  return found;
}

/** The index of the open mark that a mark closes: the innermost of its kind. What stands open in it was never closed. */
function closedBy(
  mark: string,
  open: readonly { readonly mark: string }[],
  text: string,
  at: number,
): number | undefined {
  const index = open.findLastIndex((each) =>
    each.mark === '"'
      ? mark === '"' && !/\s/.test(text.charAt(at - 1))
      : (CLOSING.get(each.mark) ?? '').includes(mark),
  );
  // “ closes „, but opens within another “.
  return index < 0 || (mark === '“' && open.at(-1)?.mark === '“') ? undefined : index;
}

function opensHere(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return next !== '' && !/\s/.test(next);
}
