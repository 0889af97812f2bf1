import type { Machine } from '../service/machine.ts';

/** What the command needs of the machine it runs on. */
export interface CliHost extends Machine {
  /** The shipped corpus, as a URI; `undefined` where none is found. */
  readonly shippedCorpus: string | undefined;
  /** Of this installation; empty where it is not known. */
  readonly version: string;
  /** Where the documentation can be read, as the address of its folder; `undefined` where that is not known. */
  readonly documentation: string | undefined;
  /** True if somebody watches standard error, who may be told how far the work has come. */
  readonly showsProgress: boolean;
  /** A path of the command line as a URI. */
  readonly toUri: (path: string) => string;
  /** The path of a file, as this machine writes it. */
  readonly toPath: (uri: string) => string;
  /** Translations for the user's language. */
  readonly texts: Readonly<Record<string, string>>;
  /** Standard output: results, nothing else. */
  readonly out: (text: string) => void;
  /** Standard error. */
  readonly err: (text: string) => void;
  readonly readStandardInput: () => Promise<string>;
  /** Starts the language server on standard input and output. */
  readonly serve: () => void;
}

/** 0 fine, 1 findings, 2 cannot run. */
export type ExitCode = 0 | 1 | 2;

/** How a subcommand says how it ended; of several calls the worst counts. */
export type Finish = (code: ExitCode) => void;
