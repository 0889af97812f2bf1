import { execFile, type ExecFileException } from 'node:child_process';
import { homedir } from 'node:os';
import { URI } from 'vscode-uri';
import type { Pandoc, PandocOutcome } from '../service/pandoc.ts';

/** More than the longest note by far. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The user's Pandoc as a process of its own: no shell, its arguments as a list, a limit of time and of output. */
export const runPandoc: Pandoc = ({ command, args, input, timeoutMs }, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve({ kind: 'cancelled' });
      return;
    }
    const list = args.map((arg) =>
      typeof arg === 'string' ? arg : `${arg.option}=${URI.parse(arg.uri).fsPath}`,
    );
    const child = execFile(
      command,
      list,
      // Not where we were started: on Windows a program in that folder would come before the one on the path.
      { cwd: homedir(), env: environment(), encoding: 'utf8', maxBuffer: MOST_BYTES, windowsHide: true },
      (error, output, errors) => {
        end(error === null ? { kind: 'done', output, errors } : failure(error, errors));
      },
    );
    const stop = (outcome: PandocOutcome): void => {
      child.kill('SIGKILL');
      // A child of the child may hold the pipes open; nobody waits for it.
      child.stdout?.destroy();
      child.stderr?.destroy();
      end(outcome);
    };
    const timer = setTimeout(() => {
      stop({ kind: 'timeout' });
    }, timeoutMs);
    const end = (outcome: PandocOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    signal?.addEventListener('abort', () => {
      stop({ kind: 'cancelled' });
    });
    // It may end without reading.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });

/** Where the locale has no UTF-8, Pandoc cannot open a file whose name is not ASCII. */
function environment(): NodeJS.ProcessEnv {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  // An empty variable counts as none.
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== '') ?? '';
  if (process.platform === 'win32' || /utf-?8/i.test(locale)) return process.env;
  return { ...process.env, LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' };
}

function failure(error: ExecFileException, errors: string): PandocOutcome {
  const { code, signal } = error;
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { kind: 'too-much' };
  if (typeof code === 'number') return { kind: 'failed', code, errors };
  // Ended by a signal: 128 and more, as shells count.
  if (signal) return { kind: 'failed', code: 128, errors: errors === '' ? signal : errors };
  return { kind: 'missing', reason: code ?? error.message };
}
