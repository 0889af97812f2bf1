import type { Span } from '../../span.ts';
import type { TextEdit } from './trap.ts';

/** The mark between two citations that are not parted, and the edit that parts them. */
export interface Separator {
  readonly mark: string;
  readonly edit: TextEdit;
}

// A word or two may stand before the next key, but no number: that belongs to a locator.
const SEPARATOR = /([^\S\n]*)([；、，,])(\s*)([^；、，,\d\n]{0,12})$/u;
const LONGEST = 60;

/** Finds the last mark in what stands between a citation and the next key; `undefined` if there is none near the key. */
export function findSeparator(text: string, gap: Span): Separator | undefined {
  const from = Math.max(gap.start, gap.end - LONGEST);
  const match = SEPARATOR.exec(text.slice(from, gap.end));
  if (match === null) return undefined;
  const [, before = '', mark = '', after = ''] = match;
  const start = from + match.index;
  const end = start + before.length + mark.length;
  // The end of a line stays where it is, with the marks of quotations behind it.
  const edit = after.includes('\n')
    ? { span: { start, end }, text: ';' }
    : { span: { start, end: end + after.length }, text: '; ' };
  return { mark, edit };
}
