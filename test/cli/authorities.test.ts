import { describe, expect, test } from 'vitest';
import { statementText, temporaryFolder, type Folder } from '../lsp/folders.ts';
import { pincite } from './command.ts';

function folderOf(): Folder {
  return temporaryFolder({
    'texts/pact.statement.md': statementText('pact', '甲。', '乙，“丙”。'),
    'note.md': '# 札记\n\n甲 [@pact，第2段]。\n',
    'deep/more.qmd': '[@pact，第9段; @li-2025]\n',
    'deep/bare.txt': '[@pact]\n',
  });
}

const corpus = ['--no-default-corpus', '--corpus', 'texts'];

describe('pincite authorities', () => {
  test('prints Markdown', async () => {
    const folder = folderOf();
    expect(await pincite(['authorities', 'note.md', ...corpus], { folder: folder.path })).toEqual({
      code: 0,
      err: '',
      out: '# Table of Authorities\n\nCitations: 1 · Statements: 1\n\n## 关于pact的声明\n\n`pact`\n\n- **第2段** — note.md:3\n\n  > 乙，“丙”。\n',
    });
  });

  test('prints CSV; what does not exist is a finding', async () => {
    const folder = folderOf();
    const args = ['authorities', 'deep', './note.md', '--format', 'csv', ...corpus];
    const { code, out } = await pincite(args, { folder: folder.path });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        '\ufeffFile,Line,Key,Statement,Date,Locator,Address,Passage,Problem',
        'deep/more.qmd,1,pact,关于pact的声明,,第9段,,,“第9段” is not in the statement 关于pact的声明. The nearest passage is 第2段.',
        'deep/more.qmd,1,li-2025,,,,,,No statement has the key li-2025.',
        './note.md,3,pact,关于pact的声明,,第2段,2,乙，“丙”。,',
        '',
      ].join('\r\n'),
    );
  });

  test('prints JSON', async () => {
    const folder = folderOf();
    const { code, out } = await pincite(['authorities', 'note.md', '--json', ...corpus], {
      folder: folder.path,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        file: 'note.md',
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 13 } },
        ...{ raw: '[@pact，第2段]', key: 'pact', title: '关于pact的声明', date: '' },
        ...{ address: '2', locator: '第2段', text: '乙，“丙”。' },
      },
    ]);
  });

  test('says in one line what cannot be read', async () => {
    const folder = folderOf();
    folder.write('bytes.md', Buffer.from([0x23, 0x20, 0x41, 0x0a, 0xff, 0x0a]));
    const run = (...args: string[]) => pincite(['authorities', ...args], { folder: folder.path });
    expect(await run('none.md')).toEqual({
      ...{ code: 2, out: '', err: 'pincite: none.md does not exist. Check the path.\n' },
    });
    expect(await run('note.md', 'bytes.md')).toEqual({
      ...{ code: 2, out: '', err: 'pincite: bytes.md is not UTF-8 text. Save it again as UTF-8.\n' },
    });
    const wrong = await run('note.md', '--format', 'xml');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toMatch(/^pincite: .*xml.*\n$/);
    expect(await run()).toMatchObject({ code: 2, out: '' });
  });
});
