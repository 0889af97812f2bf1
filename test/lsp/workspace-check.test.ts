import { describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import type { CheckWorkspaceParams, CheckWorkspaceResult } from '../../server/src/lsp/protocol.ts';
import { eventually, loaded, startClient, type Client } from './client.ts';
import { statementText, temporaryFolder, type Folder } from './folders.ts';

const A = '双方反对个别国家谋求绝对军事优势。';
const GOOD = '见[@accord，第1段]。';
const BAD = '见[@accord，第9段]。';

interface Started extends Client {
  readonly folder: Folder;
  /** Writes or removes a file, and tells the server as a watcher does. */
  changeFile(name: string, text?: string): void;
  /** The codes of what was last sent of a draft; `undefined` if nothing ever was. */
  sent(name: string): unknown[] | undefined;
  check(params?: CheckWorkspaceParams): Promise<CheckWorkspaceResult | null>;
}

async function start(files: Readonly<Record<string, string>>, pulls = true): Promise<Started> {
  const folder = temporaryFolder({ 'accord.statement.md': statementText('accord', A), ...files });
  const watched = new Set<(uri: string) => void>();
  const client = await startClient({
    host: {
      shippedCorpus: undefined,
      watchFolders: (_folders, changed) => {
        watched.add(changed);
        return () => watched.delete(changed);
      },
    },
    capabilities: pulls ? { textDocument: { diagnostic: {} } } : {},
    params: { workspaceFolders: [{ uri: folder.uri, name: 'w' }] },
  });
  await loaded(client, 1);
  return {
    ...client,
    folder,
    changeFile: (name, text) => {
      if (text === undefined) folder.remove(name);
      else folder.write(name, text);
      for (const tell of watched) tell(folder.uriOf(name));
    },
    sent: (name) => client.published.get(folder.uriOf(name))?.map(({ code }) => code),
    check: (params = {}) => client.connection.sendRequest('pincite/checkWorkspace', params),
  };
}

describe('checking the workspace', () => {
  test('sends what is found in drafts that are not open, and counts it', async () => {
    const client = await start({ 'a.md': BAD, 'sub/b.md': `${BAD}\n\n${BAD}`, 'c.md': GOOD, 'd.txt': BAD });
    await client.open(client.folder.uriOf('a.md'), BAD);
    expect(await client.check()).toEqual({ drafts: 3, checked: 3, findings: 3, draftsWithFindings: 2 });
    expect(client.sent('sub/b.md')).toEqual(['no-such-passage', 'no-such-passage']);
    // What is open has diagnostics of its own, and of the others there is nothing to say.
    expect([client.sent('a.md'), client.sent('c.md'), client.sent('d.txt')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('takes back what it sent of a draft that is opened, and sends it again when that is closed', async () => {
    const client = await start({ 'a.md': BAD });
    await client.check();
    const uri = client.folder.uriOf('a.md');
    await client.open(uri, BAD);
    await eventually(() => {
      expect(client.sent('a.md')).toEqual([]);
    });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await eventually(() => {
      expect(client.sent('a.md')).toEqual(['no-such-passage']);
    });
  });

  test('keeps in step with drafts that change on disk or are deleted, and with the corpus', async () => {
    const client = await start({ 'a.md': BAD, 'sub/b.md': BAD, 'c.md': GOOD });
    await client.check();
    client.changeFile('a.md', GOOD);
    client.changeFile('c.md', BAD);
    client.changeFile('sub');
    await eventually(() => {
      expect([client.sent('a.md'), client.sent('sub/b.md'), client.sent('c.md')]).toEqual([
        [],
        [],
        ['no-such-passage'],
      ]);
    });
    client.changeFile('accord.statement.md', statementText('accord', ...Array.from({ length: 9 }, () => A)));
    await eventually(() => {
      expect(client.sent('c.md')).toEqual([]);
    });
  });

  test('takes back at the next check what it sent of drafts that are there no more', async () => {
    const client = await start({ 'a.md': BAD });
    await client.check();
    client.folder.remove('a.md');
    client.folder.write('b.md', BAD);
    expect(await client.check()).toMatchObject({ drafts: 1, findings: 1 });
    expect([client.sent('a.md'), client.sent('b.md')]).toEqual([[], ['no-such-passage']]);
  });

  test('with clients to which diagnostics are sent, an open draft has its own once', async () => {
    const client = await start({ 'a.md': BAD }, false);
    await client.check();
    const uri = client.folder.uriOf('a.md');
    await client.open(uri, GOOD);
    await eventually(() => {
      expect(client.sent('a.md')).toEqual([]);
    });
    await client.change(uri, BAD);
    await eventually(() => {
      expect(client.sent('a.md')).toEqual(['no-such-passage']);
    });
  });

  test('tells how far it has come, and what it is doing', async () => {
    const client = await start({ 'a.md': BAD, 'b.md': GOOD });
    const told: unknown[] = [];
    client.connection.onNotification('$/progress', ({ token, value }: { token: string; value: object }) => {
      if (token === 'mine') told.push(value);
    });
    await client.check({ workDoneToken: 'mine' });
    expect(told).toMatchObject([
      { kind: 'begin', title: 'Pincite: checking drafts', cancellable: true },
      { kind: 'report', message: '1 of 2 files', percentage: 0 },
      { kind: 'report', message: '2 of 2 files', percentage: 50 },
      { kind: 'end' },
    ]);
  });

  test('that is cancelled answers with what was checked until then', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${String(i + 10)}.md`, BAD]));
    const client = await start(files);
    const source = new CancellationTokenSource();
    client.connection.onNotification('$/progress', ({ value }: { value: { message?: string } }) => {
      if (value.message === '3 of 40 files') source.cancel();
    });
    const result: CheckWorkspaceResult = await client.connection.sendRequest(
      'pincite/checkWorkspace',
      { workDoneToken: 'mine' },
      source.token,
    );
    expect(result.drafts).toBe(40);
    expect(result.checked).toBeGreaterThanOrEqual(2);
    expect(result.checked).toBeLessThan(40);
    expect(client.sent('10.md')).toEqual(['no-such-passage']);
    expect(client.sent('49.md')).toBeUndefined();
  });
});
