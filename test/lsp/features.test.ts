import { describe, expect, test } from 'vitest';
import type { Diagnostic, Hover, Location, LocationLink } from 'vscode-languageserver-protocol';
import { eventually, loaded, shippedCorpus, startClient, type Client, type Options } from './client.ts';
import { statementText, temporaryFolder } from './folders.ts';
import { lineOf } from '../service/shipped-lines.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';
/** The line of 4.1 in the file. */
const LAW_4 = lineOf(LAW, 8);
const NOTE = 'file:///notes/a.md';
const lawUri = `${shippedCorpus}/statements/${LAW}.statement.md`;
const stabilityUri = `${shippedCorpus}/statements/${STABILITY}.statement.md`;

async function start(options: Options = {}): Promise<Client> {
  const client = await startClient(options);
  await loaded(client, 5);
  return client;
}

function at(uri: string, line: number, character: number): unknown {
  return { textDocument: { uri }, position: { line, character } };
}

describe('the handshake', () => {
  test('names what the server can do', async () => {
    const { initialized } = await start();
    expect(initialized).toEqual({
      serverInfo: { name: 'pincite' },
      capabilities: {
        textDocumentSync: 2,
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        codeLensProvider: { resolveProvider: true },
        renameProvider: true,
        documentLinkProvider: {},
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        workspaceSymbolProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.pincite'] },
        executeCommandProvider: { commands: ['pincite.acceptPassage'] },
        completionProvider: { triggerCharacters: ['@', ',', '，', ' '] },
        diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    });
  });
});

describe('features', () => {
  test('hover counts UTF-16 units', async () => {
    const client = await start();
    await client.open(NOTE, `第一行\r\n𠮷😀[@${STABILITY}，第11段]😀`);
    const end = 4 + STABILITY.length + 2 + 5 + 1;
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(NOTE, 1, end));
    expect(hover).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringContaining('> 双方谴责将商业航天系统') as string },
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: end } },
    });
    expect(await client.connection.sendRequest('textDocument/hover', at(NOTE, 1, 3))).toBeNull();
    expect(await client.connection.sendRequest('textDocument/hover', at(NOTE, 1, end + 1))).toBeNull();
  });

  test('hover follows incremental edits', async () => {
    const client = await start();
    await client.open(NOTE, `[@${STABILITY}，第1段]`);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: NOTE, version: 2 },
      contentChanges: [
        {
          range: {
            start: { line: 0, character: 4 + STABILITY.length },
            end: { line: 0, character: 5 + STABILITY.length },
          },
          text: '11',
        },
      ],
    });
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at(NOTE, 0, 3));
    expect(hover.contents).toMatchObject({ value: expect.stringContaining('**第11段**') as string });
  });

  test('definition gives links to clients that know them, places to others', async () => {
    const text = `[@${LAW}，第四部分第1段]`;
    const knows = await start({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
    await knows.open(NOTE, text);
    expect(
      await knows.connection.sendRequest<LocationLink[]>('textDocument/definition', at(NOTE, 0, 3)),
    ).toEqual([
      {
        originSelectionRange: { start: { line: 0, character: 0 }, end: { line: 0, character: text.length } },
        targetUri: lawUri,
        targetRange: { start: { line: LAW_4 - 1, character: 2 }, end: { line: LAW_4 - 1, character: 80 } },
        targetSelectionRange: {
          start: { line: LAW_4 - 1, character: 2 },
          end: { line: LAW_4 - 1, character: 2 },
        },
      },
    ]);
    const other = await start();
    await other.open(NOTE, text);
    expect(await other.connection.sendRequest<Location[]>('textDocument/definition', at(NOTE, 0, 3))).toEqual(
      [
        {
          uri: lawUri,
          range: { start: { line: LAW_4 - 1, character: 2 }, end: { line: LAW_4 - 1, character: 2 } },
        },
      ],
    );
  });

  test('document links, symbols and folds', async () => {
    const client = await start();
    await client.open(NOTE, `见[@${STABILITY}，第11段]。`);
    expect(
      await client.connection.sendRequest('textDocument/documentLink', { textDocument: { uri: NOTE } }),
    ).toEqual([
      {
        range: { start: { line: 0, character: 1 }, end: { line: 0, character: 9 + STABILITY.length } },
        target: `${stabilityUri}#L${String(lineOf(STABILITY, 22))}`,
        tooltip: 'Open 中俄全球战略稳定联合声明 · 第11段',
      },
    ]);
    const [symbol, ...others] = await client.connection.sendRequest<
      { name: string; kind: number; children: unknown[] }[]
    >('textDocument/documentSymbol', { textDocument: { uri: lawUri } });
    expect(others).toEqual([]);
    expect([symbol?.name, symbol?.kind, symbol?.children.length]).toEqual([
      '中俄维护国际法权威联合声明',
      1,
      10,
    ]);
    expect(
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: NOTE } }),
    ).toBeNull();
    expect(
      await client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: lawUri } }),
    ).toEqual([{ startLine: 0, endLine: lineOf(LAW, 0) - 1 }]);
  });

  test('workspace symbols', async () => {
    const client = await start();
    const symbols = await client.connection.sendRequest<
      { name: string; containerName: string; location: Location }[]
    >('workspace/symbol', { query: '主权平等原则对国际关系' });
    expect(symbols).toHaveLength(1);
    expect(symbols[0]).toMatchObject({
      name: expect.stringContaining('主权平等原则对国际关系') as string,
      containerName: '中俄维护国际法权威联合声明 · 第四部分第1段',
      location: { uri: lawUri, range: { start: { line: LAW_4 - 1, character: 2 } } },
    });
  });

  test('completion replaces the comma that Pandoc mishandles', async () => {
    const client = await start();
    await client.open(NOTE, `[@${LAW}, ]`);
    const list = await client.connection.sendRequest<{
      isIncomplete: boolean;
      items: { label: string; textEdit: unknown; additionalTextEdits?: unknown }[];
    }>('textDocument/completion', at(NOTE, 0, 4 + LAW.length));
    // The server filters, so that it must be asked again after each character.
    expect(list.isIncomplete).toBe(true);
    const item = list.items.find(({ label }) => label === '第四部分第1段');
    const [comma, end] = [2 + LAW.length, 4 + LAW.length].map((character) => ({ line: 0, character }));
    expect(item).toMatchObject({
      textEdit: { range: { start: end, end }, newText: '第四部分第1段' },
      additionalTextEdits: [{ range: { start: comma, end }, newText: '，' }],
    });
  });
});

