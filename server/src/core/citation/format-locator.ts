import { parseAddress } from '../address.ts';
import { isChinese } from '../script.ts';
import type { Paragraph, Section, Statement } from '../statement/model.ts';
import { chineseStyle } from './locator/chinese-style.ts';
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
  const range = parseAddress(address);
  if (range === undefined) return address;
  const style = isChinese(statement.metadata.language) ? chineseStyle(statement.metadata.language) : SIGNS;
  const from = placeOf(range.from, statement.sections);
  const to = range.to === undefined ? undefined : placeOf(range.to, statement.sections);
  const forms = [to === undefined ? style.passage(from) : style.run(from, to), style.numbers(address)];
  return forms.find((form) => readsBack(form, address, statement)) ?? address;
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
