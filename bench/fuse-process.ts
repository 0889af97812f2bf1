import { startJsonProcess } from './json-process.ts';
import { residentMegabytes } from './server-process.ts';

export interface FuseProcess {
  /** The time that the search took in the other process, in milliseconds. */
  search(query: string): Promise<number>;
  memory(): number;
  stop(): Promise<void>;
}

export function startFuseProcess(): FuseProcess {
  const child = startJsonProcess('plain-fuse.ts');
  return {
    search: async (query) => (await child.ask<{ elapsedMs: number }>(query)).elapsedMs,
    memory: () => residentMegabytes(child.pid),
    stop: () => child.stop(),
  };
}
