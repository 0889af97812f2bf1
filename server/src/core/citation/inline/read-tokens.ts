import type { InlineBlock } from '../inline-block.ts';
import { matchEnd } from '../sticky.ts';
import { readEmphasis } from './emphasis.ts';
import { HiddenText } from './hidden-text.ts';
import { exampleEnd, readKey } from './key.ts';
import { dashEnd, entityEnd, escapeEnd, wordEnd } from './ordinary-text.ts';
import { readQuote } from './quotation.ts';
import type { Lead, Token } from './token.ts';

const FOOTNOTE_MARK = /\[\^[^\r\n\t ^[\]]+\]/y;

/**
 * Reads the tokens of an inline text from left to right, in linear time, as Pandoc's `inline` would meet them; a
 * bracket knows its counterpart by its index in the list, or -1. A key right after a word is none
 * (`notAfterString`): neither `me@example.com` nor `见@k`.
 */
export function readTokens({ text }: InlineBlock): Token[] {
  const tokens: Token[] = [];
  /** Where in the list the brackets stand that are still open. */
  const open: number[] = [];
  const hiddenText = new HiddenText(text);
  /** Where the last word ended. */
  let lastWordEnd = -1;
  let at = 0;
  const add = (token: Token): void => {
    tokens.push(token);
    at = token.end;
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    switch (sign) {
      case '\\':
      case '`':
      case '$':
      case '<': {
        const hidden = hiddenText.read(at);
        if (hidden !== undefined) add(hidden);
        else at = sign === '\\' ? escapeEnd(text, at) : at + 1;
        break;
      }
      case '[': {
        const lead = leadOf(text, at);
        const mark = lead === '^' ? -1 : matchEnd(FOOTNOTE_MARK, text, at);
        if (mark >= 0) {
          add({ kind: 'hidden', start: at, end: mark, isAutolink: false });
          break;
        }
        open.push(tokens.length);
        add({ kind: 'open', start: at, end: at + 1, lead, match: -1 });
        break;
      }
      case ']': {
        const match = open.pop() ?? -1;
        const opening = tokens[match];
        if (opening?.kind === 'open') opening.match = tokens.length;
        add({ kind: 'close', start: at, end: at + 1, match });
        break;
      }
      case '-':
      case '@': {
        const key = lastWordEnd === at ? undefined : readKey(text, at);
        if (key !== undefined) add({ ...key, index: tokens.length });
        else at = sign === '@' ? exampleEnd(text, at) : dashEnd(text, at);
        break;
      }
      case '.':
        // `...` is an ellipsis; a single dot belongs to a word, and so keeps a key from following.
        if (text.startsWith('...', at)) at += 3;
        else {
          at++;
          if (text.charAt(at) !== '.') lastWordEnd = at;
        }
        break;
      case ';':
        add({ kind: 'semicolon', start: at, end: at + 1 });
        break;
      case '&':
        at = entityEnd(text, at);
        break;
      case '"':
      case "'":
        add(readQuote(text, at, lastWordEnd === at));
        break;
      case '*':
      case '_':
        add(readEmphasis(text, at, lastWordEnd === at));
        break;
      default: {
        const end = wordEnd(text, at);
        if (end >= 0) lastWordEnd = end;
        at = end < 0 ? at + 1 : end;
      }
    }
  }
  return tokens;
}

/** The sign right before a bracket, unless it is escaped. */
function leadOf(text: string, bracket: number): Lead {
  const before = text.charAt(bracket - 1);
  return (before === '^' || before === '!') && text.charAt(bracket - 2) !== '\\' ? before : '';
}
