import * as l10n from '@vscode/l10n';
import { spanOf } from '../core/collation/char-stream.ts';
import type { Variant } from '../core/collation/collate.ts';
import { counterpartOf, type AlignedWitness, type Differences } from '../core/collation/differences.ts';
import { regularisedWords } from '../core/reading/regularised-words.ts';
import type { Span } from '../core/span.ts';
import type { Collated } from './collations.ts';

/** What one witness has at a variant. */
export interface WitnessReading {
  readonly siglum: string;
  /** True where it has what the text has. */
  readonly isSame: boolean;
  /** Written as the text would write it; empty where it has nothing. */
  readonly words: string;
  /** The place in its source. */
  readonly uri: string;
  readonly span: Span;
  readonly compared: AlignedWitness & Differences;
}

/** What each witness that carries the place has there. */
export function readingsOf({ collation, regularised }: Collated, variant: Variant): WitnessReading[] {
  const { start, end } = variant;
  // Where a paragraph ends matters only if that is all that varies.
  const isJoined = variant.kind === 'division' ? () => false : () => true;
  const own = regularisedWords(collation.text.stream, start, end, regularised, isJoined);
  return collation.witnesses.flatMap((compared) => {
    const { siglum, source, stream } = compared.witness;
    if (!variant.readings.has(siglum)) return [];
    const [from, to] = counterpartOf(compared, start, end);
    const isPage = (i: number): boolean => isJoined() || isPageBreak(compared, i);
    const words = regularisedWords(stream, from, to, regularised, isPage);
    const isSame = variant.kind === 'spacing' ? variant.readings.get(siglum) === '' : words === own;
    return { siglum, isSame, words, uri: source.uri, span: spanOf(stream, from, to), compared };
  });
}

function isPageBreak({ differences }: Differences, index: number): boolean {
  return differences.some(({ nature, from }) => nature === 'page-break' && from === index);
}

const CONTEXT = 4;
const LONGEST = 36;

/** The words of the text with those around them: `加强〔国〕情研讨`; the brackets hold what the witnesses vary in. */
export function variantInContext({ collation: { text } }: Collated, { start, end }: Variant): string {
  const { stream, units } = text;
  const words = (from: number, to: number): string =>
    regularisedWords(stream, from, to, { width: false, spacing: false, script: false }, () => false);
  const first = units[stream.units[start] ?? -1];
  const last = units[stream.units[Math.max(end - 1, start)] ?? -1];
  const from = Math.max(start - CONTEXT, Math.min(first?.start ?? start, start));
  const to = Math.min(end + CONTEXT, Math.max(last?.end ?? end, end));
  return oneLine(`${words(from, start)}〔${shortened(words(start, end))}〕${words(end, to)}`);
}

/** A long text by its two ends. */
export function shortened(words: string): string {
  const characters = [...oneLine(words)];
  if (characters.length <= LONGEST) return characters.join('');
  const half = LONGEST / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

/** A paragraph's end within the words shows as a mark. */
function oneLine(words: string): string {
  return words.replaceAll('\n', '¶');
}

/** What each witness has, in words: `A “资”, B as here`. */
export function readingsInWords(readings: readonly WitnessReading[], kind: Variant['kind']): string {
  return readings.map((reading) => readingInWords(reading, kind)).join(l10n.t(', '));
}

export function readingInWords({ siglum, isSame, words }: WitnessReading, kind: Variant['kind']): string {
  if (isSame) return l10n.t('{0} as here', siglum);
  if (kind === 'division')
    return words.includes('\n')
      ? l10n.t('{0} begins a new paragraph', siglum)
      : l10n.t('{0} goes on without a new paragraph', siglum);
  if (kind === 'spacing') return l10n.t('{0} otherwise', siglum);
  return words === '' ? l10n.t('{0} nothing', siglum) : l10n.t('{0} “{1}”', siglum, shortened(words));
}

/** What sort of difference it is. */
export function kindInWords(kind: Variant['kind']): string {
  switch (kind) {
    case 'displacement':
      return l10n.t('other place');
    case 'repetition':
      return l10n.t('repeated');
    case 'substitution':
      return l10n.t('other words');
    case 'omission':
      return l10n.t('left out');
    case 'addition':
      return l10n.t('added');
    case 'division':
      return l10n.t('other paragraphs');
    case 'script':
      return l10n.t('traditional or simplified characters');
    case 'width':
      return l10n.t('form of marks');
    case 'spacing':
      return l10n.t('spaces');
  }
}
