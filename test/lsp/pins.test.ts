import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import type { PinResult } from '../../server/src/lsp/protocol.ts';
import { writeDisk } from '../../server/src/node/write.ts';
import { eventually, loaded, startClient } from './client.ts';
import { statementText, temporaryFolder } from './folders.ts';

const A = '双方反对个别国家谋求绝对军事优势。';
const B = '双方支持加强国际军控体系，并为此保持密切沟通。';
const NEW = '双方支持完善国际军控体系，并为此保持密切沟通。';
const NOTE = '见[@accord，第2段]。';

async function start() {
  const folder = temporaryFolder({ 'accord.statement.md': statementText('accord', A, B), 'note.md': NOTE });
  const watched = new Set<(uri: string) => void>();
  const client = await startClient({
    host: {
      writeFile: writeDisk,
      shippedCorpus: undefined,
      watchFolders: (_folders, changed) => {
        watched.add(changed);
        return () => watched.delete(changed);
      },
    },
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    params: { workspaceFolders: [{ uri: folder.uri, name: 'w' }] },
  });
  await loaded(client, 1);
  const uri = folder.uriOf('note.md');
  const shown: string[] = [];
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message);
  });
  return {
    ...{ client, folder, uri, shown },
    pins: path.join(folder.path, 'note.md.pins.json'),
    pin: (): Promise<PinResult | null> => client.connection.sendRequest('pincite/pin', { uri }),
    change: (name: string, text: string) => {
      const changed = folder.write(name, text);
      for (const tell of watched) tell(changed);
    },
    drift: (): readonly Diagnostic[] =>
      (client.published.get(uri) ?? []).filter(({ code }) => String(code).startsWith('passage-')),
  };
}

test('a draft is pinned, a change is told, and the new text is accepted by a quick fix', async () => {
  const { client, folder, uri, pins, pin, change, drift } = await start();
  const { connection } = client;
  await client.open(uri, NOTE);
  expect(await pin()).toEqual({ uri: `${uri}.pins.json`, pins: 1, changed: 1 });
  expect(readFileSync(pins, 'utf8')).toContain(B);
  change('accord.statement.md', statementText('accord', A, NEW));
  await eventually(() => {
    expect(drift()).toMatchObject([{ code: 'passage-changed', severity: 2, source: 'pincite' }]);
  });
  expect(drift()[0]?.message).toContain('“加强” now reads “完善”');
  expect(drift()[0]?.relatedInformation?.map(({ location }) => location.uri)).toEqual([
    folder.uriOf('accord.statement.md'),
    `${uri}.pins.json`,
  ]);

  const hover: Hover | null = await connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 5 },
  });
  expect(JSON.stringify(hover?.contents)).toContain(`It said then:\\n\\n> ${B}`);

  const [diagnostic] = drift();
  const actions: CodeAction[] = await connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic?.range,
    context: { diagnostics: [diagnostic], only: ['quickfix'] },
  });
  const accept = actions.find(({ title }) => title === 'Accept the new text (update the pin)');
  // Before the ways to let it be.
  expect(actions[0]).toBe(accept);
  expect(accept?.diagnostics).toEqual([diagnostic]);
  expect(client.initialized.capabilities.executeCommandProvider?.commands).toContain(
    accept?.command?.command,
  );
  await connection.sendRequest('workspace/executeCommand', {
    command: accept?.command?.command,
    arguments: accept?.command?.arguments,
  });
  expect(readFileSync(pins, 'utf8')).toContain(NEW);
  await eventually(() => {
    expect(drift()).toEqual([]);
  });
});

test('pins that others write are seen at once', async () => {
  const { client, uri, pin, pins, change, drift } = await start();
  await client.open(uri, NOTE);
  await pin();
  const before = readFileSync(pins, 'utf8');
  change('accord.statement.md', statementText('accord', A, NEW));
  await eventually(() => {
    expect(drift()).toHaveLength(1);
  });
  await pin();
  await eventually(() => {
    expect(drift()).toHaveLength(0);
  });
  change('note.md.pins.json', before);
  await eventually(() => {
    expect(drift()).toHaveLength(1);
  });
});

test('a damaged file is told of once, and what would write over it is refused in words', async () => {
  const { client, uri, pins, pin, change, shown } = await start();
  await client.open(uri, NOTE);
  await pin();
  change('note.md.pins.json', '<<<<<<< ours\n');
  await eventually(() => {
    expect(client.published.get(uri)).toMatchObject([{ code: 'pin-file-damaged' }]);
  });
  expect(await pin()).toEqual({ refused: expect.stringContaining('not valid JSON: see line 1') as string });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 20 } };
  await client.connection.sendRequest('workspace/executeCommand', {
    command: 'pincite.acceptPassage',
    arguments: [uri, range],
  });
  await eventually(() => {
    expect(shown).toEqual([expect.stringContaining('not valid JSON')]);
  });
  expect(readFileSync(pins, 'utf8')).toBe('<<<<<<< ours\n');
});

test('commands with arguments of another client, and what is no draft, do nothing', async () => {
  const { client, folder, pins } = await start();
  const execute = (given: unknown[]) =>
    client.connection.sendRequest('workspace/executeCommand', {
      command: 'pincite.acceptPassage',
      arguments: given,
    });
  expect(await execute([])).toBeNull();
  expect(await execute([folder.uriOf('note.md'), 3])).toBeNull();
  const statement = folder.uriOf('accord.statement.md');
  await client.open(statement, statementText('accord', A, B));
  expect(await client.connection.sendRequest('pincite/pin', { uri: statement })).toBeNull();
  expect(existsSync(pins)).toBe(false);
});
