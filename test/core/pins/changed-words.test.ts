import { describe, expect, test } from 'vitest';
import { changedWords } from '../../../server/src/core/pins/changed-words.ts';

/** Each change as `old → new`. */
function changes(was: string, now: string): string[] {
  return changedWords(was, now).map(
    ({ was: a, now: b }) => `${was.slice(a.start, a.end)} → ${now.slice(b.start, b.end)}`,
  );
}

describe('what has changed in a text', () => {
  test.each([
    ['双方反对霸权主义。', '双方坚决反对霸权主义。', [' → 坚决']],
    ['双方坚决反对霸权主义。', '双方反对霸权主义。', ['坚决 → ']],
    ['双方反对霸权主义，支持多边主义。', '双方谴责霸权主义，主张多边主义。', ['反对 → 谴责', '支持 → 主张']],
    ['The Parties oppose the law of force.', 'The Parties oppose the rule of force.', ['law → rule']],
    ['The Parties uphold the law.', 'The Parties uphold the laws.', ['law → laws']],
    ['The Parties uphold the laws.', 'The Parties uphold the law.', ['laws → law']],
    ['The Parties agree.', 'The Parties fully agree.', [' → fully']],
    ['甲', '', ['甲 → ']],
    ['', '甲', [' → 甲']],
  ])('%s / %s', (was, now, expected) => {
    expect(changes(was, now)).toEqual(expected);
  });

  test('is nothing where width, script, spaces and the style of marks alone are others', () => {
    expect(changes('双方指出，"戰略" 稳定(2025)。', '双方指出,“战略”稳定（2025）。')).toEqual([]);
    expect(changes('双方\n同意', '双方同意')).toEqual([]);
  });
});
