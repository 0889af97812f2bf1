import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import type { CollatedVariant } from '../service/collate.ts';
import { isRefusal } from '../service/refusal.ts';
import { addCorpusOptions, loadService, type CorpusOptions } from './corpus-options.ts';
import type { CliHost, Finish } from './host.ts';
import { readTarget, refuse } from './target.ts';

interface CollateOptions extends CorpusOptions {
  readonly json?: true;
  readonly record?: true;
}

/** `pincite collate KEY`: where the witnesses of a statement differ from its text and from one another. */
export function addCollateCommand(program: Command, host: CliHost, finish: Finish): void {
  addCorpusOptions(
    program.command('collate').description(l10n.t('compare the witnesses of a statement with its text')),
  )
    .argument('<key>', l10n.t('a citation key'))
    .option('--record', l10n.t('print the field “variants” for the front matter'))
    .option('--json', l10n.t('print JSON'))
    .action(async (target: string, options: CollateOptions) => {
      const service = await loadService(host, options, finish);
      const { key } = readTarget(target);
      if (options.record === true) {
        const field = await service.variantsToRecord(key);
        if (typeof field !== 'string') {
          finish(refuse(host, field));
          return;
        }
        host.out(field);
        finish(0);
        return;
      }
      const collated = await service.collate(key);
      if (isRefusal(collated)) {
        finish(refuse(host, collated));
        return;
      }
      if (options.json === true) {
        const { variants } = collated;
        const rows = variants.map(({ address, range, readings, kind }) => ({
          address,
          range,
          readings,
          kind,
        }));
        host.out(`${JSON.stringify({ ...collated, variants: rows }, undefined, 2)}\n`);
      } else for (const variant of collated.variants) host.out(`${inWords(variant)}\n`);
      finish(0);
    });
}

/** `5.20  substitution  国 | A: 资 | B: 国` */
function inWords({ address, kind, text, readings }: CollatedVariant): string {
  const cells = [text, ...Object.entries(readings).map(([siglum, words]) => `${siglum}: ${shown(words)}`)];
  return [address, kind, [shown(text), ...cells.slice(1)].join(' | ')].join('\t');
}

function shown(words: string): string {
  const characters = Array.from(words.replaceAll('\n', '¶'));
  if (characters.length === 0) return '∅';
  return characters.length <= 60
    ? characters.join('')
    : `${characters.slice(0, 30).join('')}…${characters.slice(-28).join('')}`;
}
