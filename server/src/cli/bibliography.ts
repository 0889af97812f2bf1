import * as l10n from '@vscode/l10n';
import { Option, type Command } from 'commander';
import { bibliographyFormats, type BibliographyFormat } from '../core/csl/bibliography-format.ts';
import { createDraft } from '../service/draft.ts';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';
import { readDrafts } from './read-drafts.ts';

interface Options extends CorpusOptions {
  readonly format: BibliographyFormat;
  readonly json?: true;
}

/**
 * `pincite bibliography FILE…`: a bibliography of what drafts cite, in the order in which they first do; exit code 1 if
 * they cite keys that no statement has, which standard error names.
 */
export function addBibliographyCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(
    program
      .command('bibliography')
      .description(l10n.t('print a bibliography of the statements that Markdown files cite')),
  )
    .argument('<file...>', l10n.t('Markdown files, or folders with them'))
    .addOption(
      new Option('--format <format>', l10n.t('the format of the bibliography'))
        .choices(bibliographyFormats)
        .default('csl-json'),
    )
    .option('--json', l10n.t('print JSON'))
    .action(async (paths: readonly string[], options: Options) => {
      const texts = await readDrafts(host, paths);
      if ('refused' in texts) {
        host.err(`pincite: ${texts.refused}\n`);
        finish(2);
        return;
      }
      const service = await loadService(host, options, finish);
      const drafts = texts.map(({ uri, text }) => createDraft(uri, text));
      const bibliography = await service.bibliography.of(options.format, drafts);
      const { text, unknown } = bibliography;
      host.out(options.json === true ? `${JSON.stringify(bibliography, undefined, 2)}\n` : text);
      for (const key of unknown) host.err(`${l10n.t('No statement has the key {0}.', key)}\n`);
      finish(unknown.length > 0 ? 1 : 0);
    });
}