describe('completion by the words of a passage', () => {
  test('replaces what was typed by a citation', async () => {
    const client = await start();
    await client.open(NOTE, '𠮷见@zhuquanpingdengyuanze。\n“主权平等原则对国际关系”。');
    const complete = (line: number, character: number): Promise<{ items: { textEdit: unknown }[] }> =>
      client.connection.sendRequest('textDocument/completion', at(NOTE, line, character));
    const [start1, end1] = [3, 25].map((character) => ({ line: 0, character }));
    expect((await complete(0, 25)).items.slice(0, 2)).toMatchObject([
      {},
      {
        label: expect.stringContaining('主权平等原则对国际关系') as string,
        labelDetails: { description: '第四部分第1段 · 中俄维护国际法权威联合声明' },
        documentation: { kind: 'markdown', value: expect.stringContaining('> ') as string },
        filterText: '@zhuquanpingdengyuanze',
        textEdit: { range: { start: start1, end: end1 }, newText: `[@${LAW}，第四部分第1段]` },
      },
    ]);
    const quoted = (await complete(1, 12)).items;
    expect(quoted.map(({ textEdit }) => textEdit)).toEqual([
      {
        range: { start: { line: 1, character: 1 }, end: { line: 1, character: 13 } },
        newText: `主权平等原则对国际关系”[@${LAW}，第四部分第1段]`,
      },
    ]);
  });
});

