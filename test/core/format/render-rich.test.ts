import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderRich } from '../../../server/src/core/format/render-rich.ts';
import type { Rich } from '../../../server/src/core/format/rich.ts';

const rich: Rich = [
  { text: 'See ' },
  { text: 'Our_World*', italic: true },
  { text: ' [A] @b <c> & ' },
  { text: '1', superscript: true },
  { text: ' ' },
  { text: 'https://x.org/a_b?c=1&d=2', url: 'https://x.org/a_b?c=1&d=2' },
];

test('plain text has the words alone', () => {
  expect(renderRich(rich, 'text')).toBe('See Our_World* [A] @b <c> & 1 https://x.org/a_b?c=1&d=2');
});

test('Markdown has emphasis and links, and no mark of the words is markup', () => {
  expect(renderRich(rich, 'markdown')).toBe(
    'See *Our\\_World\\** \\[A\\] \\@b \\<c\\> & ^1^ <https://x.org/a_b?c=1&d=2>',
  );
});

test('HTML has elements, and the words are escaped', () => {
  expect(renderRich(rich, 'html')).toBe(
    'See <em>Our_World*</em> [A] @b &lt;c&gt; &amp; <sup>1</sup> ' +
      '<a href="https://x.org/a_b?c=1&amp;d=2">https://x.org/a_b?c=1&amp;d=2</a>',
  );
});

test('only addresses of the web lead anywhere', () => {
  const script = [{ text: 'javascript:alert(1)', url: 'javascript:alert(1)' }];
  expect(renderRich(script, 'html')).toBe('javascript:alert(1)');
  expect(renderRich(script, 'markdown')).toBe('javascript:alert(1)');
});

test('an address that cannot stand between angled brackets is a link with its text', () => {
  const url = 'https://x.org/a b>c';
  expect(renderRich([{ text: url, url }], 'markdown')).toBe(
    '[https://x.org/a b\\>c](<https://x.org/a%20b%3Ec>)',
  );
});

test('a number at the start opens no list', () => {
  expect(renderRich([{ text: '1. Title' }], 'markdown')).toBe('1\\. Title');
  expect(renderRich([{ text: '- Title' }], 'markdown')).toBe('\\- Title');
});

test('raised words with a space are raised whole', () => {
  expect(renderRich([{ text: '[1]sec. 4', superscript: true }], 'markdown')).toBe('^\\[1\\]sec.\\ 4^');
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

describe.skipIf(!hasPandoc)('Pandoc', () => {
  const marks = fc.constantFrom(
    ...Array.from('*_[]@<>`\\~^$|{}#&!()-+.1a '),
    ...['《', '”', '--', '...', '&amp;', '[^1]', '[@k]', '$x$', '<b>'],
  );
  const texts = fc.array(marks, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join('')}x`);

  test('reads no markup in words, whatever they are', () => {
    const samples = fc.sample(texts, { numRuns: 300, seed: 5 });
    const markdown = samples.map((text) => renderRich([{ text }], 'markdown')).join('\n\n');
    const plain = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json'], {
      input: markdown,
      encoding: 'utf8',
    });
    const blocks = (JSON.parse(plain) as { blocks: { t: string; c: unknown[] }[] }).blocks;
    expect(blocks.map(({ t, c }) => `${t} ${textOf(c)}`)).toEqual(
      samples.map((text) => `Para ${text.replace(/ +/gu, ' ')}`),
    );
  });
});

/** The words of inlines that are words alone; anything else is named, so that it is seen. */
function textOf(inlines: readonly unknown[]): string {
  return inlines
    .map((inline) => {
      const { t, c } = inline as { t: string; c?: unknown };
      return t === 'Str' ? String(c) : t === 'Space' ? ' ' : `{${t}}`;
    })
    .join('');
}
