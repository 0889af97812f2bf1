import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { runPandoc } from '../../server/src/node/pandoc.ts';
import type { PandocOutcome } from '../../server/src/service/pandoc.ts';
import { temporaryFolder } from '../lsp/folders.ts';

/** A program that a shell would take apart, and whose arguments it would carry out. */
const FOLDER = 'a b; touch gone; 样式';

function program(script: string, mode = 0o755): string {
  const file = fileURLToPath(temporaryFolder().write(`${FOLDER}/pandoc`, `#!/usr/bin/env node\n${script}\n`));
  chmodSync(file, mode);
  return file;
}

function run(script: string, timeoutMs = 20_000, signal?: AbortSignal): Promise<PandocOutcome> {
  const args = [
    '--to=json',
    '$(touch gone)',
    { option: '--csl', uri: URI.file('/x y;z/样式.csl').toString() },
  ];
  return runPandoc({ command: program(script), args, input: '正文 “input”', timeoutMs }, signal);
}

/** Keeps the program, and a child of it that holds its pipes, running. */
const HANGS = `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 4000)'], { stdio: 'inherit' });
setTimeout(() => {}, 4000);`;

describe.skipIf(process.platform === 'win32')('Pandoc', () => {
  test('gets its arguments as they are, and its input in full', async () => {
    const outcome = await run(
      `let input = ''; process.stdin.setEncoding('utf8').on('data', (text) => (input += text)).on('end', () =>
        process.stdout.write(JSON.stringify({ args: process.argv.slice(2), input })));`,
    );
    expect(outcome.kind).toBe('done');
    expect(JSON.parse('output' in outcome ? outcome.output : '')).toEqual({
      args: ['--to=json', '$(touch gone)', '--csl=/x y;z/样式.csl'],
      input: '正文 “input”',
    });
  });

  test('is not waited for longer than was said, whatever its children do', async () => {
    const start = performance.now();
    expect(await run(HANGS, 300)).toEqual({ kind: 'timeout' });
    expect(performance.now() - start).toBeLessThan(3500);
  });

  test('ends when it is no longer wanted', async () => {
    const control = new AbortController();
    const outcome = run(HANGS, 20_000, control.signal);
    control.abort();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(await run('process.exit(0)', 20_000, control.signal)).toEqual({ kind: 'cancelled' });
  });

  test('may not write without end', async () => {
    const endless =
      "setInterval(() => { for (let i = 0; i < 9; i++) process.stdout.write('x'.repeat(1 << 20)); });";
    expect(await run(endless)).toEqual({ kind: 'too-much' });
  });

  test('says how it failed, also if it reads nothing', async () => {
    expect(await run("process.stderr.write('no such style'); process.exit(43)")).toEqual({
      kind: 'failed',
      code: 43,
      errors: 'no such style',
    });
    expect(await run('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 2000)')).toMatchObject({
      kind: 'failed',
    });
  });

  test('may be missing, or no program', async () => {
    const request = { args: [], input: '', timeoutMs: 1000 };
    expect(await runPandoc({ ...request, command: '/no/such/pandoc' })).toEqual({
      kind: 'missing',
      reason: 'ENOENT',
    });
    const file = program('', 0o644);
    expect(await runPandoc({ ...request, command: file })).toEqual({ kind: 'missing', reason: 'EACCES' });
  });
});
