import * as l10n from '@vscode/l10n';
import { InvalidArgumentError, type Command } from 'commander';
import { origins } from '../core/corpus.ts';
import type { Root } from '../service/loader.ts';
import { createService, type Service } from '../service/service.ts';
import type { CorpusProblem } from '../service/status.ts';
import type { CliHost } from './host.ts';

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

/** Loads the corpora that the options name. Folders that cannot be read are named on standard error. */
export async function loadService(host: CliHost, options: CorpusOptions): Promise<Service> {
  const service = createService(host.files);
  const roots: Root[] = options.corpus.map((path) => ({ uri: host.toUri(path), origin: origins.configured }));
  if (options.defaultCorpus && host.shippedCorpus !== undefined) {
    roots.push({ uri: host.shippedCorpus, origin: origins.shipped });
  }
  await service.loader.load(roots);
  report(
    host,
    service.status().problems.filter(({ range }) => range === undefined),
  );
  return service;
}

/** Writes the problems of the files to standard error; true if there are errors, those of folders among them. */
export function reportProblems(host: CliHost, service: Service): boolean {
  const { problems } = service.status();
  report(
    host,
    problems.filter(({ range }) => range !== undefined),
  );
  return problems.some(({ severity }) => severity === 'error');
}

function report(host: CliHost, problems: readonly CorpusProblem[]): void {
  for (const { uri, range, severity, message } of problems) {
    const place =
      range === undefined ? '' : `:${String(range.start.line + 1)}:${String(range.start.character + 1)}`;
    host.err(`${pathOf(uri)}${place}: ${severity}: ${message}\n`);
  }
}

export function pathOf(uri: string): string {
  return decodeURIComponent(uri.replace(/^file:\/\//, ''));
}

/** A whole number above zero, for options such as `--limit`. */
export function readCount(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError(l10n.t('It should be a whole number above zero.'));
  }
  return number;
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
