import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineIndex, touches } from '../../server/src/core/span.ts';

test('lines end at any of the three line breaks', () => {
  const text = 'a\nbb\r\nccc\rdddd';
  const lines = createLineIndex(text);
  expect(lines.lineCount).toBe(4);
  const texts = [0, 1, 2, 3].map((line) => {
    const { start, end } = lines.lineSpan(line);
    return text.slice(start, end);
  });
  expect(texts).toEqual(['a', 'bb', 'ccc', 'dddd']);
});

test('a text ends with an empty line after its last line break', () => {
  expect(createLineIndex('').lineCount).toBe(1);
  expect(createLineIndex('a\n').lineCount).toBe(2);
  expect(createLineIndex('a\n').lineSpan(1)).toEqual({ start: 2, end: 2 });
  expect(createLineIndex('a\n').lineSpan(9)).toEqual({ start: 2, end: 2 });
});

test('characters are UTF-16 code units', () => {
  const lines = createLineIndex('a𠮷b\n字');
  expect(lines.positionAt(3)).toEqual({ line: 0, character: 3 });
  expect(lines.positionAt(5)).toEqual({ line: 1, character: 0 });
  expect(lines.rangeOf({ start: 1, end: 6 })).toEqual({
    start: { line: 0, character: 1 },
    end: { line: 1, character: 1 },
  });
});

test('what lies outside the text is clamped to it', () => {
  const lines = createLineIndex('ab\ncd');
  expect(lines.positionAt(-1)).toEqual({ line: 0, character: 0 });
  expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
  expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
  expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
  expect(lines.offsetAt({ line: 0, character: -3 })).toBe(0);
  expect(lines.offsetAt({ line: 7, character: 0 })).toBe(5);
});

test('every offset that is not within a line break survives the way to a position and back', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '字', '\n', '\r', '𠮷'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.nat(80), (source, offset) => {
      const lines = createLineIndex(source);
      const within = source[offset - 1] === '\r' && source[offset] === '\n';
      if (offset > source.length || within) return;
      expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
    }),
  );
});

test('a cursor touches a span in it and at its end', () => {
  expect([0, 1, 2, 3, 4].map((offset) => touches({ start: 1, end: 3 }, offset))).toEqual([
    ...[false, true, true, true, false],
  ]);
});
