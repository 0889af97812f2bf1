import { describe, expect, test } from 'vitest';
import { cursorAfter, type OffsetEdit } from '../../client/src/citation/cursorAfter.ts';

/** Offsets of `|` in a text, and the text without them. */
function marked(text: string): { readonly plain: string; readonly at: number } {
  return { plain: text.replace('|', ''), at: text.indexOf('|') };
}

function apply(text: string, edits: readonly OffsetEdit[]): string {
  return edits.reduceRight(
    (out, { start, end, text: put }) => out.slice(0, start) + put + out.slice(end),
    text,
  );
}

/** The text after the edits, with the cursor in it. */
function after(text: string, ...edits: readonly OffsetEdit[]): string {
  const { plain, at } = marked(text);
  const cursor = cursorAfter(edits, at);
  const written = apply(plain, edits);
  return `${written.slice(0, cursor)}|${written.slice(cursor)}`;
}

describe('after edits a cursor stands', () => {
  test('behind what was written at its place', () => {
    expect(after('甲|乙', { start: 1, end: 1, text: '[@a]' })).toBe('甲[@a]|乙');
  });

  test('behind what was changed up to its place', () => {
    expect(after('甲[@a]|乙', { start: 1, end: 5, text: '[@a; @b]' })).toBe('甲[@a; @b]|乙');
  });

  test('behind what was changed around its place', () => {
    expect(after('甲[@a|]乙', { start: 1, end: 5, text: '[@a; @b]' })).toBe('甲[@a; @b]|乙');
  });

  test('at its place where the text was written further down, as a note is', () => {
    const note = '\n\n[^1]: 注';
    expect(after('甲|乙', { start: 1, end: 1, text: '[^1]' }, { start: 2, end: 2, text: note })).toBe(
      `甲[^1]|乙${note}`,
    );
  });

  test('at its place where the text above it has grown', () => {
    expect(after('甲\n乙|', { start: 0, end: 0, text: '题\n' })).toBe('题\n甲\n乙|');
  });

  test('behind what was written first, where two edits meet at its place', () => {
    expect(after('甲|', { start: 1, end: 1, text: '[^1]' }, { start: 1, end: 1, text: '\n\n[^1]: 注' })).toBe(
      '甲[^1]|\n\n[^1]: 注',
    );
  });

  test('each behind its own, where there are several', () => {
    const edits = [
      { start: 1, end: 1, text: '[@a]' },
      { start: 2, end: 2, text: '[@a]' },
    ];
    expect([1, 2].map((cursor) => cursorAfter(edits, cursor))).toEqual([5, 10]);
  });
});
