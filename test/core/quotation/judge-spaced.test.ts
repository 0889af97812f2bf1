import { expect, test } from 'vitest';
import { statementFrom } from '../citation/statement-fixture.ts';
import { editsOf, judged, verdictOf } from './judging.ts';

/** A script that parts its words. */
const english = statementFrom('The two sides oppose the arms race in outer space.', 'en');
const edits = (text: string): string[] => editsOf(text, judged(text, english, ['1'], []));

test('the first letter may be of another case', () => {
  const text = 'the two sides oppose the arms race';
  expect(verdictOf(judged(text, english, ['1'], []))).toBe('verbatim 1');
  expect(edits(text)).toEqual(['case t → T']);
  expect(judged('two sides Oppose the arms race', english, ['1'], []).verdict).not.toBe('verbatim');
});

test('a part of a word is not the word', () => {
  expect(judged('he two sides oppose', english, ['1'], []).verdict).not.toBe('verbatim');
  expect(judged('two sides oppose the arm', english, ['1'], []).verdict).not.toBe('verbatim');
});

test('but the writer may break off a word with letters of his own', () => {
  expect(verdictOf(judged('the two side[s] oppose the arms race', english, ['1'], []))).toBe('verbatim 1');
});

test('whole words differ', () => {
  expect(edits('sides oppose the arm race in outer space')).toEqual(['substitution arm → arms']);
  // As long as “Both” are “two” and a letter of “The”, which is one word.
  expect(edits('Both sides oppose the arms race in outer space')).toEqual(['substitution Both → The two']);
});

test('a word left out is missed behind the word before', () => {
  const omission = judged('sides oppose the race in outer space', english, ['1'], []).edits;
  expect(omission.map(({ kind, draft }) => [kind, draft])).toEqual([['omission', { start: 16, end: 16 }]]);
});
