import { EndFinder } from '../end-finder.ts';
import { matchEnd } from '../sticky.ts';
import { attributesEnd } from './bracket-tail.ts';
import { CodeSpans } from './code-spans.ts';
import { htmlEnd } from './html.ts';
import { mathEnd } from './math.ts';
import { texEnd } from './tex.ts';
import type { HiddenToken } from './token.ts';

const AUTOLINK = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,100}@[^\s<>@]{1,254})>/y;
const RAW_ATTRIBUTE = /\{=[\w-]+\}/y;

/** The code, mathematics, tags, comments, autolinks and TeX of one text, read from left to right. */
export class HiddenText {
  readonly #text: string;
  readonly #code: CodeSpans;
  readonly #ends: EndFinder;

  constructor(text: string) {
    this.#text = text;
    this.#code = new CodeSpans(text);
    this.#ends = new EndFinder(text);
  }

  /** What a backslash, a backtick, `$` or `<` begins; `undefined` if it stands for itself. Offsets may not decrease. */
  read(start: number): HiddenToken | undefined {
    const autolink = matchEnd(AUTOLINK, this.#text, start);
    const end = autolink < 0 ? this.#end(start) : autolink;
    return end < 0 ? undefined : { kind: 'hidden', start, end, isAutolink: autolink >= 0 };
  }

  #end(start: number): number {
    switch (this.#text.charAt(start)) {
      case '\\':
        return texEnd(this.#text, start, this.#ends);
      case '`':
        return this.#codeEnd(start);
      case '$':
        return mathEnd(this.#text, start, this.#ends);
      case '<':
        return htmlEnd(this.#text, start, this.#ends);
      default:
        return -1;
    }
  }

  /** The end of a code span, with the attributes or the raw format after it. */
  #codeEnd(start: number): number {
    const end = this.#code.endOf(start);
    return end < 0
      ? -1
      : Math.max(end, attributesEnd(this.#text, end), matchEnd(RAW_ATTRIBUTE, this.#text, end));
  }
}
