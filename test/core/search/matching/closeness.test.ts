import { expect, test } from 'vitest';
import { writeSegment } from '../../../../server/src/core/search/index/segment-writer.ts';
import { atOnce } from '../../../../server/src/core/search/index/slices.ts';
import { closeness } from '../../../../server/src/core/search/matching/find-terms.ts';
import { createPhraseMatcher } from '../../../../server/src/core/search/matching/phrase-matcher.ts';
import { entry } from '../entries.ts';

/** Of words in a text. */
function of(text: string, words: string): number {
  const one = entry({ key: 'k', sections: [[undefined, [text]]] });
  const terms = words.split(' ').map((word) => [createPhraseMatcher(word)]);
  return closeness(terms, atOnce(writeSegment([{ kind: 'entry', entry: one }])), 0);
}

/** So far from the first word to the last. */
const near = (width: number): number => 40 / (1 + width / 20);

test('words in order are nearer than words out of it, however far apart', () => {
  expect(of('甲乙', '甲 乙')).toBe(50 + near(1));
  expect(of('乙甲', '甲 乙')).toBe(near(1));
  expect(of(`甲${'间'.repeat(300)}乙`, '甲 乙')).toBeGreaterThan(of('乙甲', '甲 乙'));
});

test('the narrowest stretch counts, wherever it is', () => {
  expect(of('甲间间乙间甲乙', '甲 乙')).toBe(50 + near(1));
  expect(of('甲乙间甲间间乙', '甲 乙')).toBe(50 + near(1));
  expect(of('丙乙甲间间间间丙', '甲 乙 丙')).toBe(near(2));
  expect(of('丙间间间间乙甲丙', '甲 乙 丙')).toBe(near(2));
  expect(of('乙甲间乙间间甲', '甲 乙')).toBe(50 + near(2));
});

test('a word that stands between again hides no order', () => {
  expect(of('甲乙甲丙', '甲 乙 丙')).toBe(50 + near(3));
  expect(of('甲乙乙丙', '甲 乙 丙')).toBe(50 + near(3));
});

test('a word within another is at its place', () => {
  expect(of('战略稳定', '战略 战')).toBe(50 + near(0));
  expect(of('战略稳定', '略稳 战略')).toBe(near(1));
});

test('one word is as near as can be', () => {
  expect(of('间间甲', '甲')).toBe(90);
});
