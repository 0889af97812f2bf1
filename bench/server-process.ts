import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  /** Resident memory in MB. */
  memory(): number;
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

export const noteUri = 'file:///bench/note.md';
export const note = '见文[@cn-ru-2025-global-strategic-stability，第15段]。\n';

/** Starts the shipped server on the shipped corpus, and what else the options name, and opens a note in it. */
export async function startServerProcess(initializationOptions: object = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [`${root}dist/server.js`, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const exited = new Promise<void>((resolve) => child.once('exit', resolve));
  await connection.sendRequest('initialize', {
    ...{ processId: process.pid, rootUri: null, capabilities: {} },
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: noteUri, languageId: 'markdown', version: 1, text: note },
  });
  return {
    connection,
    memory: () => residentMegabytes(child.pid ?? 0),
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
    },
  };
}

/** Asks for the hover of the note's citation until it shows the passage; rejects if it does not within ten seconds. */
export async function hoverUntilAnswered({ connection }: ServerProcess): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline) {
    const hover: unknown = await connection.sendRequest('textDocument/hover', {
      textDocument: { uri: noteUri },
      position: { line: 0, character: 10 },
    });
    if (JSON.stringify(hover).includes('核战争打不赢也打不得')) return;
  }
  throw new Error('The hover never showed the cited passage.');
}

export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
