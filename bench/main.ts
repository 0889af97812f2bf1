import { parseArgs } from 'node:util';
import { benchCollation } from './collation.ts';
import { startFuseProcess } from './fuse-process.ts';
import { keystrokes } from './queries.ts';
import { hoverUntilAnswered, startServerProcess } from './server-process.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Number(values.rounds);

const coldServer: number[] = [];
const coldFuse: number[] = [];
const keystrokeServer: number[] = [];
const keystrokeFuse: number[] = [];
const memoryServer: number[] = [];
const memoryFuse: number[] = [];

// Turn and turn about, so that a slow spell of the machine falls on both.
for (let round = 0; round < rounds; round++) {
  let start = performance.now();
  const server = await startServerProcess();
  await hoverUntilAnswered(server);
  coldServer.push(performance.now() - start);

  start = performance.now();
  const fuse = startFuseProcess();
  await fuse.search(keystrokes[0] ?? '');
  coldFuse.push(performance.now() - start);

  for (const query of keystrokes) {
    start = performance.now();
    await server.connection.sendRequest('pincite/search', { query, limit: 50 });
    keystrokeServer.push(performance.now() - start);
    keystrokeFuse.push(await fuse.search(query));
  }
  memoryServer.push(server.memory());
  memoryFuse.push(fuse.memory());
  await server.stop();
  fuse.stop();
}

console.log(
  `${String(rounds)} rounds, ${String(keystrokes.length)} keystrokes a round, Node ${process.versions.node}\n`,
);
row('', 'Pincite', 'plain fuse.js', 'ratio');
compare('cold start to first answer, ms (median)', coldServer, coldFuse, 0.5);
compare('keystroke to results, ms (median)', keystrokeServer, keystrokeFuse, 0.5);
compare('keystroke to results, ms (p95)', keystrokeServer, keystrokeFuse, 0.95);
compare('resident memory, MB (median)', memoryServer, memoryFuse, 0.5);
benchCollation();

function compare(name: string, ours: readonly number[], theirs: readonly number[], quantile: number): void {
  const [a, b] = [at(ours, quantile), at(theirs, quantile)];
  row(name, a.toFixed(2), b.toFixed(2), (a / b).toFixed(2));
}

function at(numbers: readonly number[], quantile: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}

function row(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(42) + cells.map((cell) => cell.padStart(15)).join(''));
}
