import { expect, test } from 'vitest';
import type { ComposeResult, LocateResult, WriteResult } from '../../server/src/lsp/protocol.ts';
import { loaded, startClient, type Client, type Options } from './client.ts';

const A = 'cn-ru-2025-global-strategic-stability';
const NOTE = 'file:///notes/a.md';
const a12 = [{ key: A, address: '12' }];

async function start(options: Options = {}): Promise<Client> {
  const client = await startClient(options);
  await loaded(client, 5);
  return client;
}

const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

test('pincite/write gives the edits for an open draft', async () => {
  const client = await start();
  const { connection } = client;
  await client.open(NOTE, '双方声明。\n');
  const write = (params: object): Promise<WriteResult> =>
    connection.sendRequest('pincite/write', { uri: NOTE, ranges: [at(0, 4)], passages: a12, ...params });
  expect(await write({})).toEqual({ edits: [{ range: at(0, 4), text: `[@${A}，第12段]` }] });
  expect(await write({ passages: [{ key: A, address: '' }] })).toEqual({
    edits: [{ range: at(0, 4), text: `[@${A}]`, snippet: `[@${A}$\{1}]$0` }],
  });
  await client.change(NOTE, '`双方声明`\n');
  expect(await write({})).toEqual({
    refused:
      'In line 1 the cursor is in code, mathematics, front matter, or the target of a link, where nothing can be cited. Put it into the text.',
  });
  expect(await write({ uri: 'file:///notes/other.md' })).toEqual({
    refused: 'This document is not open as a draft. Open it in a Markdown editor.',
  });
});

test('pincite/write follows the settings, and footnotes go to the end', async () => {
  const client = await start({
    initializationOptions: { citation: { form: 'footnote', style: 'cn-international-relations' } },
  });
  await client.open(NOTE, '双方声明。\n');
  const result = await client.connection.sendRequest<WriteResult>('pincite/write', {
    ...{ uri: NOTE, ranges: [at(0, 4)], passages: a12 },
  });
  expect(result).toEqual({
    edits: [
      { range: at(0, 4), text: '[^1]' },
      {
        range: at(0, 5),
        text: '\n\n[^1]: 《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》，2025年5月9日，第3版，第12段。',
      },
    ],
  });
});

test('pincite/compose gives the text for a clipboard', async () => {
  const { connection } = await start();
  const compose = (params: object): Promise<ComposeResult> =>
    connection.sendRequest('pincite/compose', params);
  expect(await compose({ passages: a12, prefix: '见' })).toEqual({ text: `[见 @${A}，第12段]` });
  expect(await compose({ passages: a12, quotation: 'marks', words: '核共享' })).toEqual({
    text: `“核共享”[@${A}，第12段]`,
  });
  expect(await compose({ passages: [{ key: 'nobody', address: '' }] })).toEqual({
    refused: expect.stringContaining('nobody') as string,
  });
});

test('pincite/locate tells where words come from', async () => {
  const { connection } = await start();
  const locate = (text: string): Promise<LocateResult> => connection.sendRequest('pincite/locate', { text });
  expect(await locate('> 計劃公然提出大幅增加外空作戰手段')).toEqual({
    places: [
      {
        ...{ key: A, address: '9', title: '中俄全球战略稳定联合声明', locator: '第9段' },
        words: '计划公然提出大幅增加外空作战手段',
      },
    ],
  });
  expect(await locate('计划公然提出大幅减少外空作战手段')).toEqual({ places: [] });
});

test('what no client should send is answered in a sentence, or with nothing', async () => {
  const client = await start();
  const { connection } = client;
  await client.open(NOTE, '双方声明。\n');
  const far = { uri: NOTE, ranges: [at(99, 99)], passages: a12 };
  expect(await connection.sendRequest('pincite/write', far)).toEqual({
    edits: [{ range: at(1, 0), text: `[@${A}，第12段]` }],
  });
  expect(await connection.sendRequest('pincite/write', { ...far, ranges: [] })).toEqual({ edits: [] });
  expect(await connection.sendRequest('pincite/write', { ...far, passages: [] })).toEqual({
    refused: 'Choose a passage to cite first.',
  });
  expect(await connection.sendRequest('pincite/compose', { passages: [] })).toEqual({
    refused: 'Choose a passage to cite first.',
  });
});
