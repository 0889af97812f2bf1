/**
 * Grams: the pieces of folded text by which the index finds units. Two neighbouring characters of a text in Chinese are
 * rare enough to lead to few places; of a text in letters three are needed. A gram is one unsigned 32-bit number, so
 * that a sorted array of them is a dictionary, in which grams with the same beginning stand side by side.
 */

/** Code units from here on (CJK, Hangul, the surrogates of rarer characters) are each worth several letters. */
const FIRST_DENSE = 0x2e80;
/** Three letters are told apart from pairs by a beginning that no text has: the private use area. */
const LETTERS = 0xe0000000;

/** What follows the last character of a unit. */
const NOTHING = 0;

function isLetter(unit: number): boolean {
  return unit < FIRST_DENSE && unit !== NOTHING;
}

/**
 * The gram that starts at `at`, where the unit of text ends at `end`; the last character makes a pair with nothing.
 * Grams of three letters keep the last eight bits of each: different letters may share one, so whoever asks looks
 * at the text.
 */
export function gramAt(text: Uint16Array, at: number, end: number): number {
  const first = text[at] ?? 0;
  const second = at + 1 < end ? (text[at + 1] ?? 0) : NOTHING;
  if (at + 2 < end && isLetter(first) && isLetter(second)) {
    const third = text[at + 2] ?? 0;
    if (isLetter(third)) return lettersGram(first, second, third);
  }
  return ((first << 16) | second) >>> 0;
}

/** The grams that stand in every text in which the whole of `phrase` stands, each once; empty for a short one. */
export function gramsWithin(phrase: Uint16Array): number[] {
  const grams = new Set<number>();
  const end = phrase.length;
  for (let at = 0; at + 1 < end; at++) {
    const endsInLetters = at + 2 === end && isLetter(phrase[at] ?? 0) && isLetter(phrase[at + 1] ?? 0);
    // What follows in the text decides which gram these two letters are part of.
    if (!endsInLetters) grams.add(gramAt(phrase, at, end));
  }
  return [...grams];
}

/** Ranges of grams, ends inclusive, one of which stands in every text that holds `phrase`, of one or two units. */
export function gramRanges(phrase: Uint16Array): readonly (readonly [number, number])[] {
  const first = phrase[0] ?? 0;
  const second = phrase[1];
  const pair = ((first << 16) | (second ?? 0)) >>> 0;
  if (second === undefined) {
    const pairs = [pair, (pair | 0xffff) >>> 0] as const;
    return isLetter(first) ? [pairs, [lettersGram(first, 0, 0), lettersGram(first, 0xff, 0xff)]] : [pairs];
  }
  return isLetter(first) && isLetter(second)
    ? [
        [pair, pair],
        [lettersGram(first, second, 0), lettersGram(first, second, 0xff)],
      ]
    : [[pair, pair]];
}

/** The second unit of a pair; `undefined` for three letters, of which a gram keeps a part only. */
export function secondOf(gram: number): number | undefined {
  return gram >= LETTERS && gram < LETTERS + 0x1000000 ? undefined : gram & 0xffff;
}

function lettersGram(first: number, second: number, third: number): number {
  return (LETTERS | ((first & 0xff) << 16) | ((second & 0xff) << 8) | (third & 0xff)) >>> 0;
}
