import * as l10n from '@vscode/l10n';
import type { Trap, TrapCode } from '../core/citation/downstream/trap.ts';

/** What happens downstream, and what to write instead: one sentence each. */
export function trapMessage({ code, values }: Pick<Trap, 'code' | 'values'>): string {
  const value = (name: string): string => values[name] ?? '';
  switch (code) {
    case 'full-width-semicolon':
      return l10n.t(
        'Pandoc does not part citations at “；”: only the last is printed, and @{0} vanishes with all that is said of it. Write “; ”.',
        value('lost'),
      );
    case 'nested-citation':
      return l10n.t(
        'Pandoc takes @{1} for a part of what is said of @{0}, and @{0} vanishes. Part the two with “; ”.',
        value('lost'),
        value('kept'),
      );
    case 'page-trap':
      return l10n.t(
        'Pandoc takes “{0}” for the number of a page: it is printed as “p. {0}”, or not at all. Write “{1}”.',
        value('word'),
        value('form'),
      );
    case 'key-after-han':
      return l10n.t(
        'Right after “{1}” Pandoc takes @{0} for plain text, and nothing is cited. Write “[@{0}]”, or put a space before the “@”.',
        value('key'),
        value('before'),
      );
    case 'han-after-key':
      return l10n.t(
        'Pandoc reads “{1}” as part of the key, and finds no @{2}. End the key {0} with a space or a mark.',
        value('meant'),
        value('tail'),
        value('key'),
      );
    case 'prefix-without-space':
      return l10n.t(
        'Without a space before the “@” Pandoc takes @{0} for plain text, and nothing is cited. Put a space there.',
        value('key'),
      );
    case 'label-language':
      return l10n.t(
        'Under “lang: {1}” Pandoc does not know the label “{0}”: no style can set it, and it is printed as it stands. Write “{2}”.',
        value('label'),
        value('language'),
        value('form'),
      );
    case 'braces':
      return bracesMessage(values);
    case 'key-not-ascii':
      return values['ascii'] === undefined
        ? l10n.t('Zettlr reads keys of ASCII characters only: to it, “{0}” is no citation.', value('key'))
        : l10n.t(
            'Zettlr reads keys of ASCII characters only: to it, “{0}” is no citation. Write “{1}”.',
            value('key'),
            value('ascii'),
          );
  }
}

function bracesMessage({ key, words = '', form }: Trap['values']): string {
  if (key !== undefined) {
    return l10n.t('Zettlr does not read a key in braces. Write “@{0}”.', key);
  }
  if (form === undefined) {
    return l10n.t(
      'Zettlr does not read “{0}”, and older Pandocs print “p.” before it. Do without the braces.',
      words,
    );
  }
  return form === ''
    ? l10n.t('Zettlr does not read “{0}”, and older Pandocs print “p.” for it. Leave it out.', words)
    : l10n.t('Zettlr does not read “{0}”, and older Pandocs print “p.” before it. Write “{1}”.', words, form);
}

/** What all places with a trap have in common, to end the title of an action. */
export function trapName(code: TrapCode): string {
  switch (code) {
    case 'full-width-semicolon':
      return l10n.t('full-width semicolons between citations');
    case 'nested-citation':
      return l10n.t('citations that are not parted');
    case 'page-trap':
      return l10n.t('passages that are taken for pages');
    case 'key-after-han':
      return l10n.t('keys right after a Chinese character');
    case 'han-after-key':
      return l10n.t('keys that run into the text after them');
    case 'prefix-without-space':
      return l10n.t('citations without a space before the key');
    case 'label-language':
      return l10n.t('labels in another language than that of the document');
    case 'braces':
      return l10n.t('braces in citations');
    case 'key-not-ascii':
      return l10n.t('keys that are not ASCII');
  }
}
