import type { ScannedBlock } from '../citation/markdown-scan.ts';
import type { Span } from '../span.ts';

/** A paragraph that knows which of its characters are words. */
export interface ReadableBlock extends ScannedBlock {
  /** True for offsets in the document that hold no words: code, comments, signs of emphasis, citations, targets of links. */
  readonly isMarkup: (offset: number) => boolean;
}

export function readable({ block, scan }: ScannedBlock): ReadableBlock {
  const marks = new Uint8Array(block.text.length + 1);
  const hide = ({ start, end }: Span): void => {
    marks.fill(1, Math.max(0, start), Math.max(0, end));
  };
  for (const span of [...scan.hidden, ...scan.emphasis]) hide(span);
  for (const { span } of scan.groups) hide(span);
  for (const { span, kind, target } of scan.links) {
    if (kind === 'autolink') continue;
    // Of a link its words are text.
    const close = block.text.lastIndexOf(']', kind === 'source' ? target.start : span.end - 1);
    hide({ start: span.start, end: block.text.indexOf('[', span.start) + 1 });
    hide({ start: close < span.start ? span.start : close, end: span.end });
  }
  for (const { index } of block.text.matchAll(/\\(?=[!-/:-@[-`{-~])/g)) marks[index] = 1;
  return { block, scan, isMarkup: (offset) => marks[offset - block.start] === 1 };
}

/** The next paragraph from an index on, or back from it, that is more than a comment; `undefined` if there is none. */
export function beside(
  blocks: readonly ReadableBlock[],
  from: number,
  step: 1 | -1,
): ReadableBlock | undefined {
  let at = from;
  for (let block = blocks[at]; block !== undefined && isComment(block); block = blocks[at]) at += step;
  return blocks[at];
}

function isComment({ block: { start, text }, isMarkup }: ReadableBlock): boolean {
  if (!text.trimStart().startsWith('<!--')) return false;
  for (let i = 0; i < text.length; i++) if (!isMarkup(start + i) && !/\s/.test(text.charAt(i))) return false;
  return true;
}