describe('diagnostics', () => {
  const bad = `[@${LAW}，第四部分第3段]`;
  const codes = (diagnostics: readonly Diagnostic[] | undefined): unknown[] | undefined =>
    diagnostics?.map(({ code, source, severity }) => [code, source, severity]);
  const noSuchPassage = [['no-such-passage', 'pincite', 2]];

  test('are pushed to clients that do not pull', async () => {
    const client = await start();
    await client.open(NOTE, bad);
    await eventually(() => {
      expect(codes(client.published.get(NOTE))).toEqual(noSuchPassage);
    });
    await client.change(NOTE, `[@${LAW}，第四部分第1段]`);
    await eventually(() => {
      expect(codes(client.published.get(NOTE))).toEqual([]);
    });
    await client.change(NOTE, bad, 3);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: NOTE } });
    await eventually(() => {
      expect(client.published.get(NOTE)).toEqual([]);
    });
    expect(client.told.refreshes).toBe(0);
  });

  test('are pulled by clients that do, and never pushed to them', async () => {
    const client = await start({
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    await client.open(NOTE, bad);
    const report = await client.connection.sendRequest<{ kind: string; items: Diagnostic[] }>(
      'textDocument/diagnostic',
      {
        textDocument: { uri: NOTE },
      },
    );
    expect(report.kind).toBe('full');
    expect(codes(report.items)).toEqual(noSuchPassage);
    expect(report.items[0]?.message).toBe(
      '“第四部分第3段” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
    );
    // A change of the corpus asks the client to pull again; after some of them a push would have come.
    for (let i = 0; i < 5; i++) {
      const before = client.told.refreshes;
      await client.connection.sendRequest('pincite/reload');
      await eventually(() => {
        expect(client.told.refreshes).toBeGreaterThan(before);
      });
    }
    expect([...client.published.keys()]).toEqual([]);
  });

  test('of open notes are pushed again when the corpus changes', async () => {
    const folder = temporaryFolder();
    const client = await start({ params: { workspaceFolders: [{ uri: folder.uri, name: 'w' }] } });
    await client.open(NOTE, '[@brand-new]');
    await eventually(() => {
      expect(codes(client.published.get(NOTE))).toEqual([['unknown-key', 'pincite', 3]]);
    });
    const uri = folder.write('new.statement.md', statementText('brand-new', '甲。'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 1 }],
    });
    await eventually(() => {
      expect(codes(client.published.get(NOTE))).toEqual([]);
    });
  });

  test('of a statement file are its own problems', async () => {
    const client = await start();
    const uri = 'file:///notes/mine.statement.md';
    await client.open(uri, '---\nid: mine\ntitle: 题\n---\n\n一、甲。\n\n一、乙。\n');
    await eventually(() => {
      expect(codes(client.published.get(uri))).toEqual([['section-duplicate', 'pincite', 1]]);
    });
  });

  test('of unknown keys are as the setting says, at once when it changes', async () => {
    const client = await start();
    await client.open(NOTE, '[@smith2020]');
    const expectSeverity = (severity: number | undefined) =>
      eventually(() => {
        expect(client.published.get(NOTE)?.map((each) => each.severity)).toEqual(
          severity === undefined ? [] : [severity],
        );
      });
    await expectSeverity(3);
    const push = (unknownKey: string) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { pincite: { diagnostics: { unknownKey } } },
      });
    await push('off');
    await expectSeverity(undefined);
    await push('warning');
    await expectSeverity(2);
    await push('nonsense');
    await expectSeverity(3);
  });
});

describe('requests of Pincite', () => {
  test('search', async () => {
    const client = await start();
    const found = await client.connection.sendRequest<
      Record<string, unknown> & { passages: Record<string, unknown>[] }
    >('pincite/search', { query: '作战疆域', limit: 1 });
    expect(Object.keys(found).sort()).toEqual(['elapsedMs', 'passages', 'total']);
    expect(found['total']).toBe(2);
    expect(found['elapsedMs']).toBeTypeOf('number');
    expect(found.passages).toHaveLength(1);
    // The contract's fields; those of a client's list may stand beside them.
    expect(Object.keys(found.passages[0] ?? {})).toEqual(
      expect.arrayContaining(['key', 'address', 'locator', 'text', 'score', 'matches', 'uri', 'range']),
    );
    expect(await client.connection.sendRequest('pincite/search', { query: '' })).toMatchObject({
      passages: [],
      total: 0,
    });
  });

  test('tree, with and without parameters', async () => {
    const client = await start();
    const answers = [
      await client.connection.sendRequest<unknown[]>('pincite/tree'),
      await client.connection.sendRequest<unknown[]>('pincite/tree', null),
      await client.connection.sendRequest<unknown[]>('pincite/tree', {}),
    ];
    for (const roots of answers) {
      expect(roots).toHaveLength(5);
    }
    expect(await client.connection.sendRequest('pincite/tree', { key: LAW, address: '4' })).toMatchObject([
      { kind: 'paragraph', key: LAW, address: '4.1', uri: lawUri, hasChildren: false },
    ]);
  });

  test('sections, passageAt, cite', async () => {
    const client = await start();
    expect(
      await client.connection.sendRequest('pincite/sections', { query: '第四部分 国际法' }),
    ).toMatchObject([{ key: LAW, address: '4' }]);
    const range = { start: { line: LAW_4 - 1, character: 9 }, end: { line: LAW_4 - 1, character: 9 } };
    expect(await client.connection.sendRequest('pincite/passageAt', { uri: lawUri, range })).toMatchObject({
      key: LAW,
      address: '4.1',
      path: [{ address: '' }, { address: '4' }, { address: '4.1' }],
    });
    // Clients encode what they like: VS Code writes %3A, others do not.
    expect(
      await client.connection.sendRequest('pincite/passageAt', {
        uri: lawUri.replace('cn-ru', 'cn%2Dru'),
        range,
      }),
    ).toMatchObject({ address: '4.1' });
    expect(await client.connection.sendRequest('pincite/passageAt', { uri: NOTE, range })).toBeNull();
    expect(await client.connection.sendRequest('pincite/cite', { key: LAW, address: '4.1' })).toEqual({
      text: `[@${LAW}，第四部分第1段]`,
    });
    expect(await client.connection.sendRequest('pincite/cite', { key: LAW, address: '4.3' })).toBeNull();
  });

  test('status and reload take no parameters, or empty ones', async () => {
    const client = await start();
    const expected = { statements: 5, paragraphs: 270, loading: false, problems: [] };
    expect(await client.connection.sendRequest('pincite/status')).toEqual(expected);
    expect(await client.connection.sendRequest('pincite/status', {})).toEqual(expected);
    expect(await client.connection.sendRequest('pincite/reload')).toEqual(expected);
    expect(await client.connection.sendRequest('pincite/reload', null)).toEqual(expected);
  });
});

