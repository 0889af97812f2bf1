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
  /** Whether a place is named at all, be it in words that nobody could read. */
  readonly isPlace: boolean;
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
    if (last !== undefined && continues(last, work)) {
      const addresses = [...last.addresses, ...work.addresses];
      works[works.length - 1] = { ...last, addresses, suffixes: work.suffixes };
    } else works.push(work);
  }
  return works;
}

function continues(last: Work, work: Work): boolean {
  const isWhole = (each: Work): boolean => each.addresses.length === 0 && each.suffixes.length === 0;
  return (
    last.statement.key === work.statement.key &&
    last.suffixes.length === 0 &&
    work.prefix === '' &&
    !isWhole(last) &&
    !isWhole(work)
  );
}

function workOf(cited: Cited, position: Position): Work {
  const { statement, address, locatorText = '', prefix = '', suffix = '', firstNote, number } = cited;
  const locator = locatorText.trim();
  return {
    statement,
    addresses: locator === '' && address !== '' ? [address] : [],
    isPlace: locator !== '' || address !== '',
    position: cited.position ?? position,
    prefix: prefix.trim(),
    suffixes: [locator, suffix.trim()].filter((text) => text !== ''),
    ...(firstNote === undefined ? {} : { firstNote }),
    ...(number === undefined ? {} : { number }),
  };
}

/**
 * Whether 同上 or `ibid` may stand for a work: without a place of its own it would mean the place that the note before
 * has, and that may be another.
 */
export function isIbid({ position, isPlace }: Work): boolean {
  return position === 'ibid' && isPlace;
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
    if (marked === null) return [/^[（【)）\]】]/u.test(text) ? '' : /^[([]/u.test(text) ? ' ' : comma, text];
    const [whole, mark = ''] = marked;
    const isWide = /[，；：、。]/u.test(mark);
    return [isWide ? mark : `${mark} `, text.slice(whole.length)];
  });
  const body = compose([['', citation], ...after]);
  return isEmpty(prefix) ? body : [...richOf(prefix + joint), ...body];
}
