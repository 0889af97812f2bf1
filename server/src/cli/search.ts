import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { addCorpusOptions, loadService, readCount, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';

interface SearchOptions extends CorpusOptions {
  readonly limit: number;
  readonly json?: true;
}

/** `pincite search QUERY`: passages by their words; exit code 0 also where nothing is found. */
export function addSearchCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(program.command('search').description(l10n.t('find passages by their words')))
    .argument('<query...>', l10n.t('words of the passage, separated by spaces, or an address'))
    .option('--limit <n>', l10n.t('show at most this many passages'), readCount, 20)
    .option('--json', l10n.t('print JSON'))
    .action(async (query: readonly string[], options: SearchOptions) => {
      const service = await loadService(host, options, finish);
      const start = performance.now();
      const found = await service.search(query.join(' '), options.limit);
      const elapsedMs = performance.now() - start;
      if (options.json === true) {
        const { passages: all, total, ...signs } = found;
        const passages = all.map(({ title: _title, date: _date, ...passage }) => passage);
        host.out(`${JSON.stringify({ passages, total, elapsedMs, ...signs }, undefined, 2)}\n`);
      } else {
        if (found.total === 0) host.err(`${l10n.t('No passage was found.')}\n`);
        if (found.near === true) host.err(`${l10n.t('No passage holds these words. The nearest:')}\n`);
        for (const { key, address, title, locator, text } of found.passages) {
          host.out(`${key}#${address}\t${title} · ${locator}\n    ${text}\n`);
        }
      }
      finish(0);
    });
}
