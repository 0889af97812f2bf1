import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Another process that answers each line of JSON with a line of JSON, in order. */
export interface JsonProcess {
  readonly pid: number;
  /** Rejects if the process ends before it answers. */
  ask<Answer>(question: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a script of this folder under this Node; `gc()` is there for it to call. */
export function startJsonProcess(script: string, ...args: readonly string[]): JsonProcess {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const options = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...options, path, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', resolve));
  return {
    pid: child.pid ?? 0,
    ask: async <Answer>(question: unknown) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await answers.next();
      if (done === true) throw new Error(`${script} ${args.join(' ')} ended before it answered.`);
      return JSON.parse(value) as Answer;
    },
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** The other side: answers the questions on standard input one after another. */
export async function answerLines(answer: (question: unknown) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
}
