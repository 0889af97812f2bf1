import { expect, test } from 'vitest';
import { isWhiteSpace, trimSpan } from '../../../server/src/core/statement/white-space.ts';

test('white space is what a regular expression and `trim` take for it', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit);
    if (isWhiteSpace(unit) !== /\s/.test(character)) expect.fail(`U+${unit.toString(16)}`);
    if (isWhiteSpace(unit) !== (character.trim() === '')) expect.fail(`U+${unit.toString(16)}`);
  }
});

test('a span of white space alone becomes empty, and one without any stays', () => {
  expect(trimSpan('a \u3000 b', { start: 1, end: 4 })).toEqual({ start: 4, end: 4 });
  expect(trimSpan('a \u3000 b', { start: 0, end: 5 })).toEqual({ start: 0, end: 5 });
  expect(trimSpan('\u3000双方\t', { start: 0, end: 4 })).toEqual({ start: 1, end: 3 });
});
