import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { defaultQuotationOptions } from '../service/quotations.ts';
import { isRefusal } from '../service/refusal.ts';
import type { Verified, VerifiedEdit, VerifiedPlace } from '../service/verify.ts';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';
import { readTarget, refuse } from './target.ts';

interface Options extends CorpusOptions {
  readonly key?: string;
  readonly json?: true;
}

/**
 * `pincite verify QUOTATION`: whether words stand in a passage, or anywhere, as they are quoted; exit code 1 if they do
 * not. In the JSON `key` and `address` say where the words stand, and are `null` for what was not found.
 */
export function addVerifyCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(
    program.command('verify').description(l10n.t('hold a quotation against what the statements say')),
  )
    .argument(
      '[quotation]',
      l10n.t('the words, with or without quotation marks or “>”; standard input for “-” or none'),
    )
    .option('--key <key[#address]>', l10n.t('what the quotation is said to be from'))
    .option('--json', l10n.t('print JSON'))
    .action(async (quotation: string | undefined, options: Options) => {
      const isGiven = quotation !== undefined && quotation !== '-';
      const text = isGiven ? quotation : await host.readStandardInput();
      const service = await loadService(host, options, finish);
      const target = options.key === undefined ? undefined : readTarget(options.key);
      const verified = await service.verify(text, target, defaultQuotationOptions);
      if (isRefusal(verified)) {
        finish(refuse(host, verified));
        return;
      }
      host.out(
        options.json === true ? `${JSON.stringify(toJson(verified), undefined, 2)}\n` : print(verified),
      );
      if (verified.isTooShort) host.err(`${tooShort(target !== undefined)}\n`);
      finish(verified.verdict === 'verbatim' ? 0 : 1);
    });
}

function tooShort(isCited: boolean): string {
  return isCited
    ? l10n.t('So few words tell nothing: this passage does not have them.')
    : l10n.t('So few words tell nothing: name a passage with --key.');
}

function toJson({ verdict, place, source, edits, elsewhere }: Verified) {
  return {
    ...{ verdict, key: place?.key ?? null, address: place?.address ?? null, source, edits },
    elsewhere: elsewhere.map(({ key, address }) => ({ key, address })),
  };
}

function print({ verdict, place, source, edits, elsewhere }: Verified): string {
  const lines = [place === undefined ? verdict : `${verdict}\t${placeLine(place)}`];
  if (source !== '') lines.push(...source.split('\n').map((line) => `    ${line}`));
  lines.push(...edits.map((edit) => `  ${editLine(edit)}`));
  const others = elsewhere.filter(({ key, address }) => key !== place?.key || address !== place.address);
  if (others.length > 0) {
    lines.push(l10n.t('The same words also stand in:'), ...others.map((each) => `  ${placeLine(each)}`));
  }
  return `${lines.join('\n')}\n`;
}

function placeLine({ key, address, words }: VerifiedPlace): string {
  return `${key}${address === '' ? '' : `#${address}`}\t${words}`;
}

/** `1:5 substitution “指出” → “认为”`: what is quoted, then what the statement has. */
function editLine({ kind, range: { start }, quoted, original }: VerifiedEdit): string {
  const words = (text: string): string => (text === '' ? '∅' : `“${text.replace(/\s*\n\s*/g, ' ')}”`);
  return `${String(start.line + 1)}:${String(start.character + 1)} ${kind} ${words(quoted)} → ${words(original)}`;
}
