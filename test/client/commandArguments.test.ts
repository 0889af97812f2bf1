import { describe, expect, test } from 'vitest';
import { readArguments } from '../../client/src/citation/commandArguments.ts';

/** A node as the tree hands it over, with more than its name. */
const node = (key: string, address: string) => ({
  kind: 'paragraph',
  key,
  address,
  label: '…',
  uri: 'file:///s',
});
const name = (key: string, address: string) => ({ key, address });

describe('a command is about', () => {
  test('the node that it was started on', () => {
    expect(readArguments([node('a', '1'), undefined]).passages).toEqual([name('a', '1')]);
  });

  test('all selected nodes, if it was started on one of them', () => {
    const nodes = [node('a', '1'), node('a', '2')];
    expect(readArguments([nodes[1], nodes]).passages).toEqual([name('a', '1'), name('a', '2')]);
  });

  test('the node alone, if others are selected', () => {
    expect(readArguments([node('b', '7'), [node('a', '1'), node('a', '2')]]).passages).toEqual([
      name('b', '7'),
    ]);
  });

  test('the passage that a key binding names, and a whole statement without an address', () => {
    expect(readArguments([{ key: 'a', address: '4.3', form: 'footnote' }])).toEqual({
      passages: [name('a', '4.3')],
      isAboutTree: false,
      form: 'footnote',
    });
    expect(readArguments([{ key: 'a' }]).passages).toEqual([name('a', '')]);
  });

  test('what is selected in the tree, where a key of the tree says so', () => {
    expect(readArguments([{ of: 'tree' }])).toEqual({ passages: [], isAboutTree: true });
  });

  test('what the user finds, where nothing names it: as from the palette or the menu of an editor', () => {
    for (const given of [[], [undefined], ['file:///note.md'], [{ scheme: 'file', path: '/note.md' }]])
      expect(readArguments(given)).toEqual({ passages: [], isAboutTree: false });
  });
});

describe('of a wish', () => {
  test('everything that can be wished is read', () => {
    expect(readArguments([{ form: 'link', prefix: '见', quotation: 'block' }])).toEqual({
      ...{ passages: [], isAboutTree: false },
      ...{ form: 'link', prefix: '见', quotation: 'block' },
    });
  });

  test('what cannot be understood is left out', () => {
    expect(readArguments([{ form: 'poem', prefix: 7, quotation: true }])).toEqual({
      ...{ passages: [], isAboutTree: false },
    });
  });
});
