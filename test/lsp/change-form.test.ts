import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { loaded, startClient, type Client, type Options } from './client.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const NOTE = 'file:///notes/a.md';
const TEXT = `第一行😀\r\n双方重申[@${STABILITY}，第12段]。\r\n又[@${STABILITY}]。\r\n`;

async function start(options: Options = {}): Promise<Client> {
  const client = await startClient(options);
  await loaded(client, 5);
  await client.open(NOTE, TEXT);
  return client;
}

function actions({ connection }: Client, character: number, only?: readonly string[]): Promise<CodeAction[]> {
  const position = { line: 1, character };
  return connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: NOTE },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
}

test('other forms of a citation are code actions with their kind and edits', async () => {
  const client = await start({
    initializationOptions: { citation: { style: 'cn-international-relations' } },
  });
  const found = await actions(client, 6, ['refactor']);
  expect(found.map(({ title, kind }) => [title, kind])).toEqual(
    [
      'Write this citation as a footnote',
      'Write this citation as formatted text in the line',
      'Write this citation as a link',
      'Write all citations of this document as footnotes',
      'Write all citations of this document as formatted text in the line',
      'Write all citations of this document as links',
    ].map((title) => [title, 'refactor.rewrite']),
  );
  expect(found[0]?.edit).toEqual({
    changes: {
      [NOTE]: [
        {
          range: { start: { line: 1, character: 4 }, end: { line: 1, character: 4 + STABILITY.length + 8 } },
          newText: '[^1]',
        },
        {
          range: {
            start: { line: 2, character: STABILITY.length + 5 },
            end: { line: 2, character: STABILITY.length + 5 },
          },
          newText:
            '\r\n\r\n[^1]: 《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》，2025年5月9日，第3版，第12段。',
        },
      ],
    },
  });
});

test('they are given to those who ask for them, and at a citation only', async () => {
  const client = await start();
  expect((await actions(client, 6)).filter(({ kind }) => kind === 'refactor.rewrite')).toHaveLength(6);
  expect(await actions(client, 6, ['source'])).toEqual([]);
  expect(await actions(client, 1, ['refactor.rewrite'])).toEqual([]);
});

test('what a CSL file is to format is not formatted in a style', async () => {
  const client = await start({ initializationOptions: { csl: 'journal.csl' } });
  expect((await actions(client, 6, ['refactor'])).map(({ title }) => title)).toEqual([
    'Write this citation as a link',
    'Write all citations of this document as links',
  ]);
});