describe('what does not stop the server', () => {
  test.each([
    ['textDocument/hover', {}],
    [
      'textDocument/hover',
      { textDocument: { uri: 'file:///never/opened.md' }, position: { line: 0, character: 0 } },
    ],
    ['textDocument/hover', { textDocument: { uri: 3 }, position: 'x' }],
    ['textDocument/definition', { textDocument: null }],
    ['textDocument/completion', { position: {} }],
    ['textDocument/documentSymbol', { textDocument: { uri: '::' } }],
    ['textDocument/foldingRange', {}],
    ['textDocument/documentLink', {}],
    ['textDocument/diagnostic', {}],
    ['workspace/symbol', {}],
    ['pincite/search', {}],
    ['pincite/search', { query: 7, limit: 'x' }],
    ['pincite/search', { query: '双方', limit: -5 }],
    ['pincite/sections', null],
    ['pincite/tree', { key: 3, address: {} }],
    ['pincite/passageAt', {}],
    ['pincite/cite', { key: null }],
    ['pincite/unknownRequest', {}],
    ['no/such/method', {}],
  ])('%s with %j', async (method, params) => {
    const client = await start();
    await client.connection.sendRequest(method, params).catch(() => undefined);
    expect(await client.connection.sendRequest('pincite/status')).toMatchObject({ statements: 5 });
  });

  test('notifications that make no sense', async () => {
    const client = await start();
    const { connection } = client;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: '::', languageId: 'x', version: 1, text: 'x' },
    });
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///never/opened.md', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: 'file:///never/opened.md' },
    });
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: '::', type: 9 }],
    });
    await connection.sendNotification('workspace/didChangeConfiguration', {});
    await connection.sendNotification('no/such/notification', {});
    expect(await connection.sendRequest('pincite/status')).toMatchObject({ statements: 5 });
  });

  test('positions beyond the text', async () => {
    const client = await start();
    await client.open(NOTE, `[@${LAW}，第四部分]`);
    for (const [line, character] of [
      [99, 0],
      [0, 9999],
      [-1, -1],
      [0, 1.5],
    ] as const) {
      await client.connection.sendRequest('textDocument/hover', at(NOTE, line, character));
      await client.connection.sendRequest('textDocument/completion', at(NOTE, line, character));
    }
    expect(await client.connection.sendRequest('pincite/status')).toMatchObject({ statements: 5 });
  });

  test('a failure is logged with the name of the request', async () => {
    const client = await start();
    await client.connection.sendRequest('pincite/search', {});
    await eventually(() => {
      expect(
        client.log.some((line) => line.startsWith('request.failed') && line.includes('"name":"search"')),
      ).toBe(true);
    });
  });
});

describe('cancellation', () => {
  test('answers a cancelled request with nothing, and goes on', async () => {
    const { connection } = await start();
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest('pincite/search', { query: '双方' }, source.token);
    source.cancel();
    expect(await answer).toEqual({ passages: [], total: 0, elapsedMs: 0 });
    expect(await connection.sendRequest('pincite/search', { query: '双方', limit: 1 })).toMatchObject({
      passages: [{}],
    });
  });
});
