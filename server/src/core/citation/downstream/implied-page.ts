import type { Span } from '../../span.ts';
import { isChinese } from '../../script.ts';
import { matchAt } from '../sticky.ts';

const SEPARATOR = /(?:,\s*|\s+)?/uy;
// Pandoc's word: no mark but dashes and a colon, a dot between two parts, parentheses that are closed.
const WORD = /(?:[^\s\p{P}]|[-–:]|(?<=[^\s\p{P}])\.(?=[^\s\p{P}])|\([^()\s]{0,40}\)|\[[^[\]\s]{0,40}\])+/uy;
/** The English names of places that Pandoc knows, in so far as a dot is part of them. */
const ENGLISH_LABEL =
  /^(?:bk|bks|chap|chaps|col|cols|fig|figs|fol|fols|no|nos|l|ll|n|nn|op|opp|p|pp|para|paras|pt|pts|sec|secs|v|vv|vol|vols)\./iu;

/**
 * The word after a key that Pandoc takes for the number of a page since it holds an ASCII digit and no label stands
 * before it: `第3段`, `4.3`, `art.4`. `undefined` if the words are kept as they are, or have a label. `suffix` is all
 * that follows the key, and the span counts in it.
 */
export function impliedPage(suffix: string, language: string | undefined): Span | undefined {
  const start = matchAt(SEPARATOR, suffix, 0)?.[0].length ?? 0;
  const word = matchAt(WORD, suffix, start)?.[0];
  if (word === undefined || !/\d/.test(word)) return undefined;
  if (/^[A-Za-z]+\.\d/.test(word) && !isUnknownLabel(word, language)) return undefined;
  return { start, end: start + word.length };
}

/** Of other languages than these two we do not know the labels. */
function isUnknownLabel(word: string, language: string | undefined): boolean {
  if (language === undefined || /^en\b/i.test(language)) return !ENGLISH_LABEL.test(word);
  return isChinese(language);
}
