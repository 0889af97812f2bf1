import { describe, expect, test } from 'vitest';
import { lettersOf, spanOf, weightBetween } from '../../../server/src/core/corruption/letters.ts';
import { statementOf } from './signs.ts';

describe('the letters of a statement', () => {
  test('keep Han digits, which are characters of words there', () => {
    const letters = lettersOf(statementOf(['进一步加强，二〇二五年第12次']));
    expect(letters.text).toBe('进一步加强二〇二五年第12次');
    expect(weightBetween(letters, 0, 10)).toBe(10);
  });

  test('know where they end, whatever folding makes of their size', () => {
    const statement = statementOf(['人𡞵人㜢人𠮷人e\u0301人']);
    const letters = lettersOf(statement);
    expect(letters.text).toBe('人㛟人𡞱人𠮷人e人');
    const words = ['㛟', '𡞱', '𠮷', 'e'].map((letter) => {
      const at = letters.text.indexOf(letter);
      const { start, end } = spanOf(letters, at, at + letter.length);
      return statement.source.slice(start, end);
    });
    expect(words).toEqual(['𡞵', '㜢', '𠮷', 'e\u0301']);
  });
});
