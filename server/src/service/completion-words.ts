import { fold } from '../core/fold.ts';

/** True once so much is typed that it says something: two Han characters, or three letters. */
export function saysEnough(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 3 + (letters - han) * 2 >= 6;
}

/**
 * True for the beginning of a word that does not yet say enough. Editors close a list that becomes empty and do not open
 * it again while the word is typed, so that until then they are given what they had.
 */
export function saysTooLittle(words: string): boolean {
  return /^\p{L}+$/u.test(words) && !saysEnough(words);
}

/** True if one of the texts holds what was typed, width, case and marks left out of account. */
export function holds(texts: readonly string[], typed: string): boolean {
  const wanted = fold(typed).text;
  return wanted === '' || texts.some((text) => fold(text).text.includes(wanted));
}
