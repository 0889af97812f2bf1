import type { Corpus } from './generate.ts';
import type { Query } from './query.ts';
import { stripped } from './stripped.ts';

/**
 * True if one of the answers is what the person meant: the paragraph that the query was cut from, or one that holds
 * the same words; for a query with errors in it also one that is as near to what was typed, since nothing tells it
 * from the other.
 */
export function isFound(query: Query, answers: readonly string[], corpus: Corpus): boolean {
  if (answers.includes(query.source)) return true;
  const texts = answers.map((id) => stripped(corpus.textOf(id) ?? ''));
  if (texts.some((text) => query.words.every((word) => text.includes(word)))) return true;
  if (query.class !== 'typo' && query.class !== 'quotation') return false;
  const typed = stripped(query.text);
  const least = distanceWithin(typed, stripped(corpus.textOf(query.source) ?? ''));
  return texts.some((text) => distanceWithin(typed, text) <= least);
}

/** How many characters must be changed, left out or put in to make the words those of some place in the text. */
function distanceWithin(words: string, text: string): number {
  let column = Array.from({ length: words.length + 1 }, (_, i) => i);
  let least = words.length;
  for (const character of text) {
    const next = [0];
    for (let i = 1; i <= words.length; i++) {
      const changed = (column[i - 1] ?? 0) + (words[i - 1] === character ? 0 : 1);
      next.push(Math.min(changed, (column[i] ?? 0) + 1, (next[i - 1] ?? 0) + 1));
    }
    column = next;
    least = Math.min(least, column[words.length] ?? least);
  }
  return least;
}
