import { describe, expect, test } from 'vitest';
import { statementText, temporaryFolder, type Folder } from '../lsp/folders.ts';
import { nodes, pincite, type Outcome } from './command.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';

function folderOf(files: Readonly<Record<string, string>>): Folder {
  return temporaryFolder({ 'texts/pact.statement.md': statementText('pact', '甲。'), ...files });
}

describe.each(nodes())('under $name', ({ file: node }) => {
  const run = (folder: Folder, ...args: readonly string[]): Promise<Outcome> =>
    pincite(['bibliography', ...args], { folder: folder.path, node });

  test('prints what the files cite, in the order in which they do', async () => {
    const folder = folderOf({ 'b.md': '[@pact]\n', 'a.md': `[@${STABILITY}，第3段] [@pact]\n` });
    const { code, err, out } = await run(folder, 'b.md', 'a.md', '--corpus', 'texts');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject([
      { id: 'pact', title: '关于pact的声明' },
      { id: STABILITY, 'container-title': '人民日报', issued: { 'date-parts': [[2025, 5, 9]] } },
    ]);
  });

  test('in every format', async () => {
    const folder = folderOf({ 'a.md': '[@pact]\n' });
    const args = ['a.md', '--no-default-corpus', '--corpus', 'texts', '--format'];
    expect((await run(folder, ...args, 'csl-yaml')).out).toBe(
      'references:\n  - id: pact\n    type: document\n    title: 关于pact的声明\n    language: zh-CN\n',
    );
    expect((await run(folder, ...args, 'biblatex')).out).toBe(
      '@misc{pact,\n  title = {关于pact的声明},\n  langid = {zh-CN},\n}\n',
    );
    expect((await run(folder, ...args, 'ris')).out).toBe(
      'TY  - GEN\r\nID  - pact\r\nTI  - 关于pact的声明\r\nLA  - zh-CN\r\nER  - \r\n',
    );
    expect(JSON.parse((await run(folder, ...args, 'biblatex', '--json')).out)).toEqual({
      text: '@misc{pact,\n  title = {关于pact的声明},\n  langid = {zh-CN},\n}\n',
      statements: 1,
      unknown: [],
    });
  });

  test('names on standard error what no statement has: a finding', async () => {
    const folder = folderOf({ 'a.md': '[@li-2025; @pact; @wang]\n' });
    const { code, err, out } = await run(folder, 'a.md', '--corpus', 'texts');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'No statement has the key li-2025.\nNo statement has the key wang.\n',
    });
    expect(JSON.parse(out)).toMatchObject([{ id: 'pact' }]);
  });

  test('of nothing is nothing', async () => {
    const folder = folderOf({ 'a.md': '甲。\n' });
    expect(await run(folder, 'a.md')).toEqual({ code: 0, err: '', out: '[]\n' });
  });

  test('cannot run without its files, or in another format', async () => {
    const folder = folderOf({});
    expect(await run(folder, 'none.md')).toEqual({
      code: 2,
      out: '',
      err: 'pincite: none.md does not exist. Check the path.\n',
    });
    const { code, out, err } = await run(folder, 'none.md', '--format', 'bibtex');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^pincite: .*csl-json, csl-yaml, biblatex, ris.*\n$/);
    expect((await run(folder)).code).toBe(2);
  });
});
