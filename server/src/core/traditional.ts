import pairs from 'opencc-js/dict/STCharacters';
import { simplified } from './script-fold.ts';

/** The usual traditional form of a simplified character; read when somebody first asks. */
let table: ReadonlyMap<string, string> | undefined;

/**
 * Writes words in the script of a text: in traditional characters if it has any, in simplified ones if it has those, else
 * as they are. Where a simplified character stands for several (发: 發, 髮), the one that the text has, else the usual
 * one. What is written is the same word for `simplified`.
 */
export function inScriptOf(text: string, words: string): string {
  if (isTraditional(text)) return toTraditional(words, text);
  return isSimplified(text) ? toSimplified(words) : words;
}

/** True if a text has a character that is written otherwise in simplified script. */
export function isTraditional(text: string): boolean {
  return toSimplified(text) !== text;
}

function isSimplified(text: string): boolean {
  return Array.from(text).some((character) => usualForm(character) !== character);
}

function toTraditional(words: string, text: string): string {
  const used = new Map(Array.from(text, (character) => [toSimplified(character), character] as const));
  return Array.from(words, (character) => {
    const plain = toSimplified(character);
    const form = used.get(plain);
    if (form !== undefined && form !== plain) return form;
    const usual = usualForm(character);
    return toSimplified(usual) === plain ? usual : character;
  }).join('');
}

function toSimplified(words: string): string {
  return Array.from(words, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x3400 ? character : String.fromCodePoint(simplified(code));
  }).join('');
}

function usualForm(character: string): string {
  table ??= new Map(
    pairs.split('|').map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
  );
  return table.get(character) ?? character;
}
