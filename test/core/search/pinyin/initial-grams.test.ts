import { describe, expect, test } from 'vitest';
import {
  GRAM_CODES,
  initialGramOf,
  initialGramsAt,
  MOST_GRAMS,
} from '../../../../server/src/core/search/pinyin/initial-grams.ts';
import { patternsOf, readings, unitsOf } from './typed.ts';

function lettersOf(code: number): string {
  expect(code).toBeLessThan(GRAM_CODES);
  return [Math.floor(code / 676), Math.floor(code / 26) % 26, code % 26]
    .map((letter) => String.fromCharCode(97 + letter))
    .join('');
}

function gramsAt(text: string, at: number, end = text.length): string {
  const into = new Int32Array(MOST_GRAMS);
  const count = initialGramsAt(unitsOf(text), at, end, readings, into);
  return Array.from(into.subarray(0, count), lettersOf).join(' ');
}

function gramOf(typed: string, offset: number): string | undefined {
  const [pattern] = patternsOf(typed);
  const code = pattern === undefined ? undefined : initialGramOf(pattern, offset, readings);
  return code === undefined ? undefined : lettersOf(code);
}

describe('initial grams of a text', () => {
  test('three characters have one, or one for each way to read them', () => {
    expect(gramsAt('战略稳定', 0)).toBe('zlw');
    expect(gramsAt('战略稳定', 1)).toBe('lwd');
    expect(gramsAt('重申好', 0)).toBe('csh zsh');
    expect(gramsAt('银行会', 0)).toBe('yhh yhk yxh yxk');
    expect(gramsAt('第3条', 0)).toBe('dst');
  });

  test('there is none where a reading is missing or the text ends', () => {
    expect(gramsAt('战略a稳定条', 0)).toBe('');
    expect(gramsAt('战略a稳定条', 2)).toBe('');
    expect(gramsAt('战略稳定', 2)).toBe('');
    expect(gramsAt('战略稳定', 1, 3)).toBe('');
    expect(gramsAt('战略稳定', 9, 99)).toBe('');
  });

  test('the most that there can be have room', () => {
    expect(gramsAt('叕叕叕', 0).split(' ')).toHaveLength(MOST_GRAMS);
  });
});

describe('the initial gram of a pattern', () => {
  test('is made of its initials, whatever was typed', () => {
    expect(gramOf('zhanlvewending', 0)).toBe('zlw');
    expect(gramOf('zhlwd', 1)).toBe('lwd');
    expect(gramOf('战lve稳d', 0)).toBe('zlw');
  });

  test('a character that is itself has one of its own', () => {
    expect(gramsAt('重申好', 0).split(' ')).toContain(gramOf('重shenh', 0));
  });

  test('is undefined beyond the pattern and where a letter of the text stands', () => {
    expect(gramOf('zlwd', 2)).toBeUndefined();
    expect(gramOf('zl', 0)).toBeUndefined();
    expect(gramOf('g20fenghui', 0)).toBeUndefined();
    expect(gramOf('g20fenghui', 1)).toBe('elf');
  });
});
