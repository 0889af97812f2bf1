import * as l10n from '@vscode/l10n';
import type { Expected } from '../core/statement/front-matter-reader.ts';
import type { Problem } from '../core/problem.ts';
import { signMessage } from './sign-messages.ts';

/** The sentence that tells a user what is wrong and what to do, in the language that l10n was set to. */
export function messageOf({ code, values }: Pick<Problem, 'code' | 'values'>): string {
  const value = (name: string): string => values[name] ?? '';
  switch (code) {
    case 'front-matter-invalid':
      return l10n.t('The front matter is not valid YAML here ({0}). Correct this line.', value('reason'));
    case 'front-matter-unclosed':
      return l10n.t('The front matter has no closing line. Add a line “---” after its last field.');
    case 'front-matter-field':
      return l10n.t(
        '“{0}” is left out of account: it should be {1}.',
        value('field'),
        expectation(value('expected')),
      );
    case 'key-missing':
      return l10n.t(
        'This statement has no “id”. It can be cited as @{0} until you give it one.',
        value('key'),
      );
    case 'key-invalid':
      return l10n.t(
        '“{0}” cannot be a citation key. Use ASCII letters, digits and hyphens; until then the key is {1}.',
        value('id'),
        value('key'),
      );
    case 'title-missing':
      return l10n.t('This statement has no title. Add a “title” to its front matter.');
    case 'no-text':
      return l10n.t('There is no paragraph to cite in this file.');
    case 'duplicate-key':
      return l10n.t(
        'The key {0} already belongs to {1}. Give this statement another “id”.',
        value('key'),
        name(value('file')),
      );
    case 'replaces-shipped':
      return l10n.t(
        'This statement is used in place of the one that ships with Pincite under the key {0}.',
        value('key'),
      );
    case 'section-duplicate':
      return l10n.t(
        'There is already a section {0} here. Its paragraphs are numbered on after those of the first; correct one of the numbers.',
        value('label'),
      );
    case 'section-missing':
      return l10n.t(
        'Section {0} follows {1}: at least one section between them is missing.',
        value('label'),
        value('previous'),
      );
    case 'line-too-long':
      return l10n.t(
        'This line has {0} characters, more than the {1} that can be read. Divide it into paragraphs.',
        value('length'),
        value('limit'),
      );
    case 'not-utf8':
      return l10n.t('From line {0} on this file is not UTF-8 text. Save it again as UTF-8.', value('line'));
    case 'unreadable-file':
      return l10n.t('This file cannot be read ({0}). Check its permissions.', value('reason'));
    case 'missing-folder':
      return l10n.t(
        'The corpus folder {0} does not exist. Correct the setting “pincite.corpusPaths”.',
        path(value('folder')),
      );
    case 'unreadable-folder':
      return l10n.t('The corpus folder {0} cannot be read ({1}).', path(value('folder')), value('reason'));
    case 'reading-stopped':
      return l10n.t(
        'Reading was stopped after {0} of {1} files. “Pincite: Reload Corpus” reads them all.',
        value('done'),
        value('total'),
      );
    case 'unknown-key':
      return values['nearest'] === undefined
        ? l10n.t('No statement has the key {0}.', value('key'))
        : l10n.t('No statement has the key {0}. The nearest is {1}.', value('key'), value('nearest'));
    case 'no-such-passage':
      return values['nearest'] === undefined
        ? l10n.t('“{0}” is not in the statement {1}.', value('asked'), value('title'))
        : l10n.t(
            '“{0}” is not in the statement {1}. The nearest passage is {2}.',
            value('asked'),
            value('title'),
            value('nearest'),
          );
    case 'repeated-passage':
    case 'spliced-sentence':
    case 'foreign-word':
    case 'unbalanced-marks':
    case 'broken-off':
    case 'doubled-word':
      return signMessage(code, values);
    case 'locator-not-understood':
      return l10n.t('“{0}” is not understood as a place in a statement.', value('locator'));
  }
}

function expectation(expected: string): string {
  switch (expected as Expected) {
    case 'text':
      return l10n.t('text');
    case 'date':
      return l10n.t('a date such as 2025-05-08');
    case 'names':
      return l10n.t('a list of names, each as "literal: name"');
    case 'words':
      return l10n.t('a list of words');
    case 'completeness':
      return l10n.t('“complete” or “truncated”');
    case 'witnesses':
      return l10n.t('a list of witnesses, each with siglum, source and lines');
    case 'emendations':
      return l10n.t('a list of emendations, each with at, witness, reading and reason');
    case 'doubts':
      return l10n.t('a list of doubts, each with at, text and reason');
    case 'variants':
      return l10n.t('a list of variants, each with at, text and readings');
  }
}

/** The last part of a URI, as a person knows the file. */
function name(uri: string): string {
  return path(uri).split('/').at(-1) ?? uri;
}

function path(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^file:\/\//, ''));
  } catch {
    return uri;
  }
}
