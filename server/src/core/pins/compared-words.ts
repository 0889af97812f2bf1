import { formatAddress } from '../address.ts';
import { streamOf } from '../collation/char-stream.ts';
import { comparedText } from '../quotation/compared-text.ts';
import type { Statement } from '../statement/model.ts';

/** A text without what a faithful print may change: width, script, style of marks, white space and the ends of paragraphs. */
export function comparedWords(paragraphs: readonly string[]): string {
  return Array.from(comparedText(streamOf(paragraphs.join('\n'))).codes, (code) =>
    String.fromCodePoint(code),
  ).join('');
}

interface StatementWords {
  readonly text: string;
  /** Where each paragraph begins, and a last entry for the end. */
  readonly starts: readonly number[];
}

const known = new WeakMap<Statement, StatementWords>();

function wordsOf(statement: Statement): StatementWords {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const parts: string[] = [];
  const starts = [0];
  for (const { text } of statement.paragraphs) {
    const words = comparedWords([text]);
    parts.push(words);
    starts.push((starts.at(-1) ?? 0) + words.length);
  }
  const words = { text: parts.join(''), starts };
  known.set(statement, words);
  return words;
}

/** Shorter words stand in many places by chance. */
const SHORTEST = 8;
/** And so do shorter ones that are no whole paragraphs. */
const SHORTEST_PART = 24;

/**
 * The addresses of the paragraphs of a statement that have the words of a passage: the same paragraphs, or those that
 * it has become part of, or that it has been divided into.
 */
export function addressesOfWords(statement: Statement, paragraphs: readonly string[]): string[] {
  const sought = comparedWords(paragraphs);
  if (sought.length < SHORTEST) return [];
  const { text, starts } = wordsOf(statement);
  const found: string[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const first = lastAtOrBefore(starts, at);
    const last = lastAtOrBefore(starts, end - 1);
    const isWhole = starts[first] === at && starts[last + 1] === end;
    const [from, to] = [statement.paragraphs[first], statement.paragraphs[last]];
    if (from === undefined || to === undefined || !(isWhole || sought.length >= SHORTEST_PART)) continue;
    found.push(formatAddress(first === last ? { from: from.path } : { from: from.path, to: to.path }));
  }
  return found;
}

function lastAtOrBefore(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
