import * as l10n from '@vscode/l10n';
import type { CliHost } from '../host.ts';

/** Says on a terminal how many of some files have been looked at, on one line that goes in the end. */
export interface Progress {
  next(): void;
  end(): void;
}

/** Fewer are done before anybody can read. */
const LEAST = 20;

export function createProgress({ showsProgress, err }: CliHost, total: number): Progress {
  if (!showsProgress || total < LEAST) return { next: () => undefined, end: () => undefined };
  let done = 0;
  return {
    next: () => {
      done++;
      err(`\r${l10n.t('{0} of {1} files', String(done), String(total))}\u001b[K`);
    },
    end: () => {
      err('\r\u001b[K');
    },
  };
}
