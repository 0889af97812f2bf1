import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedFor } from '../../../bench/quotations/case.ts';
import { cutWords } from '../../../bench/quotations/cut.ts';
import {
  emphasised,
  halfWidth,
  otherMarks,
  spaced,
  traditional,
  withEllipsis,
  withInsertion,
} from '../../../bench/quotations/forms.ts';
import { judgeCase } from '../../../bench/quotations/judge-cases.ts';
import { isSpaced, readMaterials, type Material } from '../../../bench/quotations/material.ts';
import { createRandom, type Random } from '../../../bench/random.ts';
import { isFormal } from '../../../server/src/core/quotation/edits.ts';

type Form = (words: string, random: Random, material: Material) => string;

/** What a writer leaves out, or puts in its place. */
const CUTS: readonly Form[] = [
  (words) => words,
  (words, random, material) => withEllipsis(words, random, isSpaced(material)),
  (words, random, material) => withInsertion(words, random, isSpaced(material)),
];
/** How the words are set: the script, then marks, then lines and emphasis. */
const FORMS: readonly Form[] = [
  (words, random, material) => (isSpaced(material) ? words : traditional(words, random)),
  halfWidth,
  otherMarks,
  spaced,
  emphasised,
];

/** From four Han characters, or twelve letters, the shortest that are checked at all. */
const LENGTHS = { zh: [4, 160], en: [12, 320], ru: [12, 320] } as const;

describe.each(readMaterials())('in $language', (material) => {
  test('words of any length are verbatim in any forms together, and every edit is of form', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...CUTS), fc.subarray([...FORMS]), (seed, cut, forms) => {
        const random = createRandom(seed);
        const { source, text } = cutWords(material, random, LENGTHS[material.language]);
        // Of few words nothing can be left out.
        const isLong = text.length >= 2 * LENGTHS[material.language][0] + 4;
        const own = isLong ? cut(text, random, material) : text;
        const words = forms.reduce((set, form) => form(set, random, material), own);
        // Words in brackets before half-width ones are a link.
        fc.pre(!words.includes(']('));
        const judgement = judgeCase(
          { words, sources: [source], cited: citedFor(source, random), expected: 'verbatim' },
          material,
        );
        expect(judgement.verdict, `${text} → ${words}`).toBe('verbatim');
        expect(judgement.edits.every(isFormal)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
