import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { lineRuns } from '../service/provenance.ts';
import { isRefusal } from '../service/refusal.ts';
import type { Service } from '../service/service.ts';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';
import { readTarget, refuse } from './target.ts';

/** `pincite show KEY[#ADDRESS]`: a passage with its text. */
export function addShowCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(program.command('show').description(l10n.t('show a statement or a passage of it')))
    .argument('<key[#address]>', l10n.t('a citation key, with an address such as 4.3 for a passage'))
    .option('--json', l10n.t('print JSON'))
    .action(async (target: string, options: CorpusOptions & { readonly json?: true }) => {
      const service = await loadService(host, options, finish);
      const { key, address } = readTarget(target);
      const shown = service.show(key, address);
      if (isRefusal(shown)) {
        finish(refuse(host, shown));
        return;
      }
      if (options.json === true) {
        const sources = await sourcesOf(service, key, shown.address);
        host.out(`${JSON.stringify({ ...shown, sources }, undefined, 2)}\n`);
      } else {
        const { title, locator, heading, passages } = shown;
        host.out(`${[title, locator, heading].filter((part) => part !== '').join(' · ')}\n`);
        for (const passage of passages) host.out(`\n[${passage.address}] ${passage.text}\n`);
      }
      finish(0);
    });
}

/** The lines of received files, counted from 1, that a passage comes from. */
async function sourcesOf(service: Service, key: string, address: string) {
  const provenance = await service.provenance(key, address);
  if (isRefusal(provenance)) return [];
  return provenance.witnesses
    .filter(({ ranges }) => ranges.length > 0)
    .map(({ siglum, source, ranges }) => ({ siglum, source, lines: lineRuns(ranges) }));
}
