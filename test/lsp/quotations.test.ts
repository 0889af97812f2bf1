import { describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver-protocol';
import type { QuotationsResult } from '../../server/src/lsp/protocol.ts';
import { eventually, loaded, shippedCorpus, startClient, type Client } from './client.ts';

const NOTE = 'file:///notes/note.md';
const STABILITY = 'cn-ru-2025-global-strategic-stability';
const ALTERED = `“面临重大挑战，双方遵循两国元首重要共识”[@${STABILITY}，第1段]。`;
const MISPLACED = `“应摒弃冷战思维和零和博弈”[@${STABILITY}，第2段]。`;
const VERBATIM = `“核战争打不赢也打不得”[@${STABILITY}，第15段]。`;
const UNCITED = '他们说“双方谴责将商业航天系统用于干涉主权国家内政”。';
const INVENTED = `“双方一致认为月球应当共同开发”[@${STABILITY}，第3段]。`;
const TEXT = [ALTERED, MISPLACED, VERBATIM, UNCITED, INVENTED].join('\n\n');

const pulls: ClientCapabilities = { textDocument: { diagnostic: {} } };

async function start(
  initializationOptions: object = {},
  capabilities: ClientCapabilities = pulls,
): Promise<Client> {
  const client = await startClient({ capabilities, initializationOptions });
  await loaded(client, 5);
  await client.open(NOTE, TEXT);
  return client;
}

async function pulled({ connection }: Client): Promise<readonly Diagnostic[]> {
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: NOTE },
  });
  return report.kind === 'full' ? report.items : [];
}

/** `0:3 2 quote-altered`: line, first character, severity. */
function inShort(diagnostics: readonly Diagnostic[] = []): string[] {
  return diagnostics.map(
    ({ range: { start }, severity, code }) =>
      `${String(start.line)}:${String(start.character)} ${String(severity)} ${String(code)}`,
  );
}

const usual = [
  '0:3 2 quote-altered',
  '2:0 2 quote-misplaced',
  '6:3 4 quote-uncited',
  '8:0 2 quote-not-found',
];

describe('diagnostics of quotations', () => {
  test('are given to those who ask', async () => {
    const client = await start();
    const found = await pulled(client);
    expect(inShort(found)).toEqual(usual);
    expect(found[0]).toMatchObject({
      source: 'pincite',
      message: '“重大” stands in the source as “严峻”.',
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } },
    });
  });

  test('are sent to the others', async () => {
    const client = await start({}, {});
    await eventually(() => {
      expect(inShort(client.published.get(NOTE))).toEqual(usual);
    });
    await client.change(NOTE, TEXT.replace('重大', '严峻'));
    await eventually(() => {
      expect(inShort(client.published.get(NOTE))).toEqual(usual.slice(1));
    });
  });

  test('lead to the places in the statement', async () => {
    const [altered, misplaced] = await pulled(await start());
    const uri = `${shippedCorpus}/statements/${STABILITY}.statement.md`;
    expect(altered?.relatedInformation).toMatchObject([
      { location: { uri }, message: '第1段 of “中俄全球战略稳定联合声明”' },
    ]);
    expect(misplaced?.relatedInformation).toMatchObject([
      { location: { uri }, message: '第3段 of “中俄全球战略稳定联合声明”' },
    ]);
  });

  test.each([
    [true, 1],
    [false, undefined],
  ])('have related places for a client that shows them: %s', async (relatedInformation, places) => {
    const client = await start({}, { textDocument: { publishDiagnostics: { relatedInformation } } });
    await eventually(() => {
      expect(client.published.get(NOTE)).toHaveLength(usual.length);
    });
    expect(client.published.get(NOTE)?.[0]?.relatedInformation?.length).toBe(places);
  });

  test('are worth what the settings say', async () => {
    const diagnostics = { quoteAltered: 'information', quoteMisplaced: 'off', quoteUncited: 'warning' };
    expect(inShort(await pulled(await start({ diagnostics })))).toEqual([
      '0:3 3 quote-altered',
      '6:3 2 quote-uncited',
      '8:0 2 quote-not-found',
    ]);
  });

  test('follow a change of the settings', async () => {
    const client = await start();
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { pincite: { quotations: { least: 13 }, diagnostics: { quoteNotFound: 'hint' } } },
    });
    // 应摒弃冷战思维和零和博弈 has twelve characters; of words without a citation thirty-nine are too many.
    await eventually(async () => {
      expect(inShort(await pulled(client))).toEqual(['0:3 2 quote-altered', '8:0 4 quote-not-found']);
    });
  });

  test('are in the language of the client', async () => {
    const l10n = { '“{0}” stands in the source as “{1}”.': '“{0}”原文作“{1}”。' };
    const [altered] = await pulled(await start({ l10n }));
    expect(altered?.message).toBe('“重大”原文作“严峻”。');
  });
});

