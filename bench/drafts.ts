import { setTimeout } from 'node:timers/promises';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import type { QuotationsResult } from '../server/src/lsp/protocol.ts';
import { createDraftText } from './draft-text.ts';
import { createRandom } from './random.ts';
import { hoverUntilAnswered, startServerProcess, type ServerProcess } from './server-process.ts';
import { figure, quantile } from './statistics.ts';
import { table } from './table.ts';

/** What somebody waits for who writes in a long draft, in milliseconds. */
export interface DraftResult {
  readonly characters: number;
  readonly quotations: QuotationsResult | null;
  /** From opening the draft to its diagnostics. */
  readonly opened: number;
  /** From a keystroke to the diagnostics that have seen it: in prose, and within a quotation. */
  readonly prose: readonly number[];
  readonly quoted: readonly number[];
  /** And then to the counts of the status. */
  readonly status: readonly number[];
}

const uri = 'file:///bench/draft.md';
const KEYSTROKES = 60;

/** The shipped server on the shipped corpus, with a draft of so many characters and quotations in which somebody types. */
export async function benchDrafts(
  characters: number,
  quotations: number,
  seed: number,
): Promise<DraftResult> {
  const server = await startServerProcess();
  await hoverUntilAnswered(server);
  const text = createDraftText(characters, quotations, seed);
  const start = performance.now();
  await server.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await diagnose(server);
  const opened = performance.now() - start;
  const counts = await statusOf(server);
  const random = createRandom(seed);
  const typing = createTyping(server, text);
  const places = (pattern: RegExp, shift: number): number[] =>
    [...text.matchAll(pattern)].map(({ index }) => index + shift);
  const prose = await typing(places(/^[^#\n声]/gm, 4), random);
  const quoted = await typing(places(/“/g, 5), random);
  const result: DraftResult = {
    ...{ characters: text.length, quotations: counts, opened },
    ...{ prose: prose.diagnosed, quoted: quoted.diagnosed, status: [...prose.status, ...quoted.status] },
  };
  await server.stop();
  print(result);
  return result;
}

/** Types one character at each of some places, one after the other, and waits each time for what is said of it. */
function createTyping({ connection }: ServerProcess, initial: string) {
  let version = 1;
  let text = initial;
  return async (places: readonly number[], random: (below: number) => number) => {
    const diagnosed: number[] = [];
    const status: number[] = [];
    for (let i = 0; i < KEYSTROKES; i++) {
      const offset = places[random(places.length)] ?? 0;
      const before = text.slice(0, offset);
      const position = {
        line: before.split('\n').length - 1,
        character: offset - (before.lastIndexOf('\n') + 1),
      };
      const start = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: position, end: position }, text: '字' }],
      });
      await diagnose({ connection });
      diagnosed.push(performance.now() - start);
      const asked = performance.now();
      await statusOf({ connection });
      status.push(performance.now() - asked);
      text = `${before}字${text.slice(offset)}`;
      await setTimeout(20);
    }
    return { diagnosed, status };
  };
}

async function diagnose({ connection }: Pick<ServerProcess, 'connection'>): Promise<number> {
  const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items.length : 0;
}

function statusOf({ connection }: Pick<ServerProcess, 'connection'>): Promise<QuotationsResult | null> {
  return connection.sendRequest<QuotationsResult | null>('pincite/quotations', { uri });
}

function print({ characters, quotations, opened, prose, quoted, status }: DraftResult): void {
  const { total = 0, verbatim = 0, altered = 0, misplaced = 0, notFound = 0 } = quotations ?? {};
  console.log(
    `\nA draft of ${characters.toLocaleString('en')} characters with ${String(total)} quotations: ` +
      `${String(verbatim)} verbatim, ${String(altered)} altered, ${String(misplaced)} misplaced, ${String(notFound)} not found\n`,
  );
  const row = (name: string, times: readonly number[]): string[] => [
    name,
    ...[0.5, 0.95, 1].map((share) => figure(quantile(times, share))),
  ];
  console.log(
    table([
      ['milliseconds', 'p50', 'p95', 'longest'],
      row('keystroke in prose to diagnostics', prose),
      row('keystroke in a quotation to diagnostics', quoted),
      row('then to the status', status),
    ]),
  );
  console.log(`\nfrom opening to the first diagnostics: ${figure(opened)} ms`);
}
