import * as l10n from '@vscode/l10n';
import { Command, CommanderError } from 'commander';
import { addAuthoritiesCommand } from './authorities.ts';
import { addBibliographyCommand } from './bibliography.ts';
import { addCheckCommand } from './check.ts';
import { addCiteCommand } from './cite.ts';
import { addCollateCommand } from './collate.ts';
import { addCorpusCommand } from './corpus-check.ts';
import type { CliHost, ExitCode, Finish } from './host.ts';
import { addListCommand } from './list.ts';
import { addLspCommand } from './lsp.ts';
import { addResolveCommand } from './resolve.ts';
import { addSearchCommand } from './search.ts';
import { addShowCommand } from './show.ts';
import { addVerifyCommand } from './verify.ts';

/** Runs the `pincite` command; the exit code, or `undefined` while the language server goes on. */
export async function runCli(args: readonly string[], host: CliHost): Promise<ExitCode | undefined> {
  l10n.config({ contents: { ...host.texts } });
  let code: ExitCode | undefined;
  const finish: Finish = (ended) => {
    if (code === undefined || ended > code) code = ended;
  };
  const program = new Command('pincite')
    .description(l10n.t('Navigate and cite official statements.'))
    .version(host.version, '--version', l10n.t('print the version'))
    .exitOverride()
    .configureOutput({ writeOut: host.out, writeErr: host.err, outputError: oneLine })
    .configureHelp({ showGlobalOptions: true });
  const commands = [
    addListCommand,
    addShowCommand,
    addSearchCommand,
    addCiteCommand,
    addResolveCommand,
    addVerifyCommand,
    addCheckCommand,
    addAuthoritiesCommand,
    addBibliographyCommand,
    addCollateCommand,
    addCorpusCommand,
  ];
  for (const add of commands) add(program, host, finish);
  addLspCommand(program, host);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has written its own line; help and version are no failures.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    host.err(`pincite: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/** `error: unknown option '--x'` and the guess on the line after it, as one line. */
function oneLine(message: string, write: (text: string) => void): void {
  write(
    `pincite: ${message
      .trim()
      .replace(/^error: /, '')
      .replace(/\s*\n\s*/g, ' ')}\n`,
  );
}
