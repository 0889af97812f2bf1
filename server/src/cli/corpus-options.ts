import * as l10n from '@vscode/l10n';
import { InvalidArgumentError, type Command } from 'commander';
import { origins } from '../core/corpus.ts';
import type { Root } from '../service/root.ts';
import { createService, type Service } from '../service/service.ts';
import type { CorpusProblem } from '../service/status.ts';
import type { CliHost, Finish } from './host.ts';

export interface CorpusOptions {
  readonly corpus: readonly string[];
  readonly defaultCorpus: boolean;
}

/** `--corpus DIR` and `--no-default-corpus`, which every subcommand that reads statements takes. */
export function addCorpusOptions(command: Command): Command {
  return command
    .option(
      '--corpus <dir>',
      l10n.t('add the statements below a folder (may be given several times)'),
      collect,
      [],
    )
    .option('--no-default-corpus', l10n.t('leave the shipped statements out'));
}

/** Loads the corpora that the options name. A folder that cannot be read is named on standard error: exit code 1. */
export async function loadService(host: CliHost, options: CorpusOptions, finish: Finish): Promise<Service> {
  const service = createService(host);
  const roots: Root[] = options.corpus.map((path) => ({ uri: host.toUri(path), origin: origins.configured }));
  if (options.defaultCorpus && host.shippedCorpus !== undefined) {
    roots.push({ uri: host.shippedCorpus, origin: origins.shipped });
  }
  await service.loader.load(roots);
  const ofFolders = service.status().problems.filter(({ range }) => range === undefined);
  for (const problem of ofFolders) report(host, problem);
  if (ofFolders.length > 0) finish(1);
  return service;
}

/** Writes the problems of the files to standard error: exit code 1 if there are errors. */
export function reportFiles(host: CliHost, service: Service, finish: Finish): void {
  const ofFiles = service.status().problems.filter(({ range }) => range !== undefined);
  for (const problem of ofFiles) report(host, problem);
  if (ofFiles.some(({ severity }) => severity === 'error')) finish(1);
}

function report(host: CliHost, { uri, range, code, severity, message }: CorpusProblem): void {
  const path = host.toPath(uri);
  const place =
    range === undefined ? '' : `:${String(range.start.line + 1)}:${String(range.start.character + 1)}`;
  const text = code === 'missing-folder' ? l10n.t('This folder does not exist. Correct --corpus.') : message;
  host.err(`${path}${place}: ${severity}: ${text}\n`);
}

/** A whole number above zero, for options such as `--limit`. */
export function readCount(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError(l10n.t('It should be a whole number above zero.'));
  }
  return number;
}

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
