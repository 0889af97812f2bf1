import * as l10n from '@vscode/l10n';
import type { Finding } from '../core/accounting/finding.ts';

/** The sentence that tells an editor of a corpus what is wrong, in the language that l10n was set to. */
export function corpusMessageOf({ code, values }: Pick<Finding, 'code' | 'values'>): string {
  const value = (name: string): string => values[name] ?? '';
  const quoted = (name: string): string => `“${shortened(value(name))}”`;
  switch (code) {
    case 'source-unclaimed':
      return l10n.t(
        'No witness and no furniture has {0} of {1}. Add {0} to the “lines” of a witness, or to furniture.yaml with a reason.',
        linesInWords(values),
        value('source'),
      );
    case 'source-claimed-twice':
      return l10n.t(
        '{0} of {1}: claimed by {2} and by {3}. Each line belongs to one of them.',
        linesInWords(values),
        value('source'),
        value('first'),
        value('second'),
      );
    case 'source-altered':
      return l10n.t(
        '{0} is not the file whose checksum sources.sha256 has: it was altered.',
        value('source'),
      );
    case 'source-not-sealed':
      return l10n.t('sources.sha256 has no checksum of {0}.', value('source'));
    case 'furniture-invalid':
      return l10n.t('This item of the furniture list cannot be read ({0}).', value('reason'));
    case 'furniture-source-missing':
    case 'witness-source-missing':
      return l10n.t('There is no file {0} in the folder “sources”.', value('source'));
    case 'furniture-out-of-range':
    case 'witness-out-of-range':
      return l10n.t(
        'Lines {0} to {1} are not in {2}, which has {3} lines.',
        value('from'),
        value('to'),
        value('source'),
        value('count'),
      );
    case 'furniture-text':
      return l10n.t(
        'Line {0} of {1} should have {2} {3} times, and has it {4} times.',
        value('line'),
        value('source'),
        quoted('words'),
        value('times'),
        value('count'),
      );
    case 'furniture-repeats':
      return l10n.t(
        'Line {0} of {1} does not repeat lines {2} to {3} word for word.',
        value('line'),
        value('source'),
        value('from'),
        value('to'),
      );
    case 'witness-siglum':
      return l10n.t('Another witness has the siglum {0} already.', value('siglum'));
    case 'text-not-carried':
      return value('siglum') === ''
        ? l10n.t(
            '{0} ({1}): no witness has these words here, and no emendation declares them.',
            quoted('words'),
            value('at'),
          )
        : l10n.t(
            '{0} ({1}): no witness has these words here, and no emendation declares them. {2} has {3}.',
            quoted('words'),
            value('at'),
            value('siglum'),
            value('found') === '' ? l10n.t('nothing') : quoted('found'),
          );
    case 'text-not-regularised':
      return l10n.t(
        '{0} ({1}): “regularised” declares a form for this character that the text does not use.',
        quoted('words'),
        value('at'),
      );
    case 'text-omits':
      return l10n.t(
        '{0}: the text leaves out {1}, which {2} has here.',
        value('at'),
        quoted('found'),
        value('siglum'),
      );
    case 'text-joined':
      return l10n.t(
        '{0}: no witness has what stands before and after this place one after the other.',
        value('at'),
      );
    case 'text-division':
      return l10n.t('{0}: no witness ends a paragraph here.', value('at'));
    case 'text-division-lost':
      return l10n.t('{0}: {1} ends a paragraph here.', value('at'), value('siglum'));
    case 'text-unaddressed':
      return l10n.t('{0} belongs to no paragraph, heading or closing line.', quoted('words'));
    case 'emendation-address':
      return value('found') === ''
        ? l10n.t('{0} is no address of this statement.', value('at'))
        : l10n.t('{0} stands in {1}, not in {2}.', quoted('words'), value('found'), value('at'));
    case 'emendation-witness':
      return l10n.t('No witness has {0}: the emendation no longer applies.', quoted('words'));
    case 'emendation-several':
      return l10n.t(
        'A witness has {0} in {1} places. Give more words, so that they stand in one.',
        quoted('words'),
        value('count'),
      );
    case 'emendation-reading':
      return l10n.t(
        'The text does not have {0} in {1}: the emendation no longer applies.',
        quoted('words'),
        value('at'),
      );
    case 'doubt-text':
    case 'variant-text':
      return value('count') === '0' || value('count') === ''
        ? l10n.t('The text does not have {0} in {1}.', quoted('words'), value('at'))
        : l10n.t(
            '{0} stands in {1} in {2} places. Give more words, so that they stand in one.',
            quoted('words'),
            value('at'),
            value('count'),
          );
    case 'variant-reading':
      return l10n.t(
        '{0} has {1} in {2}, not {3}, or it has what the text has.',
        value('siglum'),
        quoted('found'),
        value('at'),
        quoted('words'),
      );
    case 'variant-witness':
      return l10n.t('No witness of this statement has the siglum {0}.', value('siglum'));
    case 'variant-unrecorded':
      return l10n.t(
        '{0}: the text has {1}, {2} has {3}, and “variants” does not say so.',
        value('at'),
        quoted('words'),
        value('siglum'),
        quoted('found'),
      );
    case 'variants-unrecorded':
      return l10n.t(
        'The witnesses differ from the text in {0} places. “pincite collate {1} --record” prints the list for the front matter.',
        value('count'),
        value('key'),
      );
  }
}

function linesInWords(values: Finding['values']): string {
  const [line, last] = [values['line'] ?? '', values['last'] ?? ''];
  return line === last ? l10n.t('line {0}', line) : l10n.t('lines {0} to {1}', line, last);
}

/** Long words by their two ends, line ends as a mark. */
function shortened(words: string): string {
  const characters = Array.from(words.replaceAll('\n', '¶'));
  return characters.length <= 40
    ? characters.join('')
    : `${characters.slice(0, 20).join('')}…${characters.slice(-18).join('')}`;
}
