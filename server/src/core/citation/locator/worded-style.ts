import { formatRomanNumeral } from '../../numeral.ts';
import type { MarkerKind, Section } from '../../statement/model.ts';
import type { LocatorStyle } from './locator-style.ts';
import { outermostOnly, shareSection, type Place } from './place.ts';
import { isLabelled, isNumberedParagraph, named } from './section-naming.ts';

/** A label before one number, and before several. */
export type Label = readonly [one: string, many: string];

/** The labels of locators that stand before their numbers: `§ 4`, `sec. 4`, разд. 4. */
export interface LocatorWords {
  readonly section: Label;
  readonly part: Label;
  readonly chapter: Label;
  readonly article: Label;
  readonly paragraph: Label;
  /** A paragraph with a number of its own, `12.` of a resolution. */
  readonly numberedParagraph: Label;
  readonly preamble: string;
  /** Between the numbers of a run. */
  readonly dash: string;
  /** Between two passages that are the ends of a run. */
  readonly to: string;
}

/** Locators of labels and numbers, from the outside in: `§ 4, ¶ 3`, `Section 4, paras. 3–5`, `art. 5(a)`. */
export function wordedStyle(words: LocatorWords): LocatorStyle {
  const labelOf = (section: Section): Label => {
    const labels: Partial<Record<MarkerKind, Label>> = {
      part: words.part,
      chapter: words.chapter,
      article: words.article,
    };
    return labels[section.kind] ?? (isNumberedParagraph(section) ? words.numberedParagraph : words.section);
  };
  /** `§ 1.2` for nested sections without a label of their own, `art. 5` for one whose number runs through. */
  const labels = ({ sections }: Place): string[] => {
    const written: string[] = [];
    for (const section of named(sections)) {
      if (section.kind === 'preamble') written.push(words.preamble);
      else if (written.length > 0 && !isLabelled(section))
        written.push(`${written.pop() ?? ''}${innerNumber(section)}`);
      else written.push(`${labelOf(section)[0]} ${String(section.number)}`);
    }
    return written;
  };
  const paragraphs: LocatorStyle['paragraphs'] = (section, numbers) => {
    const [only] = numbers;
    const label = words.paragraph[numbers.length === 1 && only?.[1] === undefined ? 0 : 1];
    const written = numbers.map(
      ([from, to]) => `${String(from)}${to === undefined ? '' : words.dash + String(to)}`,
    );
    return [...labels(section), `${label} ${written.join(', ')}`].join(', ');
  };
  const passage: LocatorStyle['passage'] = (place) =>
    place.paragraph === undefined ? labels(place).join(', ') : paragraphs(place, [[place.paragraph]]);
  const numbers: LocatorStyle['numbers'] = (address) => numbersLabelled(words.section[0], words.to, address);
  return {
    passage,
    paragraphs,
    numbers,
    run: (from, to) => {
      if (from.paragraph !== undefined && to.paragraph !== undefined && shareSection(from, to)) {
        return paragraphs(from, [[from.paragraph, to.paragraph]]);
      }
      const [first, last] = outermostOnly(from, to);
      if (first !== undefined && last?.kind === first.kind) {
        return `${labelOf(first)[1]} ${String(first.number)}${words.dash}${String(last.number)}`;
      }
      return `${passage(from)}${words.to}${passage(to)}`;
    },
  };
}

/** `§ 4.3`; a run that ends with a single number has the sign twice, so that it does not end in the same section. */
export function numbersLabelled(label: string, to: string, address: string): string {
  return /\.\d+-\d+$/.test(address)
    ? `${label} ${address.replace('-', `${to}${label} `)}`
    : `${label} ${address}`;
}

/** What a nested number adds: `.2`, or `(b)` where the text has it in parentheses. */
function innerNumber({ kind, number }: Section): string {
  if (kind === 'letter' && number <= 26) return `(${String.fromCharCode(96 + number)})`;
  if (kind === 'roman-parenthesised') return `(${formatRomanNumeral(number).toLowerCase()})`;
  if (kind === 'decimal-parenthesised' || kind === 'circled') return `(${String(number)})`;
  return `.${String(number)}`;
}
