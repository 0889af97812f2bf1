import * as l10n from '@vscode/l10n';
import { Option, type Command } from 'commander';
import type { Finding } from '../../service/finding.ts';
import type { Refusal } from '../../service/refusal.ts';
import { addCorpusOptions, collect, type CorpusOptions } from '../corpus-options.ts';
import { readSetting } from './set-option.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type FormatName = (typeof FORMATS)[number];
const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const;

export interface CheckOptions extends CorpusOptions {
  readonly format: FormatName;
  readonly json?: true;
  readonly severity: Finding['severity'];
  readonly set: ReadonlyMap<string, unknown>;
  readonly exclude: readonly string[];
  readonly stdinName?: string;
  readonly fix?: true;
  readonly fixWording?: true;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  /** Of an extension. */
  readonly pin?: true;
}

export function addCheckOptions(command: Command): Command {
  return addCorpusOptions(command)
    .argument(
      '<file...>',
      l10n.t('Markdown files, folders with them, patterns such as "docs/**/*.md", or - for standard input'),
    )
    .addOption(
      new Option('--format <format>', l10n.t('how findings are written')).choices(FORMATS).default('text'),
    )
    .option('--json', l10n.t('print JSON'))
    .addOption(
      new Option('--severity <severity>', l10n.t('from which severity on a finding makes the exit code 1'))
        .choices(SEVERITIES)
        .default('warning'),
    )
    .option(
      '--set <name=value>',
      l10n.t('a setting as in the editor, such as quotations.least=6 (may be given several times)'),
      readSetting,
      new Map(),
    )
    .option(
      '--exclude <pattern>',
      l10n.t('leave out files of folders and patterns that match (may be given several times)'),
      collect,
      [],
    )
    .option('--stdin-name <path>', l10n.t('what standard input is called, and where it lies'))
    .option('--fix', l10n.t('make the changes that are safe, and write the files'))
    .option('--fix-wording', l10n.t('the same, and give altered quotations the words of their source'))
    .option('--baseline <file>', l10n.t('leave out findings that are known from this file'))
    .option('--update-baseline', l10n.t('write what is found to the baseline'));
}

/** Options that contradict each other. */
export function contradictionIn(paths: readonly string[], options: CheckOptions): Refusal | undefined {
  const isFixing = options.fix === true || options.fixWording === true;
  if (isFixing && paths.includes('-'))
    return { refused: l10n.t('Standard input cannot be fixed: name a file.') };
  if (options.pin === true && paths.includes('-'))
    return { refused: l10n.t('Standard input cannot be pinned: name a file.') };
  if (options.updateBaseline === true && options.baseline === undefined)
    return { refused: l10n.t('--update-baseline needs --baseline, the file that is written.') };
  if (options.stdinName !== undefined && !paths.includes('-'))
    return { refused: l10n.t('--stdin-name needs - among the files.') };
  return undefined;
}
