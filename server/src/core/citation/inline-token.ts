import { attributesEnd } from './bracket-tail.ts';
import { EndFinder } from './end-finder.ts';
import type { InlineBlock } from './inline-block.ts';

/** What decides how the brackets and keys of an inline text are read. Offsets count from the start of its block. */
export type Token =
  | {
      readonly kind: 'open';
      readonly start: number;
      readonly end: number;
      readonly lead: Lead;
      match: number;
    }
  | { readonly kind: 'close'; readonly start: number; readonly end: number; readonly match: number }
  | KeyToken
  | { readonly kind: 'semicolon'; readonly start: number; readonly end: number }
  | QuoteToken
  | EmphasisToken
  | HiddenToken;

/** The sign right before a bracket: `^[note]`, `![image]`. */
export type Lead = '' | '^' | '!';

/** `@key`, `-@key` or `@{key}`. */
export interface KeyToken {
  readonly kind: 'key';
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly suppressAuthor: boolean;
  /** Its place in the list of tokens. */
  readonly index: number;
}

/** A straight quotation mark. */
export interface QuoteToken {
  readonly kind: 'quote';
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** A run of `*` or `_`. */
export interface EmphasisToken {
  readonly kind: 'emphasis';
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Text in which nothing is a citation: code, mathematics, tags, comments, autolinks, TeX, marks of footnotes. */
export interface HiddenToken {
  readonly kind: 'hidden';
  readonly start: number;
  readonly end: number;
  readonly isAutolink: boolean;
}

const WORD = /[\p{L}\p{N}]+/uy;
const FOOTNOTE_MARK = /\[\^[^\r\n\t ^[\]]+\]/y;
const ENTITY = /&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});/y;
const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,100}@[^\s<>@]{1,254})>/y;
const RAW_ATTRIBUTE = /\{=[\w-]+\}/y;

/**
 * Reads the tokens of an inline text from left to right, in linear time, as Pandoc's `inline` would meet them; a
 * bracket knows its counterpart by its index in the list, or -1. A key right after a word is none
 * (`notAfterString`): neither `me@example.com` nor `见@k`.
 */
export function readTokens({ text }: InlineBlock): Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  const code = new CodeSpans(text);
  const ends = new EndFinder(text);
  /** Where the last word ended. */
  let wordEnd = -1;
  let at = 0;
  const hide = (end: number, isAutolink = false): void => {
    tokens.push({ kind: 'hidden', start: at, end, isAutolink });
    at = end;
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    switch (sign) {
      case '\\': {
        const next = text.charAt(at + 1);
        const tex = texEnd(text, at, ends);
        if (tex >= 0) hide(tex);
        else at += next === '' || next === '\n' || matchEnd(WORD, text, at + 1) >= 0 ? 1 : 2;
        break;
      }
      case '`': {
        const end = code.endOf(at);
        if (end < 0) at++;
        else hide(Math.max(end, attributesEnd(text, end), matchEnd(RAW_ATTRIBUTE, text, end)));
        break;
      }
      case '$': {
        const end = mathEnd(text, at, ends);
        if (end < 0) at++;
        else hide(end);
        break;
      }
      case '<': {
        const autolink = matchEnd(AUTOLINK, text, at);
        const end = autolink < 0 ? htmlEnd(text, at, ends) : autolink;
        if (end < 0) at++;
        else hide(end, autolink >= 0);
        break;
      }
      case '[': {
        const before = text.charAt(at - 1);
        const lead = (before === '^' || before === '!') && text.charAt(at - 2) !== '\\' ? before : '';
        const mark = lead === '^' ? -1 : matchEnd(FOOTNOTE_MARK, text, at);
        if (mark >= 0) {
          hide(mark);
          break;
        }
        open.push(tokens.length);
        tokens.push({ kind: 'open', start: at, end: at + 1, lead, match: -1 });
        at++;
        break;
      }
      case ']': {
        const match = open.pop() ?? -1;
        const opening = tokens[match];
        if (opening?.kind === 'open') opening.match = tokens.length;
        tokens.push({ kind: 'close', start: at, end: at + 1, match });
        at++;
        break;
      }
      case '-':
      case '@': {
        const key = wordEnd === at ? undefined : readKey(text, at);
        if (key !== undefined) {
          tokens.push({ ...key, index: tokens.length });
          at = key.end;
        } else {
          at = sign === '@' ? exampleEnd(text, at) : dashEnd(text, at);
        }
        break;
      }
      case '.':
        // `...` is an ellipsis; a single dot belongs to a word, and so keeps a key from following.
        if (text.startsWith('...', at)) at += 3;
        else {
          at++;
          if (text.charAt(at) !== '.') wordEnd = at;
        }
        break;
      case ';':
        tokens.push({ kind: 'semicolon', start: at, end: at + 1 });
        at++;
        break;
      case '&': {
        const end = matchEnd(ENTITY, text, at);
        at = end < 0 ? at + 1 : end;
        break;
      }
      case '"':
      case "'": {
        const end = at + 1;
        const next = text.charAt(end);
        const opens = next !== '' && !/\s/.test(next);
        const canOpen = sign === '"' ? opens : opens && wordEnd !== at && !/[)!\],.;:?-]/.test(next);
        const canClose = sign === '"' || matchEnd(WORD, text, end) < 0;
        tokens.push({ kind: 'quote', start: at, end, sign, canOpen, canClose });
        at = end;
        break;
      }
      case '*':
      case '_': {
        let end = at + 1;
        while (text.charAt(end) === sign) end++;
        const next = text.charAt(end);
        const canOpen = end - at <= 3 && next !== '' && !/\s/.test(next) && (sign === '*' || wordEnd !== at);
        const canClose = sign === '*' || matchEnd(WORD, text, end) < 0;
        tokens.push({ kind: 'emphasis', start: at, end, sign, canOpen, canClose });
        at = end;
        break;
      }
      default: {
        const end = matchEnd(WORD, text, at);
        if (end >= 0) wordEnd = end;
        at = end < 0 ? at + 1 : end;
      }
    }
  }
  return tokens;
}

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

