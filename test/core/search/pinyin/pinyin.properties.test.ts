import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../../server/src/core/fold.ts';
import {
  initialGramOf,
  initialGramsAt,
  MOST_GRAMS,
} from '../../../../server/src/core/search/pinyin/initial-grams.ts';
import { fitsAt, readSoundPatterns } from '../../../../server/src/core/search/pinyin/sound-pattern.ts';
import { readShipped } from '../../../corpus/shipped.ts';
import { patternsOf, rankOf, readings, unitsOf } from './typed.ts';

const runs = [...readShipped()]
  .filter(([path]) => path.startsWith('statements/'))
  .flatMap(([, text]) => text.replace(/^---[^]*?\n---\n/, '').match(/\p{Script=Han}+/gu) ?? []);

/** The words of the corpus, of two characters or more. */
const words = [
  ...new Set(
    runs
      .flatMap((run) => [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)])
      .map(({ segment }) => segment)
      .filter((word) => word.length > 1),
  ),
];

/** The corpus cut into pieces of two to eight characters, as no dictionary would. */
const pieces = runs.flatMap((run, i) => run.match(new RegExp(`.{${2 + (i % 7)}}`, 'gu')) ?? []);

/** How a text is read aloud by pinyin-pro, which knows words: 重申 is chong shen. */
function aloud(text: string): string[] {
  return pinyin(text, { toneType: 'none', v: true, type: 'array' });
}

const WAYS = {
  'in full': (text) => aloud(text).join(''),
  'in full, u for ü': (text) => aloud(text).join('').replaceAll('v', 'u'),
  'with tone marks': (text) => pinyin(text),
  'with tone digits': (text) => pinyin(text, { toneType: 'num' }).replaceAll('0', ''),
  'by initials': (text) =>
    aloud(text)
      .map((syllable) => syllable.charAt(0))
      .join(''),
  'by initials, zh ch sh': (text) =>
    aloud(text)
      .map((syllable) => /^[zcs]h|^./.exec(syllable)?.[0] ?? '')
      .join(''),
  'the first in full': (text) =>
    aloud(text)
      .map((syllable, i) => (i === 0 ? syllable : syllable.charAt(0)))
      .join(''),
} satisfies Record<string, (text: string) => string>;

describe.each(Object.entries(WAYS))('%s', (_, type) => {
  const share = (texts: readonly string[]) =>
    texts.filter((text) => rankOf(type(text), text) >= 0).length / texts.length;

  test('nearly every word of the corpus is found', () => {
    expect(words.length).toBeGreaterThan(1000);
    expect(share(words)).toBeGreaterThanOrEqual(0.99);
  });

  test('so is nearly every piece of it', () => {
    expect(pieces.length).toBeGreaterThan(1000);
    expect(share(pieces)).toBeGreaterThanOrEqual(0.99);
  });
});

test('a word cut short is found while it is typed', () => {
  const typing = words.flatMap((word) => {
    const typed = aloud(word).join('');
    const last = aloud(word).at(-1) ?? '';
    return Array.from(
      { length: last.length - 1 },
      (_, i) => [typed.slice(0, typed.length - i - 1), word] as const,
    );
  });
  const found = typing.filter(([typed, word]) => rankOf(typed, word) >= 0);
  expect(found.length / typing.length).toBeGreaterThanOrEqual(0.98);
});

describe('on any text', () => {
  const letters = fc.constantFrom(...Array.from('aeiouvnghzcsxl0159战略行éд'), '\ud83d');
  const texts = fc.oneof(
    fc.string({ unit: letters, maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...readings.syllables), { maxLength: 20 })
      .map((syllables) => syllables.join('')),
  );

  test('there are few patterns, each with a sound, and no longer than the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const term of [text, fold(text).text]) {
          const patterns = readSoundPatterns(term, readings);
          expect(patterns.length).toBeLessThanOrEqual(8);
          for (const { elements } of patterns) {
            expect(elements.length).toBeLessThanOrEqual(term.length);
            expect(elements.some(({ kind }) => kind === 'sound')).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a long term takes no longer than its length', () => {
    for (const part of ['a', 'xian', 'ng', 'lve1', 'zh', '战', '1', 'g1'])
      expect(patternsOf(part.repeat(1000)).length).toBeLessThanOrEqual(8);
  });

  test('where a pattern fits, the text has its grams', () => {
    const into = new Int32Array(MOST_GRAMS);
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom(...Object.values(WAYS)), (piece, type) => {
        const units = unitsOf(fold(piece).text);
        for (const pattern of patternsOf(type(piece))) {
          if (!fitsAt(units, 0, units.length, pattern, readings)) continue;
          for (let at = 0; at + 3 <= pattern.elements.length; at++) {
            const code = initialGramOf(pattern, at, readings);
            const count = initialGramsAt(units, at, units.length, readings, into);
            expect(into.subarray(0, count)).toContain(code);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
