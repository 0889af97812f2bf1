import { pick, type Random } from '../random.ts';
import { lettersOf, type Material, type Source } from './material.ts';

/** Words as a paragraph has them. */
export interface Cut {
  readonly source: Source;
  /** The first and the last character are letters or digits; no word is cut. */
  readonly text: string;
}

/** The shortest and the longest quotation, in characters: a script of letters takes more of them. */
export const LENGTHS = { zh: [8, 160], en: [24, 320], ru: [24, 320] } as const;

/** Some words of a paragraph drawn at random, at least and at most so long. */
export function cutWords(
  material: Material,
  random: Random,
  [least, most]: readonly [number, number] = LENGTHS[material.language],
): Cut {
  for (;;) {
    const source = pick(random, material.paragraphs);
    const text = cutFrom(source.text, random, least, most, material.language !== 'zh');
    if (text !== undefined) return { source, text };
  }
}

/** Several clauses that follow one another, and what stands between them: `clauses[0] + marks[0] + clauses[1] …`. */
export interface Clauses {
  readonly source: Source;
  readonly clauses: readonly string[];
  readonly marks: readonly string[];
}

/** So many neighbouring clauses of a paragraph, none of them shorter than `least` characters. */
export function cutClauses(material: Material, random: Random, count: number, least: number): Clauses {
  for (;;) {
    const source = pick(random, material.paragraphs);
    const parts = source.text.split(/([，；。：,;.:]\s*)/);
    const starts = Math.floor(parts.length / 2) - count + 1;
    if (starts < 1) continue;
    const start = 2 * random(starts);
    const clauses = Array.from({ length: count }, (_, i) => parts[start + 2 * i] ?? '');
    const marks = Array.from({ length: count - 1 }, (_, i) => parts[start + 2 * i + 1] ?? '');
    if (clauses.every((clause) => clause.length >= least && isWhole(clause)))
      return { source, clauses, marks };
  }
}

/** True if some statement has the letters of these words one after the other. */
export function standsSomewhere({ letters }: Material, words: string): boolean {
  const wanted = lettersOf(words);
  return letters.some((text) => text.toLowerCase().includes(wanted.toLowerCase()));
}

/** Sequences of so many letters are no chance. */
const GRAM = { zh: 4, en: 10, ru: 10 } as const;

/** The largest share of some words that stands, whatever the order, in one paragraph and those beside it, 0 to 1. */
export function shareOfOnePlace({ language, paragraphs }: Material, words: string): number {
  const letters = lettersOf(words).toLowerCase();
  const size = GRAM[language];
  const grams = Array.from({ length: Math.max(1, letters.length - size + 1) }, (_, i) =>
    letters.slice(i, i + size),
  );
  const texts = paragraphs.map(({ text }) => lettersOf(text).toLowerCase());
  return texts.reduce((most, text, i) => {
    const around = [texts[i - 1], text, texts[i + 1]].join(' ');
    const isThere = new Uint8Array(letters.length);
    grams.forEach((gram, at) => {
      if (around.includes(gram)) isThere.fill(1, at, at + size);
    });
    return Math.max(most, isThere.reduce((sum, each) => sum + each, 0) / letters.length);
  }, 0);
}

function cutFrom(text: string, random: Random, least: number, most: number, isSpaced: boolean) {
  if (text.length < least) return undefined;
  const length = least + random(Math.min(most, text.length) - least + 1);
  let start = random(text.length - length + 1);
  let end = start + length;
  if (isSpaced) {
    while (start > 0 && /[\p{L}\p{N}’'-]/u.test(text.charAt(start - 1))) start--;
    while (end < text.length && /[\p{L}\p{N}’'-]/u.test(text.charAt(end))) end++;
  } else {
    // A number that is broken off is another number.
    while (start > 0 && /[\da-z]/i.test(text.charAt(start - 1))) start--;
    while (end < text.length && /[\da-z]/i.test(text.charAt(end))) end++;
  }
  const cut = text.slice(start, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return cut.length >= least && isWhole(cut) ? cut : undefined;
}

/** No lone half of a pair of marks: nobody quotes that. */
function isWhole(text: string): boolean {
  return ['“”', '《》', '（）', '()', '‘’', '«»'].every(
    ([open = '', close = '']) =>
      text.split(open).length === text.split(close).length && text.indexOf(open) <= text.indexOf(close),
  );
}