const EXAMPLE = /@(?:[\p{L}\p{N}]+|[_-][\p{L}\p{N}]+)*/uy;

/** What is no key is read as the name of an example (`exampleRef`), after which a key may stand though it is a word. */
function exampleEnd(text: string, at: number): number {
  return matchEnd(EXAMPLE, text, at);
}

/** Smart punctuation takes `---` and `--` as a whole, so that `--@k` does not suppress the author. */
function dashEnd(text: string, at: number): number {
  return at + (text.startsWith('---', at) ? 3 : text.startsWith('--', at) ? 2 : 1);
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

/** The ends of code spans. A span ends at a run of as many backticks as it starts with. */
class CodeSpans {
  readonly #text: string;
  /** The starts of the runs of each length, and how many of them have been passed. */
  readonly #runs = new Map<number, { readonly starts: number[]; passed: number }>();
  /** The end of the run looked at last, for a long run is entered once for each of its signs. */
  #lastEnd = -1;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
      const end = this.#runEnd(at);
      const runs = this.#runs.get(end - at) ?? { starts: [], passed: 0 };
      runs.starts.push(at);
      this.#runs.set(end - at, runs);
      at = end;
    }
  }

  /** Where the span that starts here ends; -1 if it is never closed. Offsets may not decrease from call to call. */
  endOf(start: number): number {
    const end = this.#runEnd(start);
    const runs = this.#runs.get(end - start);
    if (runs === undefined) return -1;
    while ((runs.starts[runs.passed] ?? end) < end) runs.passed++;
    const close = runs.starts[runs.passed];
    return close === undefined ? -1 : close + end - start;
  }

  #runEnd(start: number): number {
    if (start < this.#lastEnd && this.#text.charCodeAt(start - 1) === 96) return this.#lastEnd;
    let end = start + 1;
    while (this.#text.charCodeAt(end) === 96) end++;
    this.#lastEnd = end;
    return end;
  }
}

/** `$x$` or `$$x$$`, by the rules of Pandoc's `tex_math_dollars`; -1 if the sign is an ordinary one. */
function mathEnd(text: string, start: number, ends: EndFinder): number {
  if (text.charAt(start + 1) === '$') {
    const close = ends.find('$$', start + 3);
    return close < 0 ? -1 : close + 2;
  }
  if (/^\s?$/.test(text.charAt(start + 1))) return -1;
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '$') at += text.charAt(at) === '\\' ? 2 : 1;
  if (at >= text.length || /\s/.test(text.charAt(at - 1)) || /\d/.test(text.charAt(at + 1))) return -1;
  return at + 1;
}

const CLOSING_TAG = /<\/[A-Za-z][\w:-]*\s*>/y;
const OPENING_TAG = /<([A-Za-z][\w:-]*)(?=[\s/>])/y;
const ATTRIBUTE_NAME = /[^\s"'<>/=`]+/y;
const UNQUOTED = /[^\s"'=<>`]+/y;
const SPACE = /\s*/y;

/** A comment, an instruction, a tag, or a whole verbatim element; -1 if the sign is an ordinary one. */
function htmlEnd(text: string, start: number, ends: EndFinder): number {
  if (text.startsWith('<!--', start)) return endAfter(ends, '-->', start + 4);
  if (text.startsWith('<?', start)) return endAfter(ends, '?>', start + 2);
  const closing = matchEnd(CLOSING_TAG, text, start);
  if (closing >= 0) return closing;
  OPENING_TAG.lastIndex = start;
  const name = OPENING_TAG.exec(text)?.[1];
  if (name === undefined) return -1;
  const tag = tagEnd(text, start + 1 + name.length, ends);
  if (tag < 0 || !/^(?:pre|script|style|textarea)$/i.test(name)) return tag;
  const close = endAfter(ends, `</${name}>`, tag);
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
    const value =
      quote === '"' || quote === "'" ? endAfter(ends, quote, at + 1) : matchEnd(UNQUOTED, text, at);
    if (value < 0) return -1;
    at = value;
  }
}

const TEX_COMMAND = /\\\p{L}+\*?/uy;
const TEX_BEGIN = /\\begin\{([A-Za-z]+\*?)\}/y;
const TEX_SPACE = / *(?:\n *)?/y;
const LONGEST_TEX_ARGUMENT = 500;

/** A TeX command with its arguments, or a whole environment, both kept as they are by `raw_tex`; -1 if there is none. */
function texEnd(text: string, start: number, ends: EndFinder): number {
  TEX_BEGIN.lastIndex = start;
  const environment = TEX_BEGIN.exec(text)?.[1];
  if (environment !== undefined) {
    const close = endAfter(ends, `\\end{${environment}}`, start);
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

/** Where the first such sign from an offset on ends; -1 if there is none. */
function endAfter(ends: EndFinder, sign: string, from: number): number {
  const found = ends.find(sign, from);
  return found < 0 ? -1 : found + sign.length;
}

/** Where a sticky pattern's match at an offset ends; -1 if it does not match there. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
