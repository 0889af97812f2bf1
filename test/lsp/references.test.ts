import { describe, expect, test } from 'vitest';
import type { CodeLens, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { eventually, loaded, shippedCorpus, startClient, type Client, type Options } from './client.ts';
import { statementText, temporaryFolder, type Folder } from './folders.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';

function folderOf(): Folder {
  return temporaryFolder({
    'pact.statement.md': statementText('pact', '甲。', '乙。'),
    'one.md': '[@pact，第1段]\n',
    'deep/two.Rmd': `见 [声明](../pact.statement.md#2) 与 [@${STABILITY}，第1段]。\n`,
  });
}

async function start(folder: Folder, options: Options = {}): Promise<Client> {
  const client = await startClient({
    host: { shippedCorpus: undefined },
    params: { workspaceFolders: [{ uri: folder.uri, name: 'w' }] },
    ...options,
  });
  await loaded(client, options.host?.shippedCorpus === undefined ? 1 : 6);
  return client;
}

const moving = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const] } },
};

function at(uri: string, line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

describe('references', () => {
  test('are found in files that nobody opened', async () => {
    const folder = folderOf();
    const client = await start(folder);
    const uri = folder.uriOf('pact.statement.md');
    await client.open(uri, statementText('pact', '甲。', '乙。'));
    const ask = (line: number, includeDeclaration: boolean) =>
      client.connection.sendRequest<Location[]>('textDocument/references', {
        ...at(uri, line, 1),
        context: { includeDeclaration },
      });
    expect(await ask(8, false)).toEqual([
      {
        uri: folder.uriOf('deep/two.Rmd'),
        range: { start: { line: 0, character: 2 }, end: { line: 0, character: 30 } },
      },
    ]);
    expect(await ask(6, true)).toEqual([
      { uri, range: { start: { line: 6, character: 0 }, end: { line: 6, character: 2 } } },
      {
        uri: folder.uriOf('one.md'),
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } },
      },
    ]);
  });

  test('of a draft that is saved are asked for without the corpus being told anew', async () => {
    const folder = folderOf();
    const client = await start(folder);
    /** Longer than the server gathers changes before it tells of them. */
    const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));
    await quiet();
    const { changes } = client.told;
    const uri = folder.write('three.md', '[@pact，第1段]');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 1 }],
    });
    await client.open(uri, '[@pact，第1段]');
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...at(uri, 0, 3),
      context: { includeDeclaration: false },
    });
    expect(found.map((place) => place.uri)).toEqual([folder.uriOf('one.md'), uri]);
    await quiet();
    expect(client.told.changes).toBe(changes);
  });
});

describe('rename', () => {
  test('gives the versions of open documents, and moves the file of the statement', async () => {
    const folder = folderOf();
    const client = await start(folder, { capabilities: moving });
    expect(client.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
    const uri = folder.uriOf('one.md');
    await client.open(uri, '[@pact]', 7);
    expect(await client.connection.sendRequest('textDocument/prepareRename', at(uri, 0, 3))).toEqual({
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 6 } },
      placeholder: 'pact',
    });
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at(uri, 0, 3),
      newName: 'treaty',
    });
    const replace = (line: number, start: number, end: number) => [
      { range: { start: { line, character: start }, end: { line, character: end } }, newText: 'treaty' },
    ];
    expect(edit).toEqual({
      documentChanges: [
        {
          kind: 'rename',
          oldUri: folder.uriOf('pact.statement.md'),
          newUri: folder.uriOf('treaty.statement.md'),
        },
        {
          textDocument: { uri: folder.uriOf('deep/two.Rmd'), version: null },
          edits: replace(0, 10, 14),
        },
        { textDocument: { uri, version: 7 }, edits: replace(0, 2, 6) },
        // It has its new name by then.
        {
          textDocument: { uri: folder.uriOf('treaty.statement.md'), version: null },
          edits: replace(1, 4, 8),
        },
      ],
    });
  });

  test('gives plain changes to clients that know no more, under the names that they use', async () => {
    const folder = folderOf();
    const client = await start(folder);
    expect(client.initialized.capabilities.renameProvider).toBe(true);
    // Another spelling of the same file.
    const uri = folder.uriOf('one.md').replace('%28', '(').replace('%29', ')');
    await client.open(uri, '[@pact]');
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      ...at(uri, 0, 3),
      newName: 'treaty',
    });
    expect(Object.keys(edit.changes ?? {})).toEqual([uri, folder.uriOf('pact.statement.md')]);
  });

  test('says why it cannot be done', async () => {
    const folder = folderOf();
    const client = await start(folder, { host: { shippedCorpus } });
    const uri = folder.uriOf('one.md');
    await client.open(uri, `[@${STABILITY}] [@pact]`);
    const refusal = `${STABILITY} is part of the shipped corpus and cannot be renamed.`;
    await expect(client.connection.sendRequest('textDocument/prepareRename', at(uri, 0, 3))).rejects.toThrow(
      refusal,
    );
    const rename = (character: number, newName: string) =>
      client.connection.sendRequest('textDocument/rename', { ...at(uri, 0, character), newName });
    await expect(rename(3, 'x')).rejects.toThrow(refusal);
    await expect(rename(STABILITY.length + 8, '条约')).rejects.toThrow('“条约” cannot be a citation key.');
    expect(await rename(STABILITY.length + 4, 'x')).toBeNull();
  });
});

