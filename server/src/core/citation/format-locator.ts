import { parseAddress } from '../address.ts';
import { isChinese } from '../script.ts';
import type { Paragraph, Section, Statement } from '../statement/model.ts';
import { chineseStyle } from './locator/chinese-style.ts';
import type { LocatorStyle } from './locator/locator-style.ts';
import { placeOf } from './locator/place.ts';
import { SIGNS } from './locator/sign-style.ts';
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
  const style = isChinese(statement.metadata.language) ? chineseStyle(statement.metadata.language) : SIGNS;
  return hasUsualForm(address, statement, style)
    ? usualForm(address, statement, style)
    : plainForm(address, statement, style);
}

/** The usual form of an address in a style; a malformed address as it is. */
export function usualForm(address: string, { sections }: Scope, style: LocatorStyle): string {
  const range = parseAddress(address);
  if (range === undefined) return address;
  const from = placeOf(range.from, sections);
  return range.to === undefined ? style.passage(from) : style.run(from, placeOf(range.to, sections));
}

/** True if the usual form of an address, in a style that can be read, is read as this address and nothing else. */
export function hasUsualForm(address: string, statement: Scope, style: LocatorStyle): boolean {
  return readsBack(usualForm(address, statement, style), address, statement);
}

function plainForm(address: string, statement: Scope, style: LocatorStyle): string {
  const numbers = parseAddress(address) === undefined ? address : style.numbers(address);
  return readsBack(numbers, address, statement) ? numbers : address;
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
