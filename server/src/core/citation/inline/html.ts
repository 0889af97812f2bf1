import type { EndFinder } from '../end-finder.ts';
import { matchAt, matchEnd } from '../sticky.ts';

const CLOSING_TAG = /<\/[A-Za-z][\w:-]*\s*>/y;
const OPENING_TAG = /<([A-Za-z][\w:-]*)(?=[\s/>])/y;
const ATTRIBUTE_NAME = /[^\s"'<>/=`]+/y;
const UNQUOTED = /[^\s"'=<>`]+/y;
const SPACE = /\s*/y;

/** A comment, an instruction, a tag, or a whole verbatim element; -1 if the sign is an ordinary one. */
export function htmlEnd(text: string, start: number, ends: EndFinder): number {
  if (text.startsWith('<!--', start)) return ends.findEnd('-->', start + 4);
  if (text.startsWith('<?', start)) return ends.findEnd('?>', start + 2);
  const closing = matchEnd(CLOSING_TAG, text, start);
  if (closing >= 0) return closing;
  const name = matchAt(OPENING_TAG, text, start)?.[1];
  if (name === undefined) return -1;
  const tag = tagEnd(text, start + 1 + name.length, ends);
  if (tag < 0 || !/^(?:pre|script|style|textarea)$/i.test(name)) return tag;
  const close = ends.findEnd(`</${name}>`, tag);
  return close < 0 ? tag : close;
}

/** The end of a tag, from after its name. */
function tagEnd(text: string, start: number, ends: EndFinder): number {
  let at = start;
  for (;;) {
    at = matchEnd(SPACE, text, at);
    if (text.charAt(at) === '>') return at + 1;
    if (text.startsWith('/>', at)) return at + 2;
    const name = matchEnd(ATTRIBUTE_NAME, text, at);
    if (name < 0) return -1;
    at = matchEnd(SPACE, text, name);
    if (text.charAt(at) !== '=') continue;
    at = matchEnd(SPACE, text, at + 1);
    const quote = text.charAt(at);
    const value = quote === '"' || quote === "'" ? ends.findEnd(quote, at + 1) : matchEnd(UNQUOTED, text, at);
    if (value < 0) return -1;
    at = value;
  }
}
