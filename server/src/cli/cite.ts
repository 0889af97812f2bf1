import * as l10n from '@vscode/l10n';
import { Option, type Command } from 'commander';
import { isRefusal } from '../service/refusal.ts';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';
import { readTarget, refuse } from './target.ts';

interface CiteOptions extends CorpusOptions {
  readonly style: string;
  readonly format: string;
  readonly json?: true;
}

/** `pincite cite KEY[#ADDRESS]`: the citation as it is written into Markdown. */
export function addCiteCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(
    program.command('cite').description(l10n.t('print the citation of a statement or passage')),
  )
    .argument('<key[#address]>', l10n.t('a citation key, with an address such as 4.3 for a passage'))
    .addOption(
      new Option('--style <style>', l10n.t('the citation style')).choices(['pandoc']).default('pandoc'),
    )
    .addOption(
      new Option('--format <format>', l10n.t('the output format')).choices(['markdown']).default('markdown'),
    )
    .option('--json', l10n.t('print JSON'))
    .action(async (target: string, options: CiteOptions) => {
      const service = await loadService(host, options, finish);
      const { key, address } = readTarget(target);
      const cited = await service.cite(key, address);
      if (isRefusal(cited)) {
        finish(refuse(host, cited));
        return;
      }
      host.out(options.json === true ? `${JSON.stringify(cited)}\n` : `${cited.text}\n`);
      finish(0);
    });
}
