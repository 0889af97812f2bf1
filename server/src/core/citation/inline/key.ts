import { matchEnd } from '../sticky.ts';
import type { KeyToken } from './token.ts';

const LONGEST_BRACED_KEY = 256;
const INNER_MARKS = ':.#$%&-+?<>~/';

/**
 * A key as Pandoc's `simpleCiteIdentifier` has it: letters, digits and `_`, with single marks between them, or anything
 * without white space between balanced braces. `undefined` if none starts here.
 */
export function readKey(text: string, start: number): Omit<KeyToken, 'index'> | undefined {
  const suppressAuthor = text.charAt(start) === '-';
  const at = suppressAuthor ? start + 1 : start;
  if (text.charAt(at) !== '@') return undefined;
  const first = text.charAt(at + 1);
  if (first === '{') {
    const close = bracedEnd(text, at + 1);
    if (close < 0) return undefined;
    return { kind: 'key', start, end: close + 1, keyStart: at + 2, keyEnd: close, suppressAuthor };
  }
  const keyStart = at + 1;
  // `@*` stands for every source in `nocite`.
  let end = first === '*' ? keyStart + 1 : identifierEnd(text, keyStart);
  if (end < 0) return undefined;
  for (;;) {
    const word = identifierEnd(text, end);
    if (word >= 0) {
      end = word;
      continue;
    }
    const mark = text.charAt(end);
    if (mark === '' || !INNER_MARKS.includes(mark)) break;
    const isSlash = (mark === ':' || mark === '/') && text.charAt(end + 1) === '/';
    if (!isSlash && identifierEnd(text, end + 1) < 0) break;
    end++;
  }
  return { kind: 'key', start, end, keyStart, keyEnd: end, suppressAuthor };
}

const IDENTIFIER = /[\p{L}\p{N}_]+/uy;

function identifierEnd(text: string, at: number): number {
  return matchEnd(IDENTIFIER, text, at);
}

function bracedEnd(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_BRACED_KEY);
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return at;
    else if (code <= 0x20 || (code > 0x7f && /\s/.test(text.charAt(at)))) return -1;
  }
  return -1;
}

const EXAMPLE = /@(?:[_-]?[\p{L}\p{N}])*/uy;

/** What is no key is read as the name of an example (`exampleRef`), after which a key may stand though it is a word. */
export function exampleEnd(text: string, at: number): number {
  return matchEnd(EXAMPLE, text, at);
}