describe('what can be done about quotations', () => {
  test('mends them, and carries what it is about', async () => {
    const client = await start();
    const [altered, misplaced] = await pulled(client);
    const ask = (diagnostic: Diagnostic | undefined): Promise<CodeAction[]> =>
      client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: NOTE },
        range: diagnostic?.range,
        context: { diagnostics: diagnostic === undefined ? [] : [diagnostic], only: ['quickfix'] },
      });
    const restore = (await ask(altered)).find(({ title }) => title === 'Restore “严峻”');
    expect(restore).toEqual({
      title: 'Restore “严峻”',
      kind: 'quickfix',
      diagnostics: [altered],
      edit: { changes: { [NOTE]: [{ range: altered?.range, newText: '严峻' }] } },
    });
    const cite = (await ask(misplaced)).find(({ title }) => title === 'Cite 第3段 instead');
    expect(cite?.diagnostics).toEqual([misplaced]);
  });

  test('adds a citation in the form of the settings', async () => {
    const client = await start({ citation: { form: 'link' } });
    const uncited = (await pulled(client)).find(({ code }) => code === 'quote-uncited');
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...{ textDocument: { uri: NOTE }, range: uncited?.range, context: { diagnostics: [] } },
    });
    const cite = actions.find(({ title }) => title.startsWith('Cite 第11段'));
    expect(cite?.edit?.changes?.[NOTE]?.[0]?.newText).toContain(`(pincite:${STABILITY}#11)`);
  });
});

test('hovering a quotation shows its source beside it', async () => {
  const { connection } = await start();
  const hover = await connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri: NOTE },
    position: { line: 0, character: 8 },
  });
  expect(hover).toMatchObject({
    contents: { kind: 'markdown', value: expect.stringContaining('面临**严峻**挑战') as string },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 21 } },
  });
});

describe('pincite/quotations', () => {
  const ask = ({ connection }: Client, uri: string): Promise<QuotationsResult | null> =>
    connection.sendRequest('pincite/quotations', { uri });

  test('counts the quotations of a document by verdict', async () => {
    const client = await start();
    const { quotations = [], ...counts } = (await ask(client, NOTE)) ?? {};
    expect(counts).toEqual({
      ...{ total: 4, verbatim: 1, altered: 1, misplaced: 1, notFound: 1, uncited: 1, loading: false },
    });
    expect(quotations.map(({ verdict, range }) => [verdict, range.start.line])).toEqual([
      ['altered', 0],
      ['misplaced', 2],
      ['verbatim', 4],
      ['uncited', 6],
      ['not-found', 8],
    ]);
    expect(quotations[0]?.message).toBe('Differs in one place from 第1段 of “中俄全球战略稳定联合声明”.');
  });

  test('follows what is typed', async () => {
    const client = await start();
    await client.change(NOTE, TEXT.replace('重大', '严峻'));
    expect(await ask(client, NOTE)).toMatchObject({ verbatim: 2, altered: 0 });
  });

  test('has nothing to say of what is no draft', async () => {
    const client = await start();
    expect(await ask(client, 'file:///nowhere.md')).toBeNull();
    expect(await ask(client, `${shippedCorpus}/statements/${STABILITY}.statement.md`)).toBeNull();
  });
});
