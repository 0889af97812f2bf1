import * as l10n from '@vscode/l10n';
import type { SignKind } from '../core/corruption/sign.ts';
import type { Problem } from '../core/problem.ts';

/** What is suspicious about a place, and why; whether it is corrupt the reader decides. */
export function signMessage(kind: SignKind, values: Problem['values']): string {
  const value = (name: string): string => values[name] ?? '';
  const [words, address, characters] = [value('words'), value('address'), value('characters')];
  switch (kind) {
    case 'repeated-passage':
      return l10n.t(
        'This passage repeats, word for word, paragraph {0} ({1} characters).',
        address,
        characters,
      );
    case 'spliced-sentence':
      if (values['needs'] !== undefined) {
        return l10n.t(
          'No “{0}” leads to “{1}” in this sentence: the text may jump here from one passage into another.',
          value('needs'),
          words,
        );
      }
      return values['key'] === undefined
        ? l10n.t(
            'From “{0}” on, this sentence ends word for word as one in paragraph {1} does ({2} characters): the text may jump here from one passage into another.',
            words,
            address,
            characters,
          )
        : l10n.t(
            'From “{0}” on, this sentence ends word for word as one in paragraph {1} of {2} does ({3} characters): the text may jump here from one statement into another.',
            words,
            address,
            value('key'),
            characters,
          );
    case 'foreign-word':
      return l10n.t(
        '“{0}” is a foreign word in running Chinese text, not in quotation marks or brackets: a Chinese word may have been lost here.',
        words,
      );
    case 'unbalanced-marks':
      return value('side') === 'opening'
        ? l10n.t('Nothing in this paragraph closes the mark {0}: words may be missing.', value('mark'))
        : l10n.t(
            'Nothing in this paragraph opens what the mark {0} closes: words may be missing.',
            value('mark'),
          );
    case 'broken-off':
      if (value('side') === 'start') {
        return l10n.t(
          'No sentence begins with “{0}”: the beginning of this paragraph may be missing.',
          words,
        );
      }
      return value('mark') === ''
        ? l10n.t('This paragraph ends after “{0}” without a final mark: it may break off here.', words)
        : l10n.t(
            'This paragraph ends after “{0}” with the mark {1}: it may break off here.',
            words,
            value('mark'),
          );
    case 'doubled-word':
      return l10n.t('“{0}” says the same twice in a row: one may be a slip.', words);
  }
}
