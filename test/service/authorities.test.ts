import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { authoritiesCsv } from '../../server/src/service/authorities-csv.ts';
import { createWorld, statementFile, WORKSPACE, type World } from './workspace.ts';

const files = {
  [`${WORKSPACE}/texts/pact.statement.md`]: statementFile(
    'pact',
    '## 一\n\n甲*一*，“丙”。\n\n乙 [1] 号。\n\n1\\. 条。\n\n## 二\n\n=丙。',
    'title: 关于边境贸易的联合声明\ntitle-short: 边贸*声明*\nevent-date: 2025-05-08\nlanguage: zh-CN\n',
  ),
  [`${WORKSPACE}/texts/older.statement.md`]: statementFile(
    'older',
    '旧。',
    'title: 更早的联合公报全文\nissued: 2016-06-25\nlanguage: zh-CN\n',
  ),
  [`${WORKSPACE}/a.md`]: [
    '[@pact，第一部分第1—2段; @li-2025, p. 3]', // 1
    '[@pact，第二部分第1段] 与 @older', // 3
    '[@pact，第九部分]', // 5
    '《关于边境贸易的联合声明》与《关于边境贸易的联合声明》第二部分第1段', // 7
  ].join('\n\n'),
  [`${WORKSPACE}/下/b.md`]: '[见](pincite:pact#2.1)。[@pact, 附件三]',
};

async function tableOf(
  { service }: World,
  format: 'markdown' | 'csv',
  draft?: { readonly uri: string; readonly text: string },
): Promise<string> {
  const authorities = await service.workspace.authorities(draft && createDraft(draft.uri, draft.text));
  return service.workspace.authoritiesText(authorities, format);
}

describe('the table of authorities', () => {
  test('has each statement with what is cited of it, each passage once with all its places', async () => {
    const world = await createWorld(files);
    expect(await tableOf(world, 'markdown')).toBe(`# Table of Authorities

Citations: 8 · Statements: 2

## 边贸\\*声明\\* (2025-05-08)

\`pact\`

- **附件三** — 下/b.md:1

- **第一部分第1—2段** — a.md:1

  > 甲\\*一\\*，“丙”。
  >
  > 乙 \\[1\\] 号。

- **第二部分第1段** — a.md:3, a.md:7, 下/b.md:1

  > \\=丙。

- **第九部分** — a.md:5

  ⚠ “第九部分” is not in the statement 边贸\\*声明\\*. The nearest passage is 第二部分.

## 更早的联合公报全文 (2016-06-25)

\`older\`

- **The whole statement** — a.md:3

## In no corpus

- \`li-2025\` — a.md:1
`);
  });

  test('as CSV has a row for each citation of a passage, fit for a spreadsheet', async () => {
    const world = await createWorld(files);
    expect(await tableOf(world, 'csv')).toBe(
      [
        '\ufeffFile,Line,Key,Statement,Date,Locator,Address,Passage,Problem',
        'a.md,1,pact,边贸*声明*,2025-05-08,第一部分第1—2段,1.1-1.2,"甲*一*，“丙”。\n乙 [1] 号。",',
        'a.md,1,li-2025,,,p. 3,,,No statement has the key li-2025.',
        "a.md,3,pact,边贸*声明*,2025-05-08,第二部分第1段,2.1,'=丙。,",
        'a.md,3,older,更早的联合公报全文,2016-06-25,,,,',
        'a.md,5,pact,边贸*声明*,2025-05-08,第九部分,,,“第九部分” is not in the statement 边贸*声明*. The nearest passage is 第二部分.',
        "a.md,7,pact,边贸*声明*,2025-05-08,第二部分第1段,2.1,'=丙。,",
        "下/b.md,1,pact,边贸*声明*,2025-05-08,第二部分第1段,2.1,'=丙。,",
        '下/b.md,1,pact,边贸*声明*,2025-05-08,附件三,,,',
        '',
      ].join('\r\n'),
    );
  });

  test('of one document says nothing of the others, and follows what is written in it', async () => {
    const world = await createWorld(files);
    const csv = await tableOf(world, 'csv', { uri: `${WORKSPACE}/a.md`, text: '新 [@older]' });
    expect(csv.split('\r\n').slice(1)).toEqual(['a.md,1,older,更早的联合公报全文,2016-06-25,,,,', '']);
  });

  test('of nothing is a heading', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: '无' });
    expect(await tableOf(world, 'markdown')).toBe('# Table of Authorities\n\nCitations: 0 · Statements: 0\n');
  });

  test('cites nothing itself, so that it can lie among the drafts', async () => {
    const world = await createWorld(files);
    const text = await tableOf(world, 'markdown');
    expect(world.service.resolve(text)).toEqual([]);
  });
});

describe('cells', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['\n=1', '"\'\n=1"'],
    ['=1,"2"', '"\'=1,""2"""'],
    ['1=1', '1=1'],
    ['——甲', '——甲'],
    ['a"b', '"a""b"'],
    ['a\rb', '"a\rb"'],
  ])('%j is written %j', (words, cell) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const row = { uri: '', range, raw: '', key: words, title: '', date: '', address: '', locator: '' };
    const csv = authoritiesCsv([{ ...row, paragraphs: [] }], () => 'f');
    expect(csv.slice(csv.indexOf('\r\n') + 2)).toBe(`f,1,${cell},,,,,,\r\n`);
  });
});
