import type { Statement } from '../statement/model.ts';
import { compose, isEmpty, richOf, type Part } from './compose.ts';
import type { Cited, Position } from './cited.ts';
import type { Draft } from './draft.ts';
import { locatorOf } from './locator-words.ts';
import type { LocatorWords } from '../citation/locator/worded-style.ts';
import type { Rich } from './rich.ts';

/** A statement as one note cites it, with all the passages that are cited together. */
export interface Work {
  readonly statement: Statement;
  readonly addresses: readonly string[];
  readonly position: Position;
  readonly prefix: string;
  /** What stands after the citation, locators that nobody could read before it. */
  readonly suffixes: readonly string[];
  readonly firstNote?: number;
  readonly number?: number;
}

/** Passages of one statement that follow one another, without words in between, are one citation of it. */
export function worksOf(cited: readonly Cited[], position: Position): Work[] {
  const works: Work[] = [];
  for (const each of cited) {
    const work = workOf(each, position);
    const last = works.at(-1);
    const isSame =
      last !== undefined &&
      last.statement.key === work.statement.key &&
      last.suffixes.length === 0 &&
      work.prefix === '' &&
      last.addresses.length > 0 &&
      (work.addresses.length > 0 || work.suffixes.length > 0);
    if (isSame) {
      const addresses = [...last.addresses, ...work.addresses];
      works[works.length - 1] = { ...last, addresses, suffixes: work.suffixes };
    } else works.push(work);
  }
  return works;
}

function workOf(cited: Cited, position: Position): Work {
  const { statement, address, locatorText = '', prefix = '', suffix = '', firstNote, number } = cited;
  const locator = locatorText.trim();
  return {
    statement,
    addresses: locator === '' && address !== '' ? [address] : [],
    position: cited.position ?? position,
    prefix: prefix.trim(),
    suffixes: [locator, suffix.trim()].filter((text) => text !== ''),
    ...(firstNote === undefined ? {} : { firstNote }),
    ...(number === undefined ? {} : { number }),
  };
}

/** The locator of a work, in the words of a style; empty for the whole statement. */
export function locatorIn(
  { addresses, statement }: Work,
  { language }: Draft,
  english: LocatorWords,
): string {
  return locatorOf(addresses, statement, language, english);
}

/** The citation with what was written before and after it. `comma` comes before a suffix that has no mark of its own. */
export function surrounded({ prefix, suffixes }: Work, citation: Rich, comma: string): Rich {
  const joint = /[\p{Script=Han}（(《“「]$/u.test(prefix) || prefix === '' ? '' : ' ';
  const after = suffixes.map((text): Part => {
    const marked = /^([,，;；:：、.。])\s*/u.exec(text);
    if (marked === null) return [/^[)）\]】]/u.test(text) ? '' : comma, text];
    const [whole, mark = ''] = marked;
    const isWide = /[，；：、。]/u.test(mark);
    return [isWide ? mark : `${mark} `, text.slice(whole.length)];
  });
  const body = compose([['', citation], ...after]);
  return isEmpty(prefix) ? body : [...richOf(prefix + joint), ...body];
}
