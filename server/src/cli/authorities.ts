import * as l10n from '@vscode/l10n';
import { Option, type Command } from 'commander';
import { createDraft, type Draft } from '../service/draft.ts';
import type { Authority } from '../service/authorities.ts';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';
import { readDrafts } from './read-drafts.ts';

interface Options extends CorpusOptions {
  readonly format: 'markdown' | 'csv' | 'json';
  readonly json?: true;
}

/**
 * `pincite authorities FILE…`: what drafts cite, with the text of each passage; exit code 1 if something cited does not
 * exist.
 */
export function addAuthoritiesCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(
    program.command('authorities').description(l10n.t('list what Markdown files cite, with the passages')),
  )
    .argument('<file...>', l10n.t('Markdown files, or folders with them'))
    .addOption(
      new Option('--format <format>', l10n.t('how the table is written'))
        .choices(['markdown', 'csv', 'json'])
        .default('markdown'),
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
      const names = new Map(texts.map(({ uri, name }) => [uri, name]));
      const drafts: Draft[] = texts.map(({ uri, text }) => createDraft(uri, text));
      const authorities: Authority[] = [];
      for (const draft of drafts) authorities.push(...(await service.workspace.authorities(draft)));
      const nameOf = (uri: string): string => names.get(uri) ?? uri;
      const format = options.json === true ? 'json' : options.format;
      host.out(
        format === 'json'
          ? `${JSON.stringify(authorities.map(toJson(nameOf)), undefined, 2)}\n`
          : service.workspace.authoritiesText(authorities, format, nameOf),
      );
      finish(authorities.some(({ problem }) => problem !== undefined) ? 1 : 0);
    });
}

function toJson(nameOf: (uri: string) => string) {
  return ({ uri, range, raw, key, title, date, address, locator, paragraphs, problem }: Authority) => ({
    ...{ file: nameOf(uri), range, raw, key, title, date, address, locator },
    text: paragraphs.join('\n'),
    ...(problem === undefined ? {} : { problem }),
  });
}
