import type { EndFinder } from '../end-finder.ts';

/** `$x$` or `$$x$$`, by the rules of Pandoc's `tex_math_dollars`; -1 if the sign is an ordinary one. */
export function mathEnd(text: string, start: number, ends: EndFinder): number {
  if (text.charAt(start + 1) === '$') return ends.findEnd('$$', start + 3);
  if (/^\s?$/.test(text.charAt(start + 1))) return -1;
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '$') at += text.charAt(at) === '\\' ? 2 : 1;
  if (at >= text.length || /\s/.test(text.charAt(at - 1)) || /\d/.test(text.charAt(at + 1))) return -1;
  return at + 1;
}
