/** The user's own Pandoc, started for one conversion. */
export interface PandocRequest {
  /** The program: a name to be found on the path, or where it is. */
  readonly command: string;
  /** Each is handed over as it is, no shell reads them; a file is named by its URI. */
  readonly args: readonly (string | PandocFile)[];
  /** What Pandoc reads from standard input. */
  readonly input: string;
  readonly timeoutMs: number;
}

/** An option that takes a file: `--csl=FILE`. */
export interface PandocFile {
  readonly option: string;
  readonly uri: string;
}

export type PandocOutcome =
  | { readonly kind: 'done'; readonly output: string; readonly errors: string }
  /** There is no such program, or it may not be started; `reason` is the system's own word, e.g. `ENOENT`. */
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'timeout' }
  /** It wrote more than any citation needs, and was stopped. */
  | { readonly kind: 'too-much' }
  /** It said that it failed; `errors` is what it wrote about it. */
  | { readonly kind: 'failed'; readonly code: number; readonly errors: string }
  | { readonly kind: 'cancelled' };

/** Runs Pandoc. Never rejects; a signal ends the program at once. */
export type Pandoc = (request: PandocRequest, signal?: StopSignal) => Promise<PandocOutcome>;

/** As much of an `AbortSignal` as is needed. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}
