import type { Span } from '../core/span.ts';
import { isBefore } from './change-form-words.ts';
import { linesAround } from './completion-place.ts';
import type { Draft } from './draft.ts';

/** A bracket that is no citation yet, and would be one with another item: `[|]`, `[@a; |]`, `[见 |`. */
export interface OpenBracket {
  /** What is replaced. */
  readonly span: Span;
  /** What stands before and after the new item in place of it. */
  readonly lead: string;
  readonly tail: string;
  /** The whole bracket, as far as it is there. */
  readonly bracket: Span;
  /** True where words stand before the cursor that become the prefix of the citation. */
  readonly hasPrefix: boolean;
}

/**
 * The bracket around an offset that waits for a citation: an empty one, one with an empty place between semicolons, or
 * one in which words that introduce citations, or any with a space behind them, stand before the cursor and nothing
 * after. `undefined` elsewhere: other words in brackets are a text.
 */
export function openBracketAt(draft: Draft, offset: number): OpenBracket | undefined {
  const { before, after } = linesAround(draft, offset);
  const open = openingOf(before);
  if (open === undefined || before.charAt(open - 1) === '^') return undefined;
  const close = closingOf(after);
  const rest = close === undefined ? '' : after.slice(close + 1);
  if (/^[([{:]/.test(rest)) return undefined;
  const left = before.slice(open + 1);
  const right = close === undefined ? '' : after.slice(0, close);
  if (left.startsWith('^') || (close === undefined && /^\s*\S/.test(after.split('\n')[0] ?? '')))
    return undefined;
  const bracket = { start: offset - left.length - 1, end: offset + (close === undefined ? 0 : close + 1) };
  const end = close === undefined ? ']' : '';
  const segment = { left: lastPart(left), right: firstPart(right) };
  const isFirst = segment.left.length === left.length;
  const isLast = segment.right.length === right.length;
  const isBlank = segment.left.trim() === '' && segment.right.trim() === '';
  const span = { start: offset - segment.left.length, end: offset + segment.right.length };
  const others = left.slice(0, left.length - segment.left.length) + right.slice(segment.right.length);
  if (isBlank && ((isFirst && isLast) || others.includes('@'))) {
    return { span, lead: isFirst ? '' : ' ', tail: end, bracket, hasPrefix: false };
  }
  const isPrefix =
    (/\S\s+$/.test(segment.left) || isBefore(segment.left)) &&
    segment.right.trim() === '' &&
    !segment.left.includes('@');
  if (!isPrefix || (!isFirst && !others.includes('@'))) return undefined;
  const at = offset - (/\s+$/.exec(segment.left)?.[0].length ?? 0);
  return { span: { start: at, end: span.end }, lead: ' ', tail: end, bracket, hasPrefix: true };
}

/** Where the innermost bracket that is open at the end of a text begins. */
function openingOf(before: string): number | undefined {
  const open: number[] = [];
  for (const { 0: sign, index } of before.matchAll(/\\.|[[\]]/gsu)) {
    if (sign === '[') open.push(index);
    else if (sign === ']') open.pop();
  }
  return open.at(-1);
}

/** Where that bracket is closed in the text that follows. */
function closingOf(after: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of after.matchAll(/\\.|[[\]]/gsu)) {
    if (sign === '[') depth++;
    else if (sign === ']' && --depth < 0) return index;
  }
  return undefined;
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf(';') + 1);
}

function firstPart(text: string): string {
  const end = text.indexOf(';');
  return end < 0 ? text : text.slice(0, end);
}
