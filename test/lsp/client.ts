import { Duplex } from 'node:stream';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type RegistrationParams,
  type UnregistrationParams,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { createIndexStore } from '../../server/src/node/index-store.ts';
import { pause } from '../../server/src/node/pause.ts';
import { startServer, type Host } from '../../server/src/lsp/server.ts';
import { diskFiles } from '../../server/src/node/files.ts';

export const repository = path.join(import.meta.dirname, '../..');
export const shippedCorpus = URI.file(path.join(repository, 'corpus')).toString();

export interface Options {
  readonly host?: Partial<Host>;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly params?: Partial<InitializeParams>;
  /** What the client answers to `workspace/configuration`; it is asked only if its capabilities say so. */
  readonly configuration?: () => unknown;
  /** Answers every registration with an error. */
  readonly refuseRegistration?: boolean;
}

export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Published diagnostics by URI: the latest. */
  readonly published: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly registrations: readonly RegistrationParams[];
  readonly unregistrations: readonly UnregistrationParams[];
  /** The texts of `window/logMessage`. */
  readonly log: readonly string[];
  /** How often the server said `pincite/corpusChanged` and asked for a refresh of pulled diagnostics. */
  readonly told: { changes: number; refreshes: number };
  open(uri: string, text: string, version?: number): Promise<void>;
  change(uri: string, text: string, version?: number): Promise<void>;
}

/** Two ends of one stream: what is written to the one is read from the other. */
function streamPair(): readonly [Duplex, Duplex] {
  const end = (other: () => Duplex): Duplex =>
    new Duplex({
      read: () => undefined,
      write: (chunk: Buffer, _encoding, done) => {
        other().push(chunk);
        done();
      },
    });
  const a: Duplex = end(() => b);
  const b: Duplex = end(() => a);
  return [a, b];
}

/** Starts the real server on an in-process stream and a client that has shaken hands with it. */
export async function startClient(options: Options = {}): Promise<Client> {
  const [serverEnd, clientEnd] = streamPair();
  const server = createConnection(new StreamMessageReader(serverEnd), new StreamMessageWriter(serverEnd));
  startServer(server, {
    files: diskFiles,
    pause,
    createIndexStore: (folder, warn) => createIndexStore(folder, 'test', warn),
    watchFolders: () => () => undefined,
    home: '/home/nobody',
    shippedCorpus,
    bundle: () => ({}),
    ...options.host,
  });
  server.listen();

  const connection = createProtocolConnection(
    new StreamMessageReader(clientEnd),
    new StreamMessageWriter(clientEnd),
  );
  const published = new Map<string, readonly Diagnostic[]>();
  const registrations: RegistrationParams[] = [];
  const unregistrations: UnregistrationParams[] = [];
  const log: string[] = [];
  const told = { changes: 0, refreshes: 0 };
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      published.set(uri, diagnostics);
    },
  );
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
  });
  connection.onNotification('pincite/corpusChanged', () => {
    told.changes++;
  });
  connection.onRequest('workspace/diagnostic/refresh', () => {
    told.refreshes++;
    return null;
  });
  connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
    if (options.refuseRegistration === true) throw new Error('refused');
    registrations.push(params);
    return null;
  });
  connection.onRequest('client/unregisterCapability', (params: UnregistrationParams) => {
    unregistrations.push(params);
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    items.map(() => options.configuration?.() ?? null),
  );
  connection.listen();
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
    ...options.params,
  });
  await connection.sendNotification('initialized', {});
  onTestFinished(async () => {
    // Not `exit`: that would end this very process.
    await connection.sendRequest('shutdown');
    connection.dispose();
    server.dispose();
  });
  return {
    ...{ connection, initialized, published, registrations, unregistrations, log, told },
    open: (uri, text, version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version, text },
      }),
    change: (uri, text, version = 2) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
  };
}

/** Asks again and again until the assertion holds; fails with its own message if it never does. */
export function eventually<T>(assertion: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(assertion, { timeout: 20_000, interval: 10 });
}

export interface StatusAnswer {
  readonly statements: number;
  readonly loading: boolean;
  readonly problems: readonly { readonly uri: string; readonly code: string; readonly message: string }[];
}

/** Waits until the corpus is read and holds so many statements. */
export async function loaded({ connection, log }: Client, statements: number): Promise<StatusAnswer> {
  return eventually(async () => {
    const status: StatusAnswer = await connection.sendRequest('pincite/status');
    const read = log.filter((line) => line.startsWith('corpus.loaded')).length;
    if (read === 0 || status.loading || status.statements !== statements) {
      throw new Error(`not there yet: ${JSON.stringify({ read, ...status })}`);
    }
    return status;
  });
}
