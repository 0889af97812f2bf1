import { describe, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { sources, trade } from '../service/trade-corpus.ts';
import { eventually, loaded, startClient, type Client } from './client.ts';
import { temporaryFolder, type Folder } from './folders.ts';

const snippets: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

/** A client on a corpus of one statement with two witnesses, and with its file open. */
async function start(
  capabilities: ClientCapabilities = {},
  initializationOptions: object = {},
): Promise<{ readonly client: Client; readonly folder: Folder; readonly uri: string }> {
  const files = Object.entries(sources).map(([uri, text]) => [uri.replace('file:///corpus/', ''), text]);
  const folder = temporaryFolder(Object.fromEntries(files) as Record<string, string>);
  const uri = folder.write('statements/trade.statement.md', trade);
  const client = await startClient({
    host: { shippedCorpus: undefined },
    capabilities,
    initializationOptions: { corpusPaths: [folder.path], ...initializationOptions },
  });
  await loaded(client, 1);
  await client.open(uri, trade);
  return { client, folder, uri };
}

/** Line and character of the third word of the first paragraph, where the witnesses differ. */
const variant = { line: 23, character: 13 };

function actionsAt(client: Client, uri: string, only?: string[]): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: variant, end: variant },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

describe('code actions', () => {
  test('come with their edits as plain text', async () => {
    const { client, uri } = await start();
    const [adopt, ...others] = await actionsAt(client, uri);
    expect(others).toEqual([]);
    expect(adopt).toMatchObject({
      title: 'Adopt the reading of witness B: “四”',
      kind: 'quickfix',
      edit: {
        changes: {
          [uri]: expect.arrayContaining([
            { range: { start: variant, end: { ...variant, character: 14 } }, newText: '四' },
          ]) as unknown,
        },
      },
    });
  });

  test('come with snippets for clients that know them, and only in the kinds that are asked for', async () => {
    const { client, uri } = await start(snippets);
    const [, declare] = await actionsAt(client, uri, ['quickfix']);
    expect(declare?.edit?.documentChanges).toMatchObject([
      {
        textDocument: { uri, version: null },
        edits: [
          { snippet: { kind: 'snippet', value: expect.stringContaining('${2:Say why.}') as string } },
          { snippet: { value: '${1:三}' } },
        ],
      },
    ]);
    expect(await actionsAt(client, uri, ['refactor'])).toEqual([]);
  });
});

describe('doubtful places', () => {
  test('are published as information, with related places', async () => {
    const { client, uri } = await start();
    const found = await eventually(() => {
      const diagnostics = client.published.get(uri) ?? [];
      expect(diagnostics).toHaveLength(3);
      return diagnostics;
    });
    expect(found[0]).toMatchObject({
      range: { start: variant },
      severity: 3,
      code: 'variant',
      source: 'pincite',
      relatedInformation: [{ message: 'A as here' }, { message: 'B “四”' }],
    } satisfies { [K in keyof Diagnostic]?: unknown });
  });

  test('can be switched off', async () => {
    const { client, uri } = await start({}, { diagnostics: { doubtfulPlaces: 'off' } });
    await eventually(() => {
      expect(client.published.get(uri)).toEqual([]);
    });
  });

  test('follow a source that changes', async () => {
    const { client, folder, uri } = await start();
    const hover = async (): Promise<string> =>
      JSON.stringify(
        await client.connection.sendRequest<Hover | null>('textDocument/hover', {
          textDocument: { uri },
          position: variant,
        }),
      );
    expect(await hover()).toContain('B “四”');
    const source = folder.write(
      'sources/two.txt',
      sources['file:///corpus/sources/two.txt'].replace('四', '五'),
    );
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: source, type: 2 }],
    });
    await eventually(async () => {
      expect(await hover()).toContain('B “五”');
      const related = (client.published.get(uri) ?? []).flatMap(
        ({ relatedInformation = [] }) => relatedInformation,
      );
      expect(related.map(({ message }) => message)).toContain('B “五”');
    });
  });
});

describe('requests of the protocol file', () => {
  test('tell where a passage comes from, and what a witness has', async () => {
    const { client, folder } = await start();
    const ask = (method: string, params: object): Promise<unknown> =>
      client.connection.sendRequest(method, params);
    expect(await ask('pincite/provenance', { key: 'trade', address: '1' })).toMatchObject({
      locator: '第1段',
      regularised: ['width', 'spacing'],
      witnesses: [
        { siglum: 'A', source: 'one.txt', uri: folder.uriOf('sources/one.txt') },
        { siglum: 'B', ranges: [{ start: { line: 1, character: 0 }, end: { line: 2, character: 5 } }] },
      ],
    });
    expect(await ask('pincite/witnessText', { key: 'trade', siglum: 'B', address: '1' })).toEqual({
      text: '双方同意在2020年前开放四个口岸，并简化通关手续。\n',
    });
    expect(await ask('pincite/provenance', { key: 'nobody', address: '' })).toBeNull();
    expect(await ask('pincite/witnessText', { key: 'nobody' })).toBeNull();
  });
});
