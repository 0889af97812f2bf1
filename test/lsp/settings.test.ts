import { describe, expect, test } from 'vitest';
import { loaded, startClient, shippedCorpus } from './client.ts';
import { statementText, temporaryFolder } from './folders.ts';

describe('settings', () => {
  test('are read from initializationOptions alone, for clients that answer no questions', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('a-b', '甲。') });
    const client = await startClient({ initializationOptions: { corpusPaths: [folder.path] } });
    await loaded(client, 6);
  });

  test.each([
    ['nested', { pincite: { defaultCorpus: false } }],
    ['flat', { 'pincite.defaultCorpus': false }],
    ['bare', { defaultCorpus: false }],
  ])('may be %s', async (_, initializationOptions) => {
    await loaded(await startClient({ initializationOptions }), 0);
  });

  test('of wrong types count as absent', async () => {
    const initializationOptions = {
      corpusPaths: 'x',
      defaultCorpus: 3,
      l10n: 'x',
      locale: {},
      hover: { maxCharacters: -1 },
    };
    await loaded(await startClient({ initializationOptions }), 5);
    await loaded(await startClient({ initializationOptions: 'nonsense' }), 5);
    await loaded(await startClient({ initializationOptions: null }), 5);
  });

  test('are asked for from clients that answer', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('a-b', '甲。') });
    const client = await startClient({
      capabilities: { workspace: { configuration: true } },
      configuration: () => ({ corpusPaths: [folder.path], defaultCorpus: false }),
    });
    await loaded(client, 1);
  });

  test('are asked for again when the client says that they changed', async () => {
    let configuration: unknown = { defaultCorpus: false };
    const client = await startClient({
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      configuration: () => configuration,
    });
    await loaded(client, 0);
    expect(
      client.registrations.flatMap(({ registrations }) => registrations.map(({ method }) => method)),
    ).toContain('workspace/didChangeConfiguration');
    configuration = { defaultCorpus: true };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await loaded(client, 5);
  });

  test('are taken from the notification of clients that push them, over initializationOptions', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('a-b', '甲。') });
    const client = await startClient({ initializationOptions: { defaultCorpus: false } });
    await loaded(client, 0);
    const push = (settings: unknown) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await push({ pincite: { corpusPaths: [folder.path] } });
    await loaded(client, 1);
    await push({ pincite: { corpusPaths: [folder.path], defaultCorpus: true } });
    await loaded(client, 6);
    // What is no longer pushed falls back to what the client began with.
    await push({ pincite: {} });
    await loaded(client, 0);
    await push(null);
    await loaded(client, 0);
  });

  test('a client that refuses to answer is served with the defaults', async () => {
    const client = await startClient({
      capabilities: { workspace: { configuration: true } },
      configuration: () => {
        throw new Error('no');
      },
    });
    await loaded(client, 5);
  });

  test('the shipped corpus may be named by the client', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('a-b', '甲。') });
    await loaded(await startClient({ initializationOptions: { defaultCorpus: folder.uri } }), 1);
    await loaded(await startClient({ host: { shippedCorpus: undefined } }), 0);
    await loaded(await startClient({ host: { shippedCorpus: `${shippedCorpus}/` } }), 5);
  });

  test('how much of a passage a hover shows is one of them', async () => {
    const client = await startClient({ initializationOptions: { hover: { maxCharacters: 10 } } });
    await loaded(client, 5);
    const uri = 'file:///notes/a.md';
    await client.open(uri, '[@cn-ru-2025-global-strategic-stability，第11段]');
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 5 },
    });
    expect(hover).toMatchObject({
      contents: { value: expect.stringContaining('> 双方谴责将商业航天系…') as string },
    });
  });
});

describe('corpusPaths', () => {
  test('may be relative to a workspace folder, from the home folder, or a URI', async () => {
    const home = temporaryFolder({ 'texts/a.statement.md': statementText('from-home', '甲。') });
    const workspace = temporaryFolder({ 'docs/plain.md': '# 关于乙的声明\n\n乙。\n' });
    const other = temporaryFolder({ 'c.txt': '关于丙的声明\n\n丙。\n' });
    const client = await startClient({
      host: { home: home.path, shippedCorpus: undefined },
      initializationOptions: { corpusPaths: ['~/texts', 'docs', other.uri] },
      params: { workspaceFolders: [{ uri: workspace.uri, name: 'w' }] },
    });
    expect((await loaded(client, 3)).problems).toMatchObject([]);
  });

  test('that do not exist are named with their folder', async () => {
    const client = await startClient({ initializationOptions: { corpusPaths: ['/no/such/folder'] } });
    expect((await loaded(client, 5)).problems).toEqual([
      {
        uri: 'file:///no/such/folder',
        code: 'missing-folder',
        severity: 'error',
        message:
          'The corpus folder /no/such/folder does not exist. Correct the setting “pincite.corpusPaths”.',
      },
    ]);
  });
});

describe('texts', () => {
  const keyOf = (value: unknown): string => (value as { contents: { value: string } }).contents.value;
  const hoverUnknown = async (options: Parameters<typeof startClient>[0]): Promise<string> => {
    const client = await startClient(options);
    await loaded(client, 5);
    const uri = 'file:///notes/a.md';
    await client.open(uri, '[@smith2020]');
    return keyOf(
      await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position: { line: 0, character: 5 },
      }),
    );
  };
  const bundle = { 'No statement has the key {0}.': '没有键为 {0} 的声明。' };

  test('are English where nothing else is asked for', async () => {
    expect(await hoverUnknown({})).toBe('⚠ No statement has the key smith2020.');
  });

  test('are those of the bundle that the client passes', async () => {
    expect(await hoverUnknown({ initializationOptions: { l10n: bundle, locale: 'zh-cn' } })).toBe(
      '⚠ 没有键为 smith2020 的声明。',
    );
  });

  test("are those that ship with the server for the client's language", async () => {
    const host = { bundle: (locale: string) => (locale === 'zh-cn' ? bundle : {}) };
    expect(await hoverUnknown({ host, params: { locale: 'zh-cn' } })).toBe('⚠ 没有键为 smith2020 的声明。');
    expect(await hoverUnknown({ host, params: { locale: 'en' } })).toBe(
      '⚠ No statement has the key smith2020.',
    );
    expect(await hoverUnknown({ host, initializationOptions: { locale: 'zh-cn' } })).toBe(
      '⚠ 没有键为 smith2020 的声明。',
    );
  });
});
