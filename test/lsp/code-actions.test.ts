import { describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { loaded, startClient, type Client } from './client.ts';

const NOTE = 'file:///notes/note.md';
const LAW = 'cn-ru-2025-international-law';
const TEXT = `甲[@${LAW}, 第一部分第1段]。\n\n乙[@a；@b]，丙[@${LAW}, 第二部分第1段]。`;

async function start(initializationOptions: object = {}): Promise<Client> {
  const client = await startClient({
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions,
  });
  await loaded(client, 5);
  await client.open(NOTE, TEXT);
  return client;
}

async function diagnosticsOf({ connection }: Client): Promise<readonly Diagnostic[]> {
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: NOTE },
  });
  return report.kind === 'full' ? report.items : [];
}

function actionsAt(
  { connection }: Client,
  character: number,
  context: Partial<CodeActionContext> = {},
): Promise<CodeAction[]> {
  return connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: NOTE },
    range: { start: { line: 0, character }, end: { line: 0, character } },
    context: { diagnostics: [], ...context },
  });
}

const atPage = `甲[@${LAW}, `.length;
const isOf = (kind: string) => (action: CodeAction) => action.kind === kind;

describe('code actions in a draft', () => {
  test('fix what a warning is about, and carry it', async () => {
    const client = await start();
    const diagnostics = (await diagnosticsOf(client)).filter(({ code }) => code === 'page-trap');
    expect(diagnostics).toHaveLength(2);
    const actions = await actionsAt(client, atPage, { diagnostics: [...diagnostics] });
    const [fix, everywhere] = actions.filter(isOf('quickfix'));
    expect(fix).toEqual({
      title: `Write “[@${LAW}，第一部分第1段]”`,
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [diagnostics[0]],
      edit: {
        changes: {
          [NOTE]: [
            {
              range: {
                start: { line: 0, character: atPage - 2 },
                end: { line: 0, character: atPage },
              },
              newText: '，',
            },
          ],
        },
      },
    });
    expect(everywhere?.diagnostics).toEqual(diagnostics);
    expect(everywhere?.edit?.changes?.[NOTE]).toHaveLength(2);
  });

  test('for the whole document come to those who ask for them', async () => {
    const client = await start();
    const kinds = (await actionsAt(client, 0)).map(({ kind }) => kind);
    expect(kinds).not.toContain('source.fixAll.pincite');
    for (const only of ['source.fixAll.pincite', 'source.fixAll', 'source']) {
      const [fix, ...others] = await actionsAt(client, 0, { only: [only] });
      expect(others).toEqual([]);
      expect(fix?.kind).toBe('source.fixAll.pincite');
      // Two places in the second paragraph are one change of its line.
      expect(fix?.edit?.changes?.[NOTE]?.map(({ range }) => range.start.line)).toEqual([0, 2]);
    }
  });

  test('come only in the kinds that are asked for', async () => {
    const client = await start();
    const actions = await actionsAt(client, atPage, { only: ['quickfix'] });
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.every(isOf('quickfix'))).toBe(true);
    expect((await actionsAt(client, atPage, { only: ['refactor'] })).some(isOf('quickfix'))).toBe(false);
  });

  test('ignore a finding, with a reason to be filled in', async () => {
    const client = await start();
    const diagnostics = (await diagnosticsOf(client)).filter(({ code }) => code === 'page-trap').slice(0, 1);
    const [ignore] = (await actionsAt(client, atPage, { diagnostics })).filter(({ title }) =>
      title.startsWith('Ignore'),
    );
    expect(ignore).toMatchObject({
      diagnostics,
      edit: {
        changes: {
          [NOTE]: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: '<!-- pincite-ignore page-trap:  -->\n\n',
            },
          ],
        },
      },
    });
    await client.open(NOTE, `<!-- pincite-ignore page-trap: 期刊如此 -->\n\n${TEXT}`);
    const left = (await diagnosticsOf(client)).filter(({ code }) => code === 'page-trap');
    expect(left.map(({ range }) => range.start.line)).toEqual([4]);
  });

  test('are told of beforehand', async () => {
    const { initialized } = await start();
    expect(initialized.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.pincite'],
    });
  });
});

test('the setting turns warnings and fixes off', async () => {
  const client = await start({ diagnostics: { downstream: 'off' } });
  expect((await diagnosticsOf(client)).map(({ code }) => code)).not.toContain('page-trap');
  expect((await actionsAt(client, atPage)).filter(isOf('quickfix'))).toEqual([]);
});
