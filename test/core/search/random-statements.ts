// Small corpora in which everything overlaps, and queries for them.

import fc from 'fast-check';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { entry } from './entries.ts';

const HAN = Array.from('战略稳定国际安全合作和平双方一二三十百');
const LATIN = ['the', 'state', 'states', 'of', 'a', 'Café', 'мир', 'ёж'];
const OTHER = ['1', '2', '3', '21', '11', 'Ｇ３', '戰', '穩', '𠮷', '😀', '㈱', 'ß', 'e\u0301'];
const MARKS = ['，', '。', '“', '”', ' ', '、', '\u3000'];

export const han = fc.string({ unit: fc.constantFrom(...HAN), minLength: 1, maxLength: 12 });

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HAN) },
  { weight: 1, arbitrary: fc.constantFrom(...LATIN) },
  { weight: 1, arbitrary: fc.constantFrom(...OTHER) },
  { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
);
export const passage = fc.string({ unit: piece, maxLength: 30 });

/** No word of a text or query begins a key or date of these. */
const KEYS = ['x8a', 'x8b', 'x8c', 'x8d', 'x8e', 'x8f', 'x8g', 'x8h'];
const DATES = ['8001', '8002', '8003', ''];

export const oneStatement = fc.record({
  key: fc.constantFrom(...KEYS),
  title: fc.string({ unit: piece, maxLength: 8 }),
  date: fc.constantFrom(...DATES),
  sections: fc.array(fc.tuple(fc.option(passage, { nil: undefined }), fc.array(passage, { maxLength: 4 })), {
    maxLength: 3,
  }),
});

export const statements: fc.Arbitrary<StatementEntry[]> = fc
  .uniqueArray(oneStatement, { selector: ({ key }) => key, minLength: 1, maxLength: KEYS.length })
  .map((drafts) => drafts.map((draft) => entry(draft)));

/** A word without a space: cut out of some passage, or made of the same pieces. */
function wordOf(entries: readonly StatementEntry[], longest: number): fc.Arbitrary<string> {
  const cut = fc
    .tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: longest }))
    .map(([unit, start, length]) => {
      const units = entries.flatMap((each) => each.units);
      const characters = Array.from((units[unit % Math.max(1, units.length)]?.text ?? '').replace(/\s/g, ''));
      const at = start % Math.max(1, characters.length);
      return characters.slice(at, at + length).join('');
    });
  return fc.oneof(
    { weight: 3, arbitrary: cut },
    { weight: 1, arbitrary: fc.string({ unit: piece, maxLength: 3 }).map((text) => text.replace(/\s/g, '')) },
  );
}

/** A corpus with some words to look for in it. */
export function corpusWithWords(count: {
  readonly least: number;
  readonly most: number;
  readonly longest: number;
}) {
  return statements.chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc.array(wordOf(entries, count.longest), { minLength: count.least, maxLength: count.most }),
    ),
  );
}
