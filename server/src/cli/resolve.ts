import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';

/** `pincite resolve TEXT`: every citation in a Markdown text; exit code 1 if one of them has a problem. */
export function addResolveCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(program.command('resolve').description(l10n.t('find the citations in a Markdown text')))
    .argument('<text>', l10n.t('the text, or - for standard input'))
    .option('--json', l10n.t('print JSON'))
    .action(async (text: string, options: CorpusOptions & { readonly json?: true }) => {
      const service = await loadService(host, options, finish);
      const citations = service.resolve(text === '-' ? await host.readStandardInput() : text);
      if (options.json === true) host.out(`${JSON.stringify(citations, undefined, 2)}\n`);
      else {
        for (const { range, raw, key, addresses, problems } of citations) {
          const place = `${String(range.start.line + 1)}:${String(range.start.character + 1)}`;
          host.out(
            `${place}\t${raw}\t${addresses.length === 0 ? key : addresses.map((each) => `${key}#${each}`).join(' ')}\n`,
          );
          for (const { message } of problems) host.out(`    ${message}\n`);
        }
      }
      finish(citations.some(({ problems }) => problems.length > 0) ? 1 : 0);
    });
}
