import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import {
  definitionPlace,
  definitionSeparator,
  footnotesOf,
  isInFootnote,
  nextLabel,
} from '../../server/src/service/footnotes.ts';

const draftOf = (text: string) => createDraft('file:///notes/a.md', text);

/** `ref 1`, `def 1: content` (`def* …` if it is not plain), `note ^[…]`, in the order of the lists. */
function shown(text: string): string[] {
  const { references, definitions, inlineNotes } = footnotesOf(draftOf(text));
  return [
    ...references.map(({ label, span }) => {
      expect(text.slice(span.start, span.end)).toBe(`[^${label}]`);
      return `ref ${label}`;
    }),
    ...definitions.map(({ label, span, contentSpan, isPlain }) => {
      expect(text.slice(span.start).startsWith(`[^${label}]:`)).toBe(true);
      expect(span.end).toBe(contentSpan.end);
      return `def${isPlain ? '' : '*'} ${label}: ${text.slice(contentSpan.start, contentSpan.end)}`;
    }),
    ...inlineNotes.map(({ start, end }) => `note ${text.slice(start, end)}`),
  ];
}

describe('the footnotes of a draft', () => {
  test.each([
    ['a text without any', '双方重申[@k]。\n', []],
    ['one', '重申[^1]。\n\n[^1]: 见第3段。\n', ['ref 1', 'def 1: 见第3段。']],
    ['line after line', 'a[^a] b[^b]\n\n[^a]: x\n[^b]: y\n', ['ref a', 'ref b', 'def a: x', 'def b: y']],
    ['line breaks of Windows', 'a[^1]\r\n\r\n[^1]: x\r\n[^2]: y\r\n', ['ref 1', 'def 1: x', 'def 2: y']],
    ['wrapped lines', '[^1]: x\ny\n\nz', ['def 1: x\ny']],
    ['several paragraphs', '[^1]: x\n\n    y\n\n\tz\n\nw', ['def* 1: x\n\n    y\n\n\tz']],
    ['a note in the line', '重申^[见[^1]。]。', ['ref 1', 'note ^[见[^1]。]']],
    ['one that refers to another', '[^1]: x[^2]\n\n[^2]: y', ['ref 2', 'def 1: x[^2]', 'def 2: y']],
    ['code', '`[^1]`\n\n```\n[^1]: x\n```\n\n    [^2]: y\n', []],
    ['front matter', '---\ntitle: "[^1]"\n---\n\na', []],
    ['a comment', '<!--\n[^1]: x\n-->\n', []],
    ['what goes on with a text, which is a reference for Pandoc', 'a\n[^1]: x', ['ref 1']],
    ['right after a heading', '# a\n[^1]: x', ['def 1: x']],
    ['a quotation', '> a[^1]\n>\n> [^1]: x\n', ['ref 1', 'def* 1: x']],
    ['a mark that is escaped', '\\[^1]', []],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test('are told from the text around them', () => {
    const text = 'a[^1]^[note] b\n\n[^1]: x\n\n    y\n\nc';
    const draft = draftOf(text);
    for (const words of ['note', 'x\n', 'y\n']) expect(isInFootnote(draft, text.indexOf(words))).toBe(true);
    for (const words of ['a[', '[^1]^', ' b', '[^1]:', 'c']) {
      expect(isInFootnote(draft, text.indexOf(words))).toBe(false);
    }
  });
});

describe('a new label', () => {
  test.each([
    ['a', [], '1'],
    ['a[^1] b[^7]\n\n[^3]: x', [], '8'],
    ['a[^note]\n\n[^note]: x', [], '1'],
    ['a[^1]', ['2', '3'], '4'],
    ['`[^5]`', [], '1'],
  ])('in %j with %j taken is %s', (text, taken, label) => {
    expect(nextLabel(draftOf(text), taken)).toBe(label);
  });
});

/** The draft with a definition put where it belongs. */
function defined(text: string, behind?: number): string | undefined {
  const place = definitionPlace(draftOf(text), behind);
  if (place === undefined) return undefined;
  const { offset, before, after } = place;
  return `${text.slice(0, offset)}${before}[^9]: n${after}${text.slice(offset)}`;
}

describe('a new definition', () => {
  test.each([
    ['a', 'a\n\n[^9]: n'],
    ['a\n', 'a\n\n[^9]: n\n'],
    ['', '[^9]: n'],
    ['a\r\nb\r\n', 'a\r\nb\r\n\r\n[^9]: n\r\n'],
    ['---\nlang: zh\n---\n', '---\nlang: zh\n---\n\n[^9]: n\n'],
    ['a[^1]\n\n[^1]: x\n\nb\n', 'a[^1]\n\n[^1]: x\n\n[^9]: n\n\nb\n'],
    ['[^1]: x\n[^2]: y\n\nb\n', '[^1]: x\n[^2]: y\n[^9]: n\n\nb\n'],
    ['[^1]: x\n\n[^2]: y\n', '[^1]: x\n\n[^2]: y\n\n[^9]: n\n'],
    ['[^1]: x\n\n    y\n', '[^1]: x\n\n    y\n\n[^9]: n\n'],
    ['> [^1]: x\n\nb\n', '> [^1]: x\n\nb\n\n[^9]: n\n'],
    ['```\ncode\n```\n', '```\ncode\n```\n\n[^9]: n\n'],
  ])('of %j', (text, expected) => {
    const after = defined(text);
    expect(after).toBe(expected);
    expect(footnotesOf(draftOf(after ?? '')).definitions.map(({ label }) => label)).toContain('9');
  });

  test('never stands before the text that refers to it', () => {
    expect(defined('a\n\n', 3)).toBe('a\n\n\n\n[^9]: n');
  });

  test('is not written into code that is never closed', () => {
    expect(defined('a\n\n```\ncode\n')).toBeUndefined();
    expect(defined('a\n\n<!-- b\n')).toBe('a\n\n<!-- b\n\n[^9]: n\n');
  });

  test('is parted from the next as the others are', () => {
    expect(definitionSeparator(draftOf('[^1]: x\n[^2]: y'))).toBe('\n');
    expect(definitionSeparator(draftOf('[^1]: x'))).toBe('\n\n');
    expect(definitionSeparator(draftOf('a\r\n'))).toBe('\r\n\r\n');
  });
});
