import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';

/** What stays of a finding when its draft is edited elsewhere. */
export interface FindingIdentity {
  readonly code: string;
  /** The words that are marked, on one line; short ones with those around them. */
  readonly text: string;
}

/** Marked words that are shorter stand in many places. */
const SHORT = 16;
/** So many characters on either side tell short ones apart. */
const AROUND = 12;

export function identityOf({ text, lines }: Draft, { code, range }: Finding): FindingIdentity {
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const isShort = end - start < SHORT;
  const before = isShort ? text.slice(lines.lineSpan(range.start.line).start, start) : '';
  const behind = isShort ? text.slice(end, lines.lineSpan(range.end.line).end) : '';
  const words =
    [...before].slice(-AROUND).join('') + text.slice(start, end) + [...behind].slice(0, AROUND).join('');
  return { code, text: words.replace(/\s+/g, ' ').trim() };
}
