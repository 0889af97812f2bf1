import { describe, expect, test } from 'vitest';
import { findCitations } from '../../../server/src/core/citation/citations.ts';
import { findPinciteLinks } from '../../../server/src/core/citation/links.ts';
import { parseMarkdown } from '../../../server/src/core/citation/markdown-document.ts';

/** The link, what it names, and its target. */
function links(markdown: string): string[] {
  return findPinciteLinks(markdown).map(({ span, key, path, address, fragment, targetSpan }) => {
    const named = key === undefined ? `file ${path ?? ''}` : `key ${key}`;
    const place = address ?? (fragment === '' ? '' : `?${fragment}`);
    return [
      markdown.slice(span.start, span.end),
      named,
      place,
      markdown.slice(targetSpan.start, targetSpan.end),
    ].join(' | ');
  });
}

describe('links to statements', () => {
  test.each([
    ['见[声明](pincite:key#4.3)。', ['[声明](pincite:key#4.3) | key key | 4.3 | pincite:key#4.3']],
    ['[声明](pincite:key)', ['[声明](pincite:key) | key key |  | pincite:key']],
    [
      '[声明](pincite:key#4.3-4.5 "题")',
      ['[声明](pincite:key#4.3-4.5 "题") | key key | 4.3-4.5 | pincite:key#4.3-4.5'],
    ],
    ['[声明](<pincite:key#12>)', ['[声明](<pincite:key#12>) | key key | 12 | pincite:key#12']],
    ['[声明](pincite:key#第3段)', ['[声明](pincite:key#第3段) | key key | ?第3段 | pincite:key#第3段']],
    ['<pincite:key#4.3>', ['<pincite:key#4.3> | key key | 4.3 | pincite:key#4.3']],
    ['见 pincite:key#4.3。', ['pincite:key#4.3 | key key | 4.3 | pincite:key#4.3']],
    ['见pincite:a-b-1.', ['pincite:a-b-1 | key a-b-1 |  | pincite:a-b-1']],
    ['![图](pincite:key#1)', ['![图](pincite:key#1) | key key | 1 | pincite:key#1']],
    [
      '[声明](../x.statement.md#4.3)',
      ['[声明](../x.statement.md#4.3) | file ../x.statement.md | 4.3 | ../x.statement.md#4.3'],
    ],
    [
      '[声明](a%20b/x.statement.md)',
      ['[声明](a%20b/x.statement.md) | file a b/x.statement.md |  | a%20b/x.statement.md'],
    ],
    [
      '[声明](%E0%A4%A.statement.md)',
      ['[声明](%E0%A4%A.statement.md) | file %E0%A4%A.statement.md |  | %E0%A4%A.statement.md'],
    ],
    [
      '[声明][1]\n\n[1]: pincite:key#4',
      ['[声明][1] | key key | 4 | pincite:key#4', '[1]: pincite:key#4 | key key | 4 | pincite:key#4'],
    ],
    [
      '[声明]\n\n[声明]: x.statement.md#4 "题"\n',
      [
        '[声明] | file x.statement.md | 4 | x.statement.md#4',
        '[声明]: x.statement.md#4 "题" | file x.statement.md | 4 | x.statement.md#4',
      ],
    ],
    ['[见 @k，[此处](pincite:key#1)]', ['[此处](pincite:key#1) | key key | 1 | pincite:key#1']],
    [
      '> [a](pincite:x#1)\n> [b](pincite:y#2)',
      ['[a](pincite:x#1) | key x | 1 | pincite:x#1', '[b](pincite:y#2) | key y | 2 | pincite:y#2'],
    ],
  ])('%j', (markdown, expected) => {
    expect(links(markdown)).toEqual(expected);
  });

  test.each([
    ...[
      '[x](http://y/x.statement.md#1)',
      '[x](y.md#1)',
      '[x](pincite:)',
      '`pincite:key`',
      '```\npincite:key\n```',
    ],
    ...[
      'xpincite:key',
      'pincite: key',
      '\\[x](pincite :key)',
      '---\na: pincite:key\n---\n',
      '<!-- pincite:key -->',
    ],
  ])('none in %j', (markdown) => {
    expect(links(markdown)).toEqual([]);
  });
});

test('citations and links come from one parse', () => {
  const document = parseMarkdown('[@k，第3段] 与[此处](pincite:key#4)');
  expect(findCitations(document).map(({ key }) => key)).toEqual(['k']);
  expect(findPinciteLinks(document).map(({ key }) => key)).toEqual(['key']);
});
