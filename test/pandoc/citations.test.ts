import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCitations } from '../../server/src/core/citation/citations.ts';
import { designRows, pandocRows, referenceRows } from '../core/citation/pandoc-table.ts';
import { ownCites, pandocCites, type Cite } from './cites.ts';
import { snippets } from './snippets.ts';

let read: (markdown: string) => Promise<Cite[]>;

beforeAll(async () => {
  // Started once: the module takes half a second, a conversion some milliseconds.
  const { convert } = await import('pandoc-wasm');
  read = async (markdown) => {
    const { stdout, stderr } = await convert({ from: 'markdown', to: 'json' }, `${markdown}\n`, {});
    if (stdout === '') throw new Error(stderr);
    return pandocCites(stdout);
  };
}, 60_000);

test.each(pandocRows)('Pandoc reads $markdown as the table says', async ({ markdown, cites }) => {
  expect(await read(markdown)).toEqual([...cites].sort());
});

/**
 * Where we knowingly differ from Pandoc; see the comments. None of these is something that a writer means.
 */
const KNOWN: readonly RegExp[] = [
  // `x]@k]` is a citation for Pandoc, whose prefix may end with a stray closing bracket.
  /\][;；]?-?@/,
  // In the text of a link Pandoc reads an autolink as words.
  /<http[^>]*>[^]*\]\(/,
  // After a textual key Pandoc reads `[^…@k]` as a citation with the prefix `^`.
  /@[^]*\s?\[\^/,
  // An unclosed fence: the rest of the document is code in every editor, but text for Pandoc.
  /^ {0,3}(?:```|~~~)/m,
];

describe('generated texts', () => {
  test.each([11, 12, 13, 14])(
    'are read as Pandoc reads them (seed %i)',
    { timeout: 60_000 },
    async (seed) => {
      const texts = snippets(seed, 200);
      const compared = texts.filter((text) => !KNOWN.some((known) => known.test(text)));
      expect(compared.length).toBeGreaterThan(130);
      const different: { text: string; pandoc: Cite[]; own: Cite[] }[] = [];
      for (const text of compared) {
        const pandoc = await read(text);
        const own = ownCites(findCitations(`${text}\n`));
        if (pandoc.join() !== own.join()) different.push({ text, pandoc, own });
      }
      expect(different).toEqual([]);
    },
  );
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

describe.skipIf(!hasPandoc)('the installed Pandoc', () => {
  test.each([...referenceRows, ...designRows])('reads $markdown as the table says', ({ markdown, cites }) => {
    const json = execFileSync('pandoc', ['-f', 'markdown', '-t', 'json'], {
      input: `${markdown}\n`,
      encoding: 'utf8',
    });
    expect(pandocCites(json)).toEqual([...cites].sort());
  });
});
