import path from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { watchDisk } from '../../server/src/node/watch.ts';
import { eventually, loaded, startClient, type Client, type Options } from './client.ts';
import { statementText, temporaryFolder } from './folders.ts';

const folders: NonNullable<Options['capabilities']> = { workspace: { workspaceFolders: true } };

async function keys({ connection }: Client): Promise<string[]> {
  const nodes = await connection.sendRequest<{ key: string }[]>('pincite/tree', {});
  return nodes.map(({ key }) => key).sort();
}

function expectKeys(client: Client, expected: readonly string[]): Promise<void> {
  return eventually(async () => {
    expect(await keys(client)).toEqual(expected);
  });
}

describe('workspace folders', () => {
  test('several are read; of each only statement files', async () => {
    const one = temporaryFolder({
      'deep/er/a.statement.md': statementText('one', '甲。'),
      'note.md': '# 札记\n\n乙。\n',
    });
    const two = temporaryFolder({ 'b.statement.md': statementText('two', '乙。') });
    const client = await startClient({
      host: { shippedCorpus: undefined },
      params: { workspaceFolders: [one, two].map(({ uri }) => ({ uri, name: 'w' })) },
    });
    await loaded(client, 2);
    expect(await keys(client)).toEqual(['one', 'two']);
  });

  test('a single root serves clients that know no folders', async () => {
    const one = temporaryFolder({ 'a.statement.md': statementText('one', '甲。') });
    const client = await startClient({
      host: { shippedCorpus: undefined },
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      params: { workspaceFolders: null, rootUri: one.uri },
    });
    await loaded(client, 1);
  });

  test('may be added and taken away', async () => {
    const one = temporaryFolder({ 'a.statement.md': statementText('one', '甲。') });
    const two = temporaryFolder({ 'b.statement.md': statementText('two', '乙。') });
    const client = await startClient({
      host: { shippedCorpus: undefined },
      capabilities: folders,
      params: { workspaceFolders: [{ uri: one.uri, name: 'one' }] },
    });
    await loaded(client, 1);
    const change = (added: string[], removed: string[]) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((uri) => ({ uri, name: 'x' })),
          removed: removed.map((uri) => ({ uri, name: 'x' })),
        },
      });
    await change([two.uri], []);
    await expectKeys(client, ['one', 'two']);
    await change([], [one.uri]);
    await expectKeys(client, ['two']);
    // Two changes in one breath end where the last one says.
    await change([one.uri], []);
    await change([], [one.uri, two.uri]);
    await loaded(client, 0);
    await expectKeys(client, []);
  });

  test('a relative corpus path that one of them lacks is no problem', async () => {
    const one = temporaryFolder({ 'texts/a.md': '# 关于甲的声明\n\n甲。\n' });
    const two = temporaryFolder();
    const client = await startClient({
      host: { shippedCorpus: undefined },
      initializationOptions: { corpusPaths: ['texts'] },
      params: { workspaceFolders: [one, two].map(({ uri }) => ({ uri, name: 'w' })) },
    });
    expect((await loaded(client, 1)).problems.map(({ code }) => code)).not.toContain('missing-folder');
  });
});

describe('files watched by the client', () => {
  const watching: NonNullable<Options['capabilities']> = {
    workspace: {
      workspaceFolders: true,
      didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    },
  };

  test('each root is registered, and what was registered before is taken back', async () => {
    const one = temporaryFolder({ 'a.statement.md': statementText('one', '甲。') });
    const two = temporaryFolder();
    const client = await startClient({
      host: { shippedCorpus: undefined },
      capabilities: watching,
      initializationOptions: { corpusPaths: [two.path] },
      params: { workspaceFolders: [{ uri: one.uri, name: 'one' }] },
    });
    await loaded(client, 1);
    const registered = client.registrations
      .flatMap(({ registrations }) => registrations)
      .filter(({ method }) => method === 'workspace/didChangeWatchedFiles');
    expect(registered.map(({ registerOptions }) => registerOptions as unknown)).toEqual([
      {
        watchers: [
          { globPattern: { baseUri: one.uri, pattern: '**/*.{md,markdown,qmd,rmd,Rmd}' } },
          { globPattern: { baseUri: one.uri, pattern: '**/*.pins.json' } },
          { globPattern: { baseUri: one.uri, pattern: '**/{sources/**,furniture.yaml}' } },
          { globPattern: { baseUri: one.uri, pattern: '**' }, kind: 4 },
          { globPattern: { baseUri: two.uri, pattern: '**/*.{md,txt}' } },
          { globPattern: { baseUri: two.uri, pattern: '**/{sources/**,furniture.yaml}' } },
          { globPattern: { baseUri: two.uri, pattern: '**' }, kind: 4 },
        ],
      },
    ]);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: one.uri, name: 'one' }] },
    });
    await eventually(() => {
      const ids = client.unregistrations.flatMap(({ unregisterations }) =>
        unregisterations.map(({ id }) => id),
      );
      expect(ids).toEqual(registered.map(({ id }) => id));
    });
  });

  test('are followed: created, changed, renamed, deleted alone or with their folder', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('one', '甲。') });
    const client = await startClient({
      host: { shippedCorpus: undefined },
      capabilities: watching,
      params: { workspaceFolders: [{ uri: folder.uri, name: 'w' }] },
    });
    await loaded(client, 1);
    const tell = (...changes: (readonly [uri: string, type: 1 | 2 | 3])[]) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(([uri, type]) => ({ uri, type })),
      });
    await tell([folder.write('sub/b.statement.md', statementText('two', '乙。')), 1]);
    await expectKeys(client, ['one', 'two']);
    await tell([folder.write('sub/b.statement.md', statementText('three', '乙。')), 2]);
    await expectKeys(client, ['one', 'three']);
    folder.remove('a.statement.md');
    await tell(
      [folder.uriOf('a.statement.md'), 3],
      [folder.write('c.statement.md', statementText('one', '甲。')), 1],
    );
    await expectKeys(client, ['one', 'three']);
    folder.remove('sub');
    await tell([folder.uriOf('sub'), 3]);
    await expectKeys(client, ['one']);
    folder.remove('c.statement.md');
    await tell([folder.uriOf('c.statement.md').replace('%28', '(').replace('%29', ')'), 3]);
    await expectKeys(client, []);
  });

  test('a client that refuses is served without', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('one', '甲。') });
    const client = await startClient({
      host: { shippedCorpus: undefined },
      capabilities: watching,
      params: { workspaceFolders: [{ uri: folder.uri, name: 'w' }] },
      refuseRegistration: true,
    });
    await loaded(client, 1);
    expect(client.log.some((line) => line.startsWith('client.refused'))).toBe(true);
  });
});

