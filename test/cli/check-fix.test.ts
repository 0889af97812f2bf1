import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALTERED, CITED, draftsOf, INVENTED, PAGE_TRAP, VERBATIM, type Drafts } from './check-drafts.ts';

function read({ folder }: Drafts, name: string): string {
  return readFileSync(path.join(folder.path, name), 'utf8');
}

describe('--fix', () => {
  test('makes what is safe, leaves the rest, and does nothing the second time', async () => {
    const drafts = draftsOf({
      'a.md': `甲${PAGE_TRAP}，${ALTERED}。\r\n\r\n乙${PAGE_TRAP}\r\n`,
      'b.md': '丙\n',
    });
    const first = await drafts.check('a.md', 'b.md', '--fix', '--json');
    expect(read(drafts, 'a.md')).toBe(`甲${CITED}，${ALTERED}。\r\n\r\n乙${CITED}\r\n`);
    expect(first).toMatchObject({ code: 1, err: 'a.md: fixed: page-trap 2\n' });
    // What is told is what is left.
    expect(JSON.parse(first.out)).toMatchObject([{ code: 'quote-altered' }]);
    const second = await drafts.check('a.md', 'b.md', '--fix', '--json');
    expect(second).toEqual({ code: 1, err: '', out: first.out });
  });

  test('leaves alone what a comment suppresses, and a byte order mark', async () => {
    const comment = '<!-- pincite-ignore page-trap: 期刊如此 -->';
    const drafts = draftsOf({ 'a.md': `\ufeff甲${PAGE_TRAP}\n\n${comment}\n乙${PAGE_TRAP}\n` });
    expect(await drafts.check('a.md', '--fix')).toMatchObject({ code: 0, err: 'a.md: fixed: page-trap 1\n' });
    expect(read(drafts, 'a.md')).toBe(`\ufeff甲${CITED}\n\n${comment}\n乙${PAGE_TRAP}\n`);
  });
});

describe('--fix-wording', () => {
  test('gives altered quotations the words of their source, and invented ones nothing', async () => {
    const drafts = draftsOf({ 'a.md': `甲${PAGE_TRAP}\n\n${ALTERED}，${INVENTED}。\n` });
    const { code, err, out } = await drafts.check('a.md', '--fix-wording');
    expect({ code, err }).toEqual({ code: 1, err: 'a.md: fixed: page-trap 1, quote-altered 1\n' });
    expect(read(drafts, 'a.md')).toBe(`甲${CITED}\n\n${VERBATIM}，${INVENTED}。\n`);
    expect(out).toContain('2 quotations: 1 verbatim, 1 not found');
    expect((await drafts.check('a.md', '--fix-wording')).err).toBe('');
  });

  test('but not where a comment says that they are meant so', async () => {
    const text = `<!-- pincite-ignore quote-altered: 演讲者引错 -->\n\n${ALTERED}。\n`;
    const drafts = draftsOf({ 'a.md': text });
    expect(await drafts.check('a.md', '--fix-wording')).toMatchObject({ code: 0, err: '' });
    expect(read(drafts, 'a.md')).toBe(text);
  });
});
