import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { residentMegabytes, root } from './server-process.ts';

export interface FuseProcess {
  /** The time that the search took in the other process, in milliseconds. */
  search(query: string): Promise<number>;
  memory(): number;
  stop(): void;
}

export function startFuseProcess(): FuseProcess {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `${root}bench/plain-fuse.ts`],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    search: async (query) => {
      child.stdin.write(`${JSON.stringify(query)}\n`);
      const { value } = (await answers.next()) as { value: string };
      return (JSON.parse(value) as { elapsedMs: number }).elapsedMs;
    },
    memory: () => residentMegabytes(child.pid ?? 0),
    stop: () => {
      child.stdin.end();
    },
  };
}
