import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { addCorpusOptions, loadService, reportFiles, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';

/** `pincite list`: the statements of the corpus; exit code 1 if one of its files or folders cannot be used. */
export function addListCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(program.command('list').description(l10n.t('list the statements')))
    .option('--json', l10n.t('print JSON'))
    .action(async (options: CorpusOptions & { readonly json?: true }) => {
      const service = await loadService(host, options, finish);
      const statements = service.list();
      reportFiles(host, service, finish);
      if (options.json === true) {
        const rows = statements.map(({ uri, ...statement }) => ({ ...statement, path: host.toPath(uri) }));
        host.out(`${JSON.stringify(rows, undefined, 2)}\n`);
      } else {
        for (const { key, title, eventDate, issued } of statements)
          host.out(`${key}\t${eventDate || issued}\t${title}\n`);
      }
      finish(0);
    });
}
