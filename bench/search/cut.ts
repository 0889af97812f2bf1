import { pick, type Random } from '../random.ts';
import type { Corpus, GeneratedParagraph } from './generate.ts';

/** Draws paragraphs of a corpus and cuts words from them. */
export interface Cutter {
  readonly random: Random;
  /** A paragraph of the first `size`. */
  paragraph: () => GeneratedParagraph;
  /** So many characters from within a clause of some paragraph. */
  within: (least: number, most: number) => Cut;
  /** The first words of a clause, so many characters in all; each word has two at least. */
  opening: (least: number, most: number) => Cut;
  /** A single character of the corpus. */
  character: () => string;
}

export interface Cut {
  readonly source: string;
  readonly text: string;
}

export function createCutter(corpus: Corpus, size: number, random: Random): Cutter {
  const paragraph = (): GeneratedParagraph => corpus.paragraph(random(size));
  /** Goes on until a paragraph has what is looked for. */
  const search = (least: number, most: number, cut: (clause: string, length: number) => string): Cut => {
    for (;;) {
      const { id, text } = paragraph();
      const length = least + random(most - least + 1);
      const clauses = clausesOf(text).filter((clause) => clause.length >= length);
      if (clauses.length === 0) continue;
      const found = cut(pick(random, clauses), length);
      if (found !== '') return { source: id, text: found };
    }
  };
  return {
    random,
    paragraph,
    within: (least, most) =>
      search(least, most, (clause, length) => {
        const start = random(clause.length - length + 1);
        const text = clause.slice(start, start + length);
        return isWhole(text) ? text : '';
      }),
    opening: (least, most) => search(least, most, openingWords),
    character: () => {
      const { text } = paragraph();
      return pick(random, text.replace(/[^\p{Script=Han}]/gu, ''));
    },
  };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function openingWords(clause: string, length: number): string {
  let text = '';
  for (const { segment } of segmenter.segment(clause.slice(0, 2 * length))) {
    // A number that is broken off (一九 of 一九四八) is no word.
    if (!/^\p{Script=Han}{2,}$/u.test(segment) || /^[〇一二三四五六七八九十]+$/.test(segment)) return '';
    text += segment;
    if (text.length >= length) break;
  }
  return text.length === length ? text : '';
}

export function clausesOf(text: string): string[] {
  return text.split(/[，；。]/);
}

/** No mark at either end, and no lone half of a pair of marks: nobody types that. */
function isWhole(text: string): boolean {
  if (!/^[\p{L}\p{N}].*[\p{L}\p{N}]$/u.test(text)) return false;
  return ['“”', '《》', '（）'].every(
    ([open = '', close = '']) => text.split(open).length === text.split(close).length,
  );
}