describe('files watched by the server', () => {
  async function watched(root: string, options: Options = {}): Promise<Client> {
    return startClient({
      host: { shippedCorpus: undefined, watchFolders: watchDisk },
      capabilities: folders,
      params: { workspaceFolders: [{ uri: root, name: 'w' }] },
      ...options,
    });
  }

  test('are followed on disk', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('one', '甲。') });
    const client = await watched(folder.uri);
    await loaded(client, 1);
    folder.write('sub/b.statement.md', statementText('two', '乙。'));
    await expectKeys(client, ['one', 'two']);
    folder.write('a.statement.md', statementText('changed', '甲。'));
    await expectKeys(client, ['changed', 'two']);
    folder.remove('sub');
    await expectKeys(client, ['changed']);
    folder.remove('a.statement.md');
    await expectKeys(client, []);
    folder.write('a.statement.md', statementText('again', '甲。'));
    await expectKeys(client, ['again']);
  });

  test('that are made while the watcher starts are not missed', async () => {
    const folder = temporaryFolder();
    const client = await watched(folder.uri);
    folder.write('a.statement.md', statementText('early', '甲。'));
    await expectKeys(client, ['early']);
  });

  test('below a hidden folder are followed, those in hidden folders below the root are not', async () => {
    const folder = temporaryFolder();
    const root = path.join(folder.path, '.hidden/corpus');
    mkdirSync(path.join(root, '.git'), { recursive: true });
    const client = await watched(URI.file(root).toString());
    await loaded(client, 0);
    writeFileSync(path.join(root, '.git/x.statement.md'), statementText('no', '甲。'));
    writeFileSync(path.join(root, 'a.statement.md'), statementText('yes', '甲。'));
    await expectKeys(client, ['yes']);
  });

  test('of a folder that is no longer a root are let go', async () => {
    const one = temporaryFolder();
    const two = temporaryFolder();
    const client = await watched(one.uri);
    await loaded(client, 0);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: two.uri, name: 'two' }], removed: [{ uri: one.uri, name: 'one' }] },
    });
    one.write('a.statement.md', statementText('one', '甲。'));
    two.write('b.statement.md', statementText('two', '乙。'));
    await expectKeys(client, ['two']);
  });

  test('a folder that does not exist yet is no harm', async () => {
    const folder = temporaryFolder();
    const client = await watched(folder.uriOf('later'), {
      initializationOptions: { corpusPaths: ['/no/such/folder'] },
    });
    await loaded(client, 0);
    folder.write('later/a.statement.md', statementText('late', '甲。'));
    await expectKeys(client, ['late']);
  });
});

describe('files on disk that are not as they should be', () => {
  test('are named, and the others stay', async () => {
    const folder = temporaryFolder({ 'good.statement.md': statementText('good', '甲。') });
    folder.write(
      'bytes.statement.md',
      Buffer.concat([Buffer.from('---\nid: bytes\n'), Buffer.from([0xff, 0xfe, 0x0a])]),
    );
    folder.write('gbk.txt', Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]));
    folder.write('bom.statement.md', `\ufeff${statementText('bom', '乙。')}`);
    folder.write('question.md', '# 关于\ufffd的声明\n\n\ufffd丙。\n');
    const client = await startClient({
      host: { shippedCorpus: undefined },
      initializationOptions: { corpusPaths: [folder.path] },
    });
    const { problems } = await loaded(client, 3);
    expect(await keys(client)).toEqual(['bom', 'good', 'question']);
    const named = problems.map(
      ({ uri, code, message }) => `${decodeURIComponent(path.basename(uri))} ${code}: ${message}`,
    );
    expect(named).toEqual([
      'bytes.statement.md not-utf8: From line 3 on this file is not UTF-8 text. Save it again as UTF-8.',
      'gbk.txt not-utf8: From line 1 on this file is not UTF-8 text. Save it again as UTF-8.',
    ]);
  });
});
