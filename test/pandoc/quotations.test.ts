import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { inBlock, inMarks } from '../../server/src/service/write-quotation.ts';

let read: (markdown: string) => Promise<string>;

beforeAll(async () => {
  const { convert } = await import('pandoc-wasm');
  read = async (markdown) => {
    const options = { from: 'markdown-smart', to: 'plain', wrap: 'none' };
    const { stdout, stderr } = await convert(options, `${markdown}\n`, {});
    if (stdout === '') throw new Error(stderr);
    return stdout.replace(/\s+/g, ' ').trim();
  };
}, 60_000);

const signs = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '`',
    '```',
    '~',
    '~~',
    '^',
    '$',
    '$$',
    '\\',
    '\\(',
    '|',
    '#',
    '# ',
    '> ',
    '- ',
    '+ ',
    '= ',
    ': ',
  ],
  ...[
    '1. ',
    '1) ',
    '(1) ',
    'a. ',
    '(a) ',
    'iv) ',
    '[',
    ']',
    '(',
    ')',
    '](',
    '[^1]',
    '^[',
    '![',
    '{',
    '}',
    '{.x}',
    '<',
    '>',
  ],
  ...[
    '<b>',
    '<!--',
    '-->',
    '&',
    '&amp;',
    '&#64;',
    '@',
    '@key',
    '[@key]',
    'a@b.c',
    '-@k',
    'http://a.b',
    '---',
    '...',
    ':::',
  ],
  ...[
    '第一',
    '双方',
    ' ',
    '  ',
    '“',
    '”',
    '"',
    "'",
    '。',
    'Parties',
    '2025',
    '%',
    '% ',
    '\u00a0',
    '/',
    '!',
    '.',
    ',',
    ';',
  ],
);
/** The text of a paragraph: some words, and no space at its ends. */
const paragraph = fc
  .tuple(fc.array(signs, { maxLength: 8 }), fc.constantFrom('甲', 'word'), fc.array(signs, { maxLength: 8 }))
  .map(([before, word, after]) => [...before, word, ...after].join('').trim());

/** Pandoc prints a space that does not break as any other. */
function shown(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

describe('Pandoc shows the very characters of a statement', () => {
  test('in a block', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(paragraph, async (text) => {
        const [block = ''] = inBlock({ paragraphs: [text], cited: [] });
        expect(await read(`> ${block}`)).toBe(shown(text));
      }),
      { numRuns: 100 },
    );
  });

  test('between marks, in a sentence', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        paragraph.filter((text) => !/[“”]/.test(text)),
        async (text) => {
          const marks = inMarks({ paragraphs: [text], cited: [] }, 'zh-CN');
          expect(await read(`声明称${marks}，等等。`)).toBe(shown(`声明称“${text}”，等等。`));
        },
      ),
      { numRuns: 100 },
    );
  });
});
