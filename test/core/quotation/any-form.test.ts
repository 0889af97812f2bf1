import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../server/src/core/citation/markdown-document.ts';
import { findPassage } from '../../../server/src/core/passage.ts';
import { findQuotations } from '../../../server/src/core/quotation/find-quotations.ts';
import { judgeCited } from '../../../server/src/core/quotation/judge.ts';
import { anchorsIn } from './reading.ts';
import { shipped, shippedStatement, verdictOf } from './judging.ts';

/** Marks around a quotation that do not close within: the source has “ ” and ‘ ’. */
const AROUND = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['‹', '›'],
  ['"', '"'],
] as const;
const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '！': '!',
  '？': '?',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
};

/** A form in which a quotation may be set without being another. */
interface Form {
  readonly around: (typeof AROUND)[number];
  readonly isHalf: boolean;
  /** Where a line ends, as a share of the length. */
  readonly breaks: readonly number[];
  readonly emphasis: readonly [number, number] | undefined;
}

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const form: fc.Arbitrary<Form> = fc.record({
  around: fc.constantFrom(...AROUND),
  isHalf: fc.boolean(),
  breaks: fc.array(share, { maxLength: 3 }),
  emphasis: fc.option(fc.tuple(share, share), { nil: undefined }),
});

const paragraphs = shipped.flatMap(({ key, paragraphs: all }) =>
  all.map(({ address, text }) => ({ key, address, text })),
);

/** A stretch of a paragraph, of 8 characters that count or more, that takes words and pairs of marks as a whole. */
const stretch = fc
  .constantFrom(...paragraphs)
  .chain(({ key, address, text }) =>
    fc
      .tuple(fc.nat({ max: Math.max(0, text.length - 8) }), fc.integer({ min: 8, max: 160 }))
      .map(([start, length]) => ({ key, address, words: wholeWords(text, start, start + length) })),
  )
  .filter(({ words }) => (words.match(/\p{sc=Han}/gu) ?? []).length >= 8 && isBalanced(words));

/** Letters and figures that a script without spaces does not part are one word. */
function wholeWords(text: string, from: number, to: number): string {
  const isWithin = (at: number): boolean => /^[^\W_]{2}$/.test(text.slice(at - 1, at + 1));
  let [start, end] = [from, Math.min(to, text.length)];
  while (isWithin(start)) start--;
  while (isWithin(end)) end++;
  return text.slice(start, end);
}

describe('words of a shipped paragraph with its citation', () => {
  test('are verbatim, in whatever form they are set', () => {
    fc.assert(
      fc.property(stretch, form, ({ key, address, words }, how) => {
        const text = `声明说${set(words, how)}[@a]。`;
        const [quotation, ...others] = findQuotations(parseMarkdown(text), anchorsIn(text));
        const passage = findPassage(shippedStatement(key), address);
        expect(others).toEqual([]);
        if (quotation?.anchor === undefined || passage === undefined) throw new Error(text);
        const judgement = judgeCited(quotation.words, [passage]);
        expect(judgement && verdictOf(judgement), text).toBe(`verbatim ${address}`);
      }),
      { numRuns: 1500 },
    );
  });
});

function set(words: string, { around: [open, close], isHalf, breaks, emphasis }: Form): string {
  const characters = Array.from(words, (each) => (isHalf ? (HALF[each] ?? each) : each));
  const at = (part: number): number => Math.floor(part * characters.length);
  for (const part of breaks)
    if (isHan(characters, at(part))) characters[at(part)] = `\n${characters[at(part)] ?? ''}`;
  if (emphasis !== undefined) {
    const [start, end] = emphasis.map(at).sort((a, b) => a - b);
    // Markdown knows emphasis by what stands on either side of its marks.
    if (
      start !== undefined &&
      end !== undefined &&
      start < end &&
      isHan(characters, start) &&
      isHan(characters, end)
    ) {
      characters[start] = `**${characters[start] ?? ''}`;
      characters[end] = `**${characters[end] ?? ''}`;
    }
  }
  return open + characters.join('') + close;
}

/** True between two Han characters that stand in a line. */
function isHan(characters: readonly string[], at: number): boolean {
  return [characters[at - 1], characters[at]].every((each) => /^\p{sc=Han}$/u.test(each ?? ''));
}

/** True for words in which every mark that opens is closed, and the other way round. */
function isBalanced(words: string): boolean {
  return ['“”', '‘’', '《》', '〈〉', '（）', '[]', '()'].every(([open = '', close = '']) => {
    let depth = 0;
    for (const each of words) {
      if (each === open) depth++;
      if (each === close && --depth < 0) return false;
    }
    return depth === 0;
  });
}
