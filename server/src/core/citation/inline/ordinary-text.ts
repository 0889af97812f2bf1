import { matchEnd } from '../sticky.ts';

const WORD = /[\p{L}\p{N}]+/uy;
const ENTITY = /&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** Where the word that starts at an offset ends; -1 if none does. */
export function wordEnd(text: string, at: number): number {
  return matchEnd(WORD, text, at);
}

/** Past a backslash and the sign that it escapes. A word or a line end after it is read for itself. */
export function escapeEnd(text: string, at: number): number {
  const next = text.charAt(at + 1);
  return at + (next === '' || next === '\n' || wordEnd(text, at + 1) >= 0 ? 1 : 2);
}

/** Past an entity; past the `&` alone if it starts none. */
export function entityEnd(text: string, at: number): number {
  const end = matchEnd(ENTITY, text, at);
  return end < 0 ? at + 1 : end;
}

/** Smart punctuation takes `---` and `--` as a whole, so that `--@k` does not suppress the author. */
export function dashEnd(text: string, at: number): number {
  return at + (text.startsWith('---', at) ? 3 : text.startsWith('--', at) ? 2 : 1);
}
