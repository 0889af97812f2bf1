import * as l10n from '@vscode/l10n';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { bibliographyFormats } from '../core/csl/bibliography-format.ts';
import { styleNames } from '../core/format/style-name.ts';
import type { CiteOptions } from '../service/cite.ts';
import { isRefusal, type Refusal } from '../service/refusal.ts';
import { addCorpusOptions, loadService, readCount, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';
import { readTarget, refuse } from './target.ts';

interface Options extends CorpusOptions {
  readonly style?: CiteOptions['style'];
  readonly format: CiteOptions['format'];
  readonly position?: CiteOptions['position'];
  readonly language?: string;
  readonly number?: number;
  readonly accessed?: string;
  readonly csl?: string;
  readonly pandoc: string;
  readonly json?: true;
}

const FORMATS: readonly CiteOptions['format'][] = [
  ...(['markdown', 'text', 'html'] as const),
  ...bibliographyFormats,
];
const POSITIONS: readonly CiteOptions['position'][] = ['first', 'later', 'ibid', 'entry'];

/** `pincite cite KEY[#ADDRESS]`: the citation as it is written into Markdown, or formatted. */
export function addCiteCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(
    program.command('cite').description(l10n.t('print the citation of a statement or passage')),
  )
    .argument('<key[#address]>', l10n.t('a citation key, with an address such as 4.3 for a passage'))
    .addOption(
      new Option(
        '--style <style>',
        l10n.t(
          'the citation style: “pandoc” (the default) prints the citation that is written into Markdown, the same in every text format; “auto” goes by the language',
        ),
      ).choices(['pandoc', 'auto', ...styleNames]),
    )
    .addOption(
      new Option(
        '--format <format>',
        l10n.t(
          'the output format; csl-json, csl-yaml, biblatex and ris describe the statement for a bibliography, whatever the style and address',
        ),
      )
        .choices(FORMATS)
        .default('markdown'),
    )
    .addOption(
      new Option(
        '--position <position>',
        l10n.t('a first note, a later one, one right after another on the same statement, or the list entry'),
      ).choices(POSITIONS),
    )
    .option(
      '--language <language>',
      l10n.t('the language of the text that cites, such as zh-CN; the statement’s own if not given'),
      readLanguage,
    )
    .option('--number <n>', l10n.t('the number of the reference, in numeric styles'), readCount)
    .option('--accessed <date>', l10n.t('when the statement was looked at, such as 2025-05-08'), readDate)
    .option('--csl <file>', l10n.t('format by a CSL file, with your Pandoc, in place of a style'))
    .option('--pandoc <program>', l10n.t('the Pandoc that formats by CSL files'), 'pandoc')
    .option('--json', l10n.t('print JSON'))
    .action(async (target: string, options: Options) => {
      const contradiction = contradictionIn(options);
      if (contradiction !== undefined) {
        finish(refuse(host, contradiction));
        return;
      }
      const service = await loadService(host, options, finish);
      const { key, address } = readTarget(target);
      const cited = await service.citeAs(key, address, citeOptions(host, options));
      if (isRefusal(cited)) {
        finish(refuse(host, cited));
        return;
      }
      host.out(options.json === true ? `${JSON.stringify({ text: cited.text })}\n` : `${cited.text}\n`);
      finish(0);
    });
}

function citeOptions(host: CliHost, options: Options): CiteOptions {
  const { style = 'pandoc', format, position = 'first', language, number, accessed, csl, pandoc } = options;
  return {
    ...{ style, format, position },
    // A name is looked for on the path; a path counts from here.
    pandocPath: /[/\\]/.test(pandoc) ? host.toPath(host.toUri(pandoc)) : pandoc,
    ...(language !== undefined && { language }),
    ...(number !== undefined && { number }),
    ...(accessed !== undefined && { accessed }),
    ...(csl !== undefined && { csl: { asked: csl, uris: [host.toUri(csl)], setting: '--csl' } }),
  };
}

/** Options of which one would be passed over without a word. */
function contradictionIn({ style, csl, position, number, accessed, language }: Options): Refusal | undefined {
  if (csl !== undefined && style !== undefined) {
    return { refused: l10n.t('Give either --style or --csl: a CSL file is a style of its own.') };
  }
  const isFormatted = csl !== undefined || (style ?? 'pandoc') !== 'pandoc';
  const [needless] = Object.entries({ position, language, number, accessed }).find(
    ([, value]) => value !== undefined,
  ) ?? [''];
  if (needless === '' || isFormatted) return undefined;
  return {
    refused: l10n.t(
      '--{0} needs a style that formats: add --style, for example --style auto, or --csl.',
      needless,
    ),
  };
}

function readLanguage(value: string): string {
  if (/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(value)) return value;
  throw new InvalidArgumentError(l10n.t('It should be a language such as zh-CN or en.'));
}

function readDate(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value))
    return value;
  throw new InvalidArgumentError(l10n.t('It should be a date such as 2025-05-08.'));
}
