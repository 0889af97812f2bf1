import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diskFiles } from '../../server/src/node/files.ts';
import type { Files } from '../../server/src/service/files.ts';
import type { SearchResult } from '../../server/src/lsp/protocol.ts';
import { eventually, loaded, startClient, type StatusAnswer } from './client.ts';

interface Progress {
  readonly token: string;
  readonly value: { readonly kind: string; readonly title?: string; readonly message?: string };
}

/** A disk that gives one file, and the others only once it is opened. */
function slowDisk(): { readonly files: Files; readonly open: () => void } {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let read = 0;
  return {
    files: {
      ...diskFiles,
      read: async (uri) => {
        if (read++ > 0) await gate;
        return diskFiles.read(uri);
      },
    },
    open,
  };
}

/** A folder with twelve statements, gone after the test. */
function twelveStatements(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pincite-twelve-'));
  for (let i = 1; i <= 12; i++) {
    const text = `---\nid: key-${String(i)}\ntitle: 题\n---\n\n双方。\n`;
    writeFileSync(path.join(folder, `${String(i)}.statement.md`), text);
  }
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('reading that takes long shows its progress, and can be cancelled', async () => {
  const { files, open } = slowDisk();
  const client = await startClient({
    host: { files, shippedCorpus: undefined },
    capabilities: { window: { workDoneProgress: true } },
    initializationOptions: { corpusPaths: [twelveStatements()] },
  });
  const { connection } = client;
  const created: string[] = [];
  const progress: Progress[] = [];
  connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
    created.push(token);
    return null;
  });
  connection.onNotification('$/progress', (told: Progress) => {
    progress.push(told);
  });
  await eventually(() => {
    expect(progress.map(({ value }) => [value.kind, value.title ?? value.message])).toEqual(
      expect.arrayContaining([
        ['begin', 'Pincite: reading statements'],
        ['report', '1 of 12 files'],
      ]),
    );
  });
  expect(progress.every(({ token }) => created.includes(token))).toBe(true);
  // What has been read is served meanwhile.
  const { total }: SearchResult = await connection.sendRequest('pincite/search', { query: '双方' });
  expect(total).toBeGreaterThan(0);
  await connection.sendNotification('window/workDoneProgress/cancel', { token: created[0] });
  await connection.sendRequest('pincite/status');
  open();
  await eventually(() => {
    expect(progress.at(-1)?.value.kind).toBe('end');
  });
  const status: StatusAnswer = await connection.sendRequest('pincite/status');
  expect(status).toMatchObject({ loading: false, problems: [{ code: 'reading-stopped' }] });
  expect(status.statements).toBeLessThan(12);
  await connection.sendRequest('pincite/reload');
  expect(await loaded(client, 12)).toMatchObject({ problems: [] });
});

test('clients that show no progress are not asked to', async () => {
  const { files, open } = slowDisk();
  const { connection, log } = await startClient({ host: { files } });
  const asked: string[] = [];
  connection.onRequest('window/workDoneProgress/create', () => asked.push('create'));
  await new Promise((resolve) => setTimeout(resolve, 1300));
  open();
  await eventually(() => {
    expect(log.some((line) => line.startsWith('corpus.loaded'))).toBe(true);
  });
  expect(asked).toEqual([]);
});

test('the index is kept in the folder that the client names', async () => {
  const storagePath = mkdtempSync(path.join(tmpdir(), 'pincite-storage-'));
  onTestFinished(() => {
    rmSync(storagePath, { recursive: true });
  });
  const client = await startClient({ initializationOptions: { storagePath } });
  await loaded(client, 5);
  await eventually(() => {
    expect(readdirSync(storagePath).sort()).toEqual([
      'index.json',
      expect.stringMatching(/^segment-.*\.bin$/),
    ]);
  });
});
