import { isMark } from './character-form.ts';
import { exactForm, type ExactForm } from './exact-form.ts';
import { isSpaced } from './script.ts';

/** A place where some texts, read one after the other, hold words. */
export interface WordsPlace {
  /** The index of the first text, and of the last. */
  readonly first: number;
  readonly last: number;
  /** The words of each of them as it has them, from the first to the last. */
  readonly parts: readonly string[];
}

/**
 * Every place where texts hold words just so (`exactForm`), in order; a place may reach over several texts that follow
 * one another. Words begin and end where words of the texts do, as far as their script parts words. The marks at
 * the ends of the words count as far as the texts have them there too: quotation marks around what is quoted are
 * none of it.
 */
export function findWords(words: string, texts: readonly string[]): WordsPlace[] {
  const wanted = readWanted(words);
  if (wanted.core === '') return [];
  const forms = texts.map(exactForm);
  const hay = forms.map(({ text }) => text).join('');
  const places: WordsPlace[] = [];
  for (let at = hay.indexOf(wanted.core); at >= 0; at = hay.indexOf(wanted.core, at + 1)) {
    const place = placeAt(at, wanted, texts, forms, hay);
    if (place !== undefined) places.push(place);
  }
  return places;
}

interface Wanted {
  /** From the first letter or digit to the last. */
  readonly core: string;
  /** The marks before and after it. */
  readonly lead: string;
  readonly trail: string;
}

function readWanted(words: string): Wanted {
  const { text } = exactForm(words);
  const characters = Array.from(text);
  const start = characters.findIndex((each) => !isMark(each));
  if (start < 0) return { core: '', lead: '', trail: '' };
  const end = characters.findLastIndex((each) => !isMark(each)) + 1;
  const joined = (from: number, to: number): string => characters.slice(from, to).join('');
  return { core: joined(start, end), lead: joined(0, start), trail: joined(end, characters.length) };
}

function placeAt(
  at: number,
  { core, lead, trail }: Wanted,
  texts: readonly string[],
  forms: readonly ExactForm[],
  hay: string,
): WordsPlace | undefined {
  const [first, firstStart] = textAt(at, forms);
  const [last, lastStart] = textAt(at + core.length - 1, forms);
  let start = at;
  for (let i = lead.length - 1; i >= 0 && start > firstStart && hay[start - 1] === lead[i]; i--) start--;
  let end = at + core.length;
  const lastEnd = lastStart + (forms[last]?.text.length ?? 0);
  for (let i = 0; i < trail.length && end < lastEnd && hay[end] === trail[i]; i++) end++;
  const from = forms[first]?.starts[start - firstStart] ?? 0;
  const to = forms[last]?.ends[end - 1 - lastStart] ?? 0;
  // ㈱ is not 株: what is quoted has whole characters.
  const isWhole =
    forms[first]?.starts[start - firstStart - 1] !== from &&
    forms[last]?.starts[end - lastStart] !== forms[last]?.starts[end - 1 - lastStart];
  const cutsWord = isInWord(texts[first] ?? '', from) || isInWord(texts[last] ?? '', to);
  if (!isWhole || cutsWord) return undefined;
  const parts = texts
    .slice(first, last + 1)
    .map((text, i) => text.slice(i === 0 ? from : 0, i === last - first ? to : text.length));
  return { first, last, parts };
}

/** The index of the text that holds an offset of all the forms, and where it starts there. */
function textAt(offset: number, forms: readonly ExactForm[]): readonly [index: number, start: number] {
  let start = 0;
  for (const [i, { text }] of forms.entries()) {
    if (offset < start + text.length) return [i, start];
    start += text.length;
  }
  return [Math.max(forms.length - 1, 0), start];
}

/** True between two letters or digits of a script that writes its words apart. */
function isInWord(text: string, offset: number): boolean {
  return isSpaced(text.charAt(offset - 1)) && isSpaced(text.charAt(offset));
}
