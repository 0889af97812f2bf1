import type { Span } from '../../span.ts';
import { matchEnd } from '../sticky.ts';

/** The `(target "title")` after a bracket. */
export interface LinkSource {
  readonly end: number;
  readonly target: Span;
}

/** Reads what may follow a closing bracket of one text. The counterparts of its parentheses are found once. */
export class BracketTails {
  readonly #text: string;
  #parentheses: Int32Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The link source at an offset; `undefined` if there is none that ends before the limit. As in Pandoc (`source`)
   * the target may hold spaces, but no quotation mark after one unless it opens a title.
   */
  source(at: number, limit: number): LinkSource | undefined {
    if (this.#text.charAt(at) !== '(') return undefined;
    return this.#angled(at, limit) ?? this.#plain(at, limit);
  }

  #plain(at: number, limit: number): LinkSource | undefined {
    this.#parentheses ??= counterparts(this.#text);
    const close = this.#parentheses[at] ?? -1;
    if (close < 0 || close >= limit) return undefined;
    const inner = this.#text.slice(at + 1, close);
    const title = inner.search(/\s["']/);
    if (title >= 0 && !endsWithTitle(inner, title + 1)) return undefined;
    return { end: close + 1, target: trimmed(this.#text, at + 1, title < 0 ? close : at + 1 + title) };
  }

  /** `(<target> "title")`. */
  #angled(at: number, limit: number): LinkSource | undefined {
    const open = trimmed(this.#text, at + 1, Math.min(limit, at + 100)).start;
    if (this.#text.charAt(open) !== '<') return undefined;
    const found = /^<([^<>\n]{0,2000})>\s{0,20}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}')?\s{0,20}\)/.exec(
      this.#text.slice(open, Math.min(limit, open + 3100)),
    );
    if (found === null) return undefined;
    const start = open + 1;
    return { end: open + found[0].length, target: { start, end: start + (found[1] ?? '').length } };
  }
}

function endsWithTitle(inner: string, quote: number): boolean {
  const rest = inner.slice(quote).trimEnd();
  return rest.length > 1 && rest.endsWith(rest.charAt(0));
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** For each opening parenthesis the offset of the closing one; -1 elsewhere. Escaped ones count for nothing. */
function counterparts(text: string): Int32Array {
  const found = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 40) open.push(at);
    else if (code === 41) {
      const start = open.pop();
      if (start !== undefined) found[start] = at;
    }
  }
  return found;
}

const SPACE = /\s*/y;
const ATTRIBUTE = /(?:[#.][^\s{}"'=]+|[\p{L}_:][\w:.-]*=(?:"[^"]*"|'[^']*'|[^\s"'{}]*)|-(?=[\s}]))/uy;

/** The end of `{#id .class key=value}` at an offset; -1 if no attributes stand there. */
export function attributesEnd(text: string, start: number): number {
  if (text.charAt(start) !== '{') return -1;
  let at = start + 1;
  for (;;) {
    at = matchEnd(SPACE, text, at);
    if (text.charAt(at) === '}') return at + 1;
    at = matchEnd(ATTRIBUTE, text, at);
    if (at < 0) return -1;
  }
}
