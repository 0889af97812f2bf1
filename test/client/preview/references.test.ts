import { describe, expect, test } from 'vitest';
import { findReferences, isSameResult } from '../../../client/src/preview/references.ts';
import { relativeHref } from '../../../client/src/preview/relativeHref.ts';
import type { PreviewCitation, PreviewLink } from '../../../server/src/lsp/protocol.ts';

const citation = (raw: string): PreviewCitation => ({
  ...{ raw, text: `(${raw})`, passage: '', isBroken: false, problem: '' },
});
const link = (href: string): PreviewLink => ({
  ...{ href, text: `(${href})`, passage: '', isBroken: false, problem: '' },
});

/** What is found at the mark `|`. */
function at(marked: string, ...raws: readonly string[]): string | undefined {
  const place = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = findReferences({ citations: raws.map(citation), links: [] }).citationAt(text, place);
  return found && text.slice(place, found.end);
}

describe('a citation is found', () => {
  test('where it begins, and nowhere else', () => {
    expect(at('甲|[@a，第1段]。', '[@a，第1段]')).toBe('[@a，第1段]');
    expect(at('甲[|@a，第1段]。', '[@a，第1段]')).toBeUndefined();
    expect(at('甲|[@b，第1段]。', '[@a，第1段]')).toBeUndefined();
  });

  test('the longest that is written there', () => {
    expect(at('|@a [第3段] 指出', '@a', '@a [第3段]')).toBe('@a [第3段]');
    expect(at('|@a 指出', '@a', '@a [第3段]')).toBe('@a');
  });

  test('over the end of a line, whatever marks of a quotation stand before the next', () => {
    expect(at('|[@a，\n第1段]', '[@a，\n> 第1段]')).toBe('[@a，\n第1段]');
    expect(at('|[见\n   @a]', '[见\r\n@a]')).toBe('[见\n   @a]');
  });

  test('never within a longer key, a word or an address, nor as the text of a link', () => {
    expect(at('|@a-2 x', '@a')).toBeUndefined();
    expect(at('|@ab', '@a')).toBeUndefined();
    expect(at('|@a: x', '@a')).toBe('@a');
    expect(at('me|@a', '@a')).toBeUndefined();
    expect(at('|[@a](http://a.example)', '[@a]')).toBeUndefined();
    expect(at('|[@a][@b]', '[@a]', '[@b]')).toBe('[@a]');
  });

  test('by its characters: none of them is a pattern', () => {
    expect(at('|[@a, (1+2)*.^$|?]', '[@a, (1+2)*.^$|?]'.replace('|', ''))).toBeUndefined();
    expect(at('|[@a, (1+2)*.^$?]', '[@a, (1+2)*.^$?]')).toBe('[@a, (1+2)*.^$?]');
    expect(at('|[@axb]', '[@a.b]')).toBeUndefined();
  });
});

test('links are found by where they lead, encoded or not, and bare ones in running text', () => {
  const references = findReferences({ citations: [], links: [link('pincite:a#4.3'), link('pincite:b')] });
  expect(references.linkTo('pincite:a#4.3')?.text).toBe('(pincite:a#4.3)');
  expect(references.linkTo('pincite%3Ab')?.text).toBe('(pincite:b)');
  expect(references.linkTo('pincite:c%')).toBeUndefined();
  const found = references.bareLinks('见pincite:a#4.3、pincite:b。xpincite:b pincite:c');
  expect(found.map(({ start, end }) => [start, end])).toEqual([
    [1, 14],
    [15, 24],
  ]);
});

test('two answers are the same if a reader sees the same', () => {
  const [a, b] = [citation('[@a]'), citation('[@b]')];
  expect(isSameResult({ citations: [a, b, a], links: [] }, { citations: [b, a], links: [] })).toBe(true);
  const other = { ...a, passage: 'new words' };
  expect(isSameResult({ citations: [a], links: [] }, { citations: [other], links: [] })).toBe(false);
});

describe('the way from a draft to a statement', () => {
  const place = (path: string, more: { scheme?: string; authority?: string; fragment?: string } = {}) => ({
    ...{ scheme: 'file', authority: '', fragment: '', path },
    ...more,
  });

  test.each([
    ['/notes/a.md', '/notes/corpus/b.statement.md', './corpus/b.statement.md'],
    ['/notes/a.md', '/notes/b.statement.md', './b.statement.md'],
    ['/home/me/notes/a.md', '/home/me/.ext/corpus/b.md', '../.ext/corpus/b.md'],
    ['/a.md', '/x y/语料#1.md', './x%20y/%E8%AF%AD%E6%96%99%231.md'],
    ['/c:/notes/a.md', '/c:/corpus/b.md', '../corpus/b.md'],
  ])('from %s to %s', (from, to, href) => {
    expect(relativeHref(place(from), place(to))).toBe(href);
    expect(relativeHref(place(from), place(to, { fragment: 'L12' }))).toBe(`${href}#L12`);
  });

  test('is none to another drive, machine or kind of place', () => {
    expect(relativeHref(place('/c:/a.md'), place('/d:/b.md'))).toBeUndefined();
    expect(relativeHref(place('/a.md', { authority: 'one' }), place('/b.md', { authority: 'two' }))).toBe(
      undefined,
    );
    expect(relativeHref(place('Untitled-1', { scheme: 'untitled' }), place('/b.md'))).toBeUndefined();
  });
});