describe('code lenses', () => {
  const text = statementText('pact', '甲。', '乙。');

  test('count what is cited, and lead to it', async () => {
    const folder = folderOf();
    const client = await start(folder);
    const uri = folder.uriOf('pact.statement.md');
    await client.open(uri, text);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    // The title, the first paragraph and the second.
    expect(lenses.map(({ range }) => range.start.line)).toEqual([2, 6, 8]);
    const resolved = await Promise.all(
      lenses.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
    );
    expect(resolved.map(({ command }) => command?.title)).toEqual([
      ...['cited 2 times', 'cited once', 'cited once'],
    ]);
    expect(resolved[1]?.command).toEqual({
      title: 'cited once',
      command: 'pincite.showReferences',
      arguments: [
        uri,
        { line: 6, character: 0 },
        [
          {
            uri: folder.uriOf('one.md'),
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } },
          },
        ],
      ],
    });
    expect(await client.connection.sendRequest('codeLens/resolve', { ...lenses[0], data: 5 })).toEqual({
      ...lenses[0],
      data: 5,
    });
  });

  test('are asked for again when a draft changes, and are not there if the setting says so', async () => {
    const folder = folderOf();
    let configuration: unknown = {};
    const client = await start(folder, {
      capabilities: { workspace: { configuration: true, codeLens: { refreshSupport: true } } },
      configuration: () => configuration,
    });
    let refreshes = 0;
    client.connection.onRequest('workspace/codeLens/refresh', () => {
      refreshes++;
      return null;
    });
    const uri = folder.uriOf('pact.statement.md');
    await client.open(uri, text);
    const ask = () =>
      client.connection.sendRequest<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri } });
    expect(await ask()).toHaveLength(3);
    await client.open(folder.uriOf('one.md'), '[@pact]');
    await eventually(() => {
      expect(refreshes).toBeGreaterThan(0);
    });
    expect(await ask()).toHaveLength(2);
    configuration = { codeLens: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(async () => {
      expect(await ask()).toBeNull();
    });
  });
});

describe('the table of authorities', () => {
  test('is that of an open document, or of the workspace', async () => {
    const folder = folderOf();
    const client = await start(folder);
    const ask = (params: unknown) =>
      client.connection.sendRequest<{ text: string; citations: number } | null>(
        'pincite/authorities',
        params,
      );
    const all = await ask({ format: 'csv' });
    expect(all?.citations).toBe(3);
    expect(all?.text.split('\r\n').map((line) => line.split(',').slice(0, 3))).toEqual([
      ['\ufeffFile', 'Line', 'Key'],
      ['deep/two.Rmd', '1', 'pact'],
      ['deep/two.Rmd', '1', STABILITY],
      ['one.md', '1', 'pact'],
      [''],
    ]);
    await client.open('untitled:Untitled-1', '[@pact，第1段; @pact，第2段]');
    const one = await ask({ format: 'markdown', uri: 'untitled:Untitled-1' });
    expect(one).toMatchObject({ citations: 2 });
    expect(one?.text).toContain('- **第1段** — Untitled-1:1\n');
    expect(await ask({ format: 'csv', uri: folder.uriOf('never-opened.md') })).toBeNull();
  });
});
