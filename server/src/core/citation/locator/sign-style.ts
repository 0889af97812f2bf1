import { formatRomanNumeral } from '../../numeral.ts';
import type { MarkerKind, Section } from '../../statement/model.ts';
import type { LocatorStyle } from './locator-style.ts';
import { outermostOnly, shareSection, type Place } from './place.ts';
import { isLabelled, isNumberedParagraph, named } from './section-naming.ts';

/** `§ 4, ¶ 3`, `art. 5(a)`, `preamble, ¶ 1`: signs that Pandoc reads in every language. */
export const SIGNS: LocatorStyle = {
  passage: (place) =>
    [...signLabels(place), ...(place.paragraph === undefined ? [] : [`¶ ${String(place.paragraph)}`])].join(
      ', ',
    ),
  run: (from, to) => {
    if (from.paragraph !== undefined && to.paragraph !== undefined && shareSection(from, to)) {
      return [...signLabels(from), `¶¶ ${String(from.paragraph)}-${String(to.paragraph)}`].join(', ');
    }
    const [first, last] = outermostOnly(from, to);
    if (first !== undefined && last?.kind === first.kind) {
      return `${pluralOf(signOf(first))} ${String(first.number)}-${String(last.number)}`;
    }
    return `${SIGNS.passage(from)} to ${SIGNS.passage(to)}`;
  },
  numbers: signedNumbers,
};

/** `§ 4.3`; a run that ends with a single number has the sign twice, so that it does not end in the same section. */
export function signedNumbers(address: string): string {
  return /\.\d+-\d+$/.test(address) ? `§ ${address.replace('-', ' to § ')}` : `§ ${address}`;
}

/** `§ 1.2` for nested sections without a label of their own, `art. 5` for one whose number runs through. */
function signLabels({ sections }: Place): string[] {
  const labels: string[] = [];
  for (const section of named(sections)) {
    if (section.kind === 'preamble') labels.push('preamble');
    else if (labels.length > 0 && !isLabelled(section))
      labels.push(`${labels.pop() ?? ''}${innerSign(section)}`);
    else labels.push(`${signOf(section)} ${String(section.number)}`);
  }
  return labels;
}

/** What a nested number adds: `.2`, or `(b)` where the text has it in parentheses. */
function innerSign({ kind, number }: Section): string {
  if (kind === 'letter' && number <= 26) return `(${String.fromCharCode(96 + number)})`;
  if (kind === 'roman-parenthesised') return `(${formatRomanNumeral(number).toLowerCase()})`;
  if (kind === 'decimal-parenthesised' || kind === 'circled') return `(${String(number)})`;
  return `.${String(number)}`;
}

function signOf(section: Section): string {
  const signs: Partial<Record<MarkerKind, string>> = { part: 'pt.', chapter: 'ch.', article: 'art.' };
  return signs[section.kind] ?? (isNumberedParagraph(section) ? '¶' : '§');
}

function pluralOf(sign: string): string {
  return sign.endsWith('.') ? `${sign.slice(0, -1)}s.` : `${sign}${sign}`;
}
