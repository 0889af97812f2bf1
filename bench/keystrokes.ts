import { startFuseProcess } from './fuse-process.ts';
import { keystrokes } from './queries.ts';
import { hoverUntilAnswered, startServerProcess } from './server-process.ts';
import { quantile } from './statistics.ts';
import { table } from './table.ts';

/** The server on the shipped corpus beside plain fuse.js over the same paragraphs. */
export async function benchKeystrokes(rounds: number): Promise<void> {
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
    await fuse.stop();
  }

  console.log(`\nThe shipped corpus: ${rounds} rounds, ${keystrokes.length} keystrokes a round\n`);
  console.log(
    table([
      ['', 'Pincite', 'plain fuse.js', 'ratio'],
      compare('cold start to first answer, ms (median)', coldServer, coldFuse, 0.5),
      compare('keystroke to results, ms (median)', keystrokeServer, keystrokeFuse, 0.5),
      compare('keystroke to results, ms (p95)', keystrokeServer, keystrokeFuse, 0.95),
      compare('resident memory, MB (median)', memoryServer, memoryFuse, 0.5),
    ]),
  );
}

function compare(name: string, ours: readonly number[], theirs: readonly number[], share: number): string[] {
  const [a, b] = [quantile(ours, share), quantile(theirs, share)];
  return [name, a.toFixed(2), b.toFixed(2), (a / b).toFixed(2)];
}
