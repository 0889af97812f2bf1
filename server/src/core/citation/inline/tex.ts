import type { EndFinder } from '../end-finder.ts';
import { matchAt, matchEnd } from '../sticky.ts';

const TEX_COMMAND = /\\\p{L}+\*?/uy;
const TEX_BEGIN = /\\begin\{([A-Za-z]+\*?)\}/y;
const TEX_SPACE = / *(?:\n *)?/y;
const LONGEST_TEX_ARGUMENT = 500;

/** A TeX command with its arguments, or a whole environment, both kept as they are by `raw_tex`; -1 if there is none. */
export function texEnd(text: string, start: number, ends: EndFinder): number {
  const environment = matchAt(TEX_BEGIN, text, start)?.[1];
  if (environment !== undefined) {
    const close = ends.findEnd(`\\end{${environment}}`, start);
    if (close >= 0) return close;
  }
  let end = matchEnd(TEX_COMMAND, text, start);
  if (end < 0) return -1;
  let hasBraces = false;
  for (;;) {
    const at: number = hasBraces ? end : matchEnd(TEX_SPACE, text, end);
    const argument: number =
      text.charAt(at) === '[' ? balancedEnd(text, at, '[', ']') : balancedEnd(text, at, '{', '}');
    if (argument < 0) return end;
    hasBraces ||= text.charAt(at) === '{';
    end = argument;
  }
}

function balancedEnd(text: string, start: number, open: string, close: string): number {
  if (text.charAt(start) !== open) return -1;
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST_TEX_ARGUMENT);
  for (let at = start; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === open) depth++;
    else if (sign === close && --depth === 0) return at + 1;
  }
  return -1;
}
