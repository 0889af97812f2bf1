import { parseAddress, formatPath, type AddressPath } from '../address.ts';
import { formatHanNumeral, formatRomanNumeral } from '../numeral.ts';
import { isChinese } from '../script.ts';
import type { MarkerKind, Paragraph, Section, Statement } from '../statement/model.ts';
import { parseLocator } from './locator.ts';
import { resolveLocator } from './resolve-locator.ts';

type Scope = Pick<Statement, 'sections' | 'metadata'>;

/**
 * The locator of an address in the language of its statement: 第四部分第3段, 第12段, 序言第1段, 第四部分第3—5段,
 * 第一部分（二）第2段, 第五条第2段; else `§ 4, ¶ 3`, `¶ 12`, `art. 5(a)`, `preamble, ¶ 1`, with signs that Pandoc
 * reads in every language. What is written is read back to the same address by `resolveLocator`; where the usual
 * form could be read otherwise, the numbers of the address are written. An address that the statement does not
 * have, or that is malformed, is written by its numbers too; the empty address gives an empty string.
 */
export function formatLocator(address: string, statement: Scope): string {
  const range = parseAddress(address);
  if (range === undefined) return address;
  const style = isChinese(statement.metadata.language) ? chineseStyle(statement.metadata.language) : SIGNS;
  const from = placeOf(range.from, statement.sections);
  const to = range.to === undefined ? undefined : placeOf(range.to, statement.sections);
  const forms = [to === undefined ? style.passage(from) : style.run(from, to), style.numbers(address)];
  return forms.find((form) => readsBack(form, address, statement)) ?? address;
}

/** An address as the statement has it: the sections around it, and what stands in the innermost. */
interface Place {
  readonly path: AddressPath;
  readonly sections: readonly Section[];
  /** The number of the paragraph in the innermost section; absent for a section. */
  readonly paragraph?: number;
}

function placeOf(path: AddressPath, roots: readonly Section[]): Place {
  const sections: Section[] = [];
  let children = roots;
  for (let length = 1; length <= path.length; length++) {
    const wanted = formatPath(path.slice(0, length));
    const section = children.find((child) => child.address === wanted);
    if (section === undefined) break;
    sections.push(section);
    children = section.sections;
  }
  const paragraph = path.length > sections.length ? path.at(-1) : undefined;
  return { path, sections, ...(paragraph === undefined ? {} : { paragraph }) };
}

interface LocatorStyle {
  passage(place: Place): string;
  run(from: Place, to: Place): string;
  /** The numbers alone, in a form that stays unambiguous inside a citation. */
  numbers(address: string): string;
}

const SIGNS: LocatorStyle = {
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

function signedNumbers(address: string): string {
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

function chineseStyle(language: string): LocatorStyle {
  const traditional = /\b(?:hant|tw|hk|mo)\b/i.test(language);
  const units: Partial<Record<MarkerKind, string>> = {
    chapter: '章',
    section: traditional ? '節' : '节',
    article: traditional ? '條' : '条',
  };
  const numeralOf = (section: Section): string =>
    isNumberedParagraph(section) ? String(section.number) : formatHanNumeral(section.number);
  const unitOf = (section: Section): string =>
    isNumberedParagraph(section) ? '段' : (units[section.kind] ?? '部分');
  const labelOf = (section: Section, depth: number): string => {
    if (section.kind === 'preamble') return '序言';
    if (depth === 0 || isLabelled(section)) return `第${numeralOf(section)}${unitOf(section)}`;
    if (section.kind === 'han' || section.kind === 'heading' || section.kind === 'roman') {
      return `第${formatHanNumeral(section.number)}${units.section ?? ''}`;
    }
    if (section.kind === 'decimal' || section.kind === 'circled') {
      return `第${String(section.number)}${traditional ? '項' : '项'}`;
    }
    return `（${section.kind === 'han-parenthesised' ? formatHanNumeral(section.number) : String(section.number)}）`;
  };
  const labels = (place: Place): string => named(place.sections).map(labelOf).join('');
  const passage = (place: Place): string =>
    labels(place) + (place.paragraph === undefined ? '' : `第${String(place.paragraph)}段`);
  return {
    passage,
    run: (from, to) => {
      if (from.paragraph !== undefined && to.paragraph !== undefined && shareSection(from, to)) {
        return `${labels(from)}第${String(from.paragraph)}—${String(to.paragraph)}段`;
      }
      const [first, last] = outermostOnly(from, to);
      if (first !== undefined && last !== undefined && unitOf(first) === unitOf(last)) {
        const joint = isNumberedParagraph(first) ? '—' : '至';
        return `第${numeralOf(first)}${joint}${numeralOf(last)}${unitOf(first)}`;
      }
      return `${passage(from)}至${passage(to)}`;
    },
    // A run that ends with a section of one number would be read as ending in the section where it starts.
    numbers: (address) => (/\.\d+-\d+$/.test(address) ? signedNumbers(address) : address),
  };
}

/** The sections that a locator names: where numbers run through, those around the section go without saying. */
function named(sections: readonly Section[]): readonly Section[] {
  const running = sections.findLastIndex(
    (section) => section.runsThrough && (isLabelled(section) || section.kind === 'decimal'),
  );
  return running < 0 ? sections : sections.slice(running);
}

function isLabelled({ kind, runsThrough }: Section): boolean {
  return (
    kind === 'part' ||
    kind === 'chapter' ||
    kind === 'section' ||
    kind === 'article' ||
    (kind === 'decimal' && runsThrough)
  );
}

/** `12.` of a resolution or communiqué: a section that is cited as a paragraph, for it holds but one and has no title. */
function isNumberedParagraph(section: Section): boolean {
  if (section.kind !== 'decimal' || section.heading !== '') return false;
  return section.runsThrough || section.parent === undefined;
}

/** The sections of a run of whole outermost sections, without the preamble; else none. */
function outermostOnly(from: Place, to: Place): readonly Section[] {
  const [first] = from.sections;
  const isWhole = from.path.length === 1 && to.path.length === 1 && first !== undefined && first.number > 0;
  return isWhole ? [first, ...to.sections] : [];
}

function shareSection(from: Place, to: Place): boolean {
  return formatPath(from.path.slice(0, -1)) === formatPath(to.path.slice(0, -1));
}

/** True if the form, read again, names this address and nothing else. */
function readsBack(form: string, address: string, { sections }: Scope): boolean {
  const locator = parseLocator(form);
  if (locator === undefined || locator.span.end < form.length) return false;
  if (sections.length === 0) return true;
  const { found, missing } = resolveLocator(locator, { sections, paragraphs: paragraphsOf(sections) });
  return missing.length === 0 && found.length === 1 && found[0] === address;
}

/** One array for one statement, so that `resolveLocator` knows it again. */
const paragraphs = new WeakMap<readonly Section[], readonly Paragraph[]>();

function paragraphsOf(sections: readonly Section[]): readonly Paragraph[] {
  const known = paragraphs.get(sections);
  if (known !== undefined) return known;
  const all: Paragraph[] = [];
  const visit = (section: Section): void => {
    all.push(...section.paragraphs);
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  paragraphs.set(sections, all);
  return all;
}
