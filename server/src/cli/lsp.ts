import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import type { CliHost } from './host.ts';

/** `pincite lsp --stdio`: the language server, for editors other than VS Code. */
export function addLspCommand(program: Command, host: CliHost): void {
  program
    .command('lsp')
    .description(l10n.t('run the language server'))
    .option('--stdio', l10n.t('speak on standard input and output (the only way there is)'))
    .action(() => {
      host.serve();
    });
}
