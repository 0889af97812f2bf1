// What runs the tests of this folder inside the extension host. A test is a name and a body that throws if it fails;
// `node:assert` does the throwing. No framework: there is nothing here that one would do better.

interface Test {
  readonly name: string;
  readonly body: () => void | Promise<void>;
  readonly timeoutMs: number;
}

/** Generous, since the first test waits for the language server to start on whatever machine this is. */
const TIMEOUT_MS = 30_000;
/** Marks what is to be printed; the log that the runner gets has all that the workbench says about itself, too. */
const MARK = '[suite] ';
const tests: Test[] = [];

/** Registers a test; they run one after the other, in this order. */
export function test(name: string, body: () => void | Promise<void>, timeoutMs = TIMEOUT_MS): void {
  tests.push({ name, body, timeoutMs });
}

/** The entry point that VS Code calls; a rejection makes the run fail. */
export async function run(): Promise<void> {
  const started = Date.now();
  let failed = 0;
  for (const each of tests) {
    const begun = Date.now();
    try {
      await withTimeout(each);
      console.log(`${MARK}✓ ${each.name} (${String(Date.now() - begun)} ms)`);
    } catch (error) {
      failed++;
      console.log(
        `${MARK}✗ ${each.name}\n${indent(error instanceof Error ? (error.stack ?? error.message) : String(error))}`,
      );
    }
  }
  const summary = `${String(tests.length - failed)} passed, ${String(failed)} failed (${String(Date.now() - started)} ms)`;
  console.log(`${MARK}${summary}`);
  if (tests.length === 0) throw new Error('The suite has no tests.');
  if (failed > 0) throw new Error(summary);
}

/**
 * Asks again until there is an answer: editors, trees and diagnostics follow an edit in their own time.
 * @returns the first answer that is neither undefined nor false
 */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = 15_000,
): Promise<Exclude<T, undefined | false>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (Date.now() > deadline) throw new Error(`waited ${String(timeoutMs)} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function withTimeout({ body, timeoutMs }: Test): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not done after ${String(timeoutMs)} ms`));
    }, timeoutMs);
  });
  try {
    await Promise.race([body(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}
