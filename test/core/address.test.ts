import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePaths, formatAddress, isWithin, parseAddress } from '../../server/src/core/address.ts';

describe('parseAddress', () => {
  test.each<[string, number[], number[]?]>([
    ['4', [4]],
    ['4.3', [4, 3]],
    ['0.1', [0, 1]],
    ['1.0.2', [1, 0, 2]],
    ['4.3-4.5', [4, 3], [4, 5]],
    ['12-14', [12], [14]],
  ])('%s', (text, from, to) => {
    expect(parseAddress(text)).toEqual(to === undefined ? { from } : { from, to });
  });

  test.each([
    '',
    '4.',
    '.4',
    '04',
    '4.03',
    '4..3',
    '4-',
    '-4',
    '4-5-6',
    '四',
    ' 4',
    '4 ',
    '4.3–4.5',
    '1e3',
    '9999999',
  ])('“%s” is no address', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

test('what is formatted is read back', () => {
  const path = fc.array(fc.nat(999_999), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(path, path, (from, to) => {
      const parsed = parseAddress(formatAddress({ from, to }));
      expect(parsed).toEqual(comparePaths(from, to) === 0 ? { from } : { from, to });
    }),
  );
});

test('a run of one passage is that passage', () => {
  expect(formatAddress({ from: [4, 3], to: [4, 3] })).toBe('4.3');
  expect(formatAddress({ from: [4, 3], to: [4, 5] })).toBe('4.3-4.5');
});

test('paths are ordered as numbers, and a section comes before what it contains', () => {
  const ordered = [[0, 1], [1], [1, 0, 1], [1, 2], [1, 10], [2], [10]];
  expect([...ordered].reverse().sort(comparePaths)).toEqual(ordered);
});

test('a path lies within itself and within what it begins with', () => {
  expect(isWithin([4, 3], [4])).toBe(true);
  expect(isWithin([4], [4])).toBe(true);
  expect(isWithin([4], [4, 3])).toBe(false);
  expect(isWithin([40], [4])).toBe(false);
});
