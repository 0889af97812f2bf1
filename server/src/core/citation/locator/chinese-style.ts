import { formatHanNumeral } from '../../numeral.ts';
import type { MarkerKind, Section } from '../../statement/model.ts';
import type { LocatorStyle } from './locator-style.ts';
import { outermostOnly, shareSection, type Place } from './place.ts';
import { isLabelled, isNumberedParagraph, named } from './section-naming.ts';
import { signedNumbers } from './sign-style.ts';

/** 第四部分第3段, 第一部分（二）第2段, 第五条第2段, in the characters of the language. */
export function chineseStyle(language: string): LocatorStyle {
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
  const paragraphs: LocatorStyle['paragraphs'] = (section, numbers) => {
    const written = numbers.map(([from, to]) => `${String(from)}${to === undefined ? '' : `—${String(to)}`}`);
    return `${labels(section)}第${written.join('、')}段`;
  };
  const passage: LocatorStyle['passage'] = (place) =>
    place.paragraph === undefined ? labels(place) : paragraphs(place, [[place.paragraph]]);
  return {
    passage,
    paragraphs,
    run: (from, to) => {
      if (from.paragraph !== undefined && to.paragraph !== undefined && shareSection(from, to)) {
        return paragraphs(from, [[from.paragraph, to.paragraph]]);
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
