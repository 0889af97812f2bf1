import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { SearchResult, Status } from '../server/src/lsp/protocol.ts';
import {
  createCorpus,
  PARAGRAPHS_A_STATEMENT,
  type Corpus,
  type GeneratedStatement,
} from './search/generate.ts';
import { writeFolder } from './search/write-folder.ts';
import { noteUri, startServerProcess, type ServerProcess } from './server-process.ts';
import { figure, quantile } from './statistics.ts';
import { table } from './table.ts';

/** A start of the server over a generated corpus. Times are in milliseconds from the start of the process. */
interface Start {
  /** A search found a passage, whichever. */
  readonly firstFound: number;
  /** A search found a passage of the statement that is read last. */
  readonly lastFound: number;
  /** The server said that it has read everything. */
  readonly allRead: number;
  /** The hovers that were asked until then: how long the longest took. */
  readonly longestHover: number;
  /** When that one was asked. */
  readonly longestAt: number;
  readonly hoverP95: number;
  readonly megabytes: number;
}

export interface ServerResult {
  readonly paragraphs: number;
  readonly cold: Start;
  readonly warm: Start;
  /** What the server keeps between the two, in bytes; 0 if nothing. */
  readonly stored: number;
  /** From sending the change of a statement to the answer of a search that sees it. */
  readonly changes: readonly number[];
}

const CHANGES = 20;
/** So long everything may take to be read; what is missing then is shown as a dash. */
const PATIENCE = 600_000;
/** So long after that, or after a change, a passage may take to be found. */
const GRACE = 10_000;

/** The shipped server on generated statements: its starts, what it keeps of itself, and how soon a change is found. */
export async function benchServer(sizes: readonly number[], seed: number): Promise<readonly ServerResult[]> {
  const results: ServerResult[] = [];
  for (const size of sizes) {
    const result = await measure(size, createCorpus(seed));
    results.push(result);
    console.log(`\nThe server on ${size.toLocaleString('en')} paragraphs, milliseconds\n`);
    console.log(
      table([
        ['', 'cold', 'warm'],
        row('first passage found', result, ({ firstFound }) => firstFound),
        row('passage of the last statement found', result, ({ lastFound }) => lastFound),
        row('everything read', result, ({ allRead }) => allRead),
        row('longest hover until then', result, ({ longestHover }) => longestHover),
        row('asked at', result, ({ longestAt }) => longestAt),
        row('p95 of these hovers', result, ({ hoverP95 }) => hoverP95),
        row('resident memory, MB', result, ({ megabytes }) => megabytes),
      ]),
    );
    const [p50, p95] = [quantile(result.changes, 0.5), quantile(result.changes, 0.95)];
    console.log(
      `\nfrom a change of a statement to a search that sees it: p50 ${figure(p50)}, p95 ${figure(p95)}`,
    );
    console.log(`stored between the starts: ${figure(result.stored / 1024 / 1024)} MB`);
  }
  return results;
}

function row(name: string, { cold, warm }: ServerResult, value: (start: Start) => number): string[] {
  return [name, figure(value(cold)), figure(value(warm))];
}

async function measure(paragraphs: number, corpus: Corpus): Promise<ServerResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pincite-bench-'));
  const storagePath = path.join(folder, 'storage');
  const corpusPath = path.join(folder, 'corpus');
  const last = corpus.statement(Math.ceil(paragraphs / PARAGRAPHS_A_STATEMENT) - 1);
  mkdirSync(storagePath);
  try {
    writeFolder(corpusPath, corpus, paragraphs);
    const options = { corpusPaths: [corpusPath], storagePath };
    const cold = await start(options, last);
    await atRest(storagePath);
    await cold.server.stop();
    const stored = sizeOf(storagePath);
    const warm = await start(options, last);
    const changes = await changesOf(warm.server, corpusPath, last);
    await warm.server.stop();
    return { paragraphs, cold: cold.start, warm: warm.start, stored, changes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(
  options: object,
  last: GeneratedStatement,
): Promise<{ readonly server: ServerProcess; readonly start: Start }> {
  const began = performance.now();
  const server = await startServerProcess(options);
  const { connection } = server;
  const hovers: Promise<Hover>[] = [];
  const hovering = setInterval(() => {
    hovers.push(hoverOnce(server, began));
  }, 20);
  let deadline = began + PATIENCE;
  const until = async (pause: number, isSo: () => Promise<boolean>): Promise<number> => {
    while (performance.now() < deadline) {
      if (await isSo()) return performance.now() - began;
      await setTimeout(pause);
    }
    return Number.NaN;
  };
  const words = last.entry.units.at(-1)?.text.slice(20, 60) ?? '';
  const [firstFound, lastFound, allRead] = await Promise.all([
    until(5, async () => (await search(server, '双方')).length > 0),
    until(50, async () => (await search(server, words)).some(({ key }) => key === last.entry.key)),
    until(50, async () => !(await connection.sendRequest<Status>('pincite/status')).loading).then((time) => {
      deadline = Math.min(deadline, performance.now() + GRACE);
      clearInterval(hovering);
      return time;
    }),
  ]);
  const answered = await Promise.all(hovers);
  const longest = answered.reduce((a, b) => (a.elapsed >= b.elapsed ? a : b), { at: 0, elapsed: 0 });
  return {
    server,
    start: {
      ...{ firstFound, lastFound, allRead },
      ...{ longestHover: longest.elapsed, longestAt: longest.at },
      hoverP95: quantile(
        answered.map(({ elapsed }) => elapsed),
        0.95,
      ),
      megabytes: server.memory(),
    },
  };
}

interface Hover {
  /** From the start of the process. */
  readonly at: number;
  readonly elapsed: number;
}

async function hoverOnce({ connection }: ServerProcess, began: number): Promise<Hover> {
  const asked = performance.now();
  const position = { line: 0, character: 10 };
  await connection.sendRequest('textDocument/hover', { textDocument: { uri: noteUri }, position });
  return { at: asked - began, elapsed: performance.now() - asked };
}

async function search({ connection }: ServerProcess, query: string): Promise<SearchResult['passages']> {
  return (await connection.sendRequest<SearchResult>('pincite/search', { query, limit: 10 })).passages;
}

/** Puts words that stand nowhere else into one paragraph after another, and looks for them at once. */
async function changesOf(
  server: ServerProcess,
  corpusPath: string,
  { entry, source }: GeneratedStatement,
): Promise<number[]> {
  const { connection } = server;
  const uri = pathToFileURL(path.join(corpusPath, `${entry.key}.statement.md`)).href;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'pincite-statement', version: 1, text: source },
  });
  await search(server, '双方');
  const times: number[] = [];
  for (let i = 0; i < CHANGES; i++) {
    const words = String.fromCharCode(...[0, 1, 2, 3].map((offset) => 0x9f00 + 4 * i + offset));
    const at = entry.units.filter(({ kind }) => kind === 'paragraph')[i * 7]?.range.start;
    const sent = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: words }],
    });
    while ((await search(server, words)).every(({ text }) => !text.startsWith(words))) {
      if (performance.now() - sent > GRACE) return [...times, Number.NaN];
      await setTimeout(1);
    }
    times.push(performance.now() - sent);
    // A person types on after a while.
    await setTimeout(20);
  }
  return times;
}

/** Resolves when something has been stored and no more is coming, or nothing comes at all. */
async function atRest(folder: string): Promise<void> {
  for (let [last, same, waited] = [0, 0, 0]; same < 10 && waited < 100; waited++) {
    await setTimeout(200);
    const size = sizeOf(folder);
    same = size === last && size > 0 ? same + 1 : 0;
    last = size;
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}
