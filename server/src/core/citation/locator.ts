import { formatAddress } from '../address.ts';
import type { Span } from '../span.ts';
import type { CitedPassage, LocatorLevel } from './locator/cited-passage.ts';
import { foldLocatorText } from './locator/folded-text.ts';
import { PassageChain } from './locator/passage-chain.ts';
import { readUnit } from './locator/read-unit.ts';

export type { CitedPassage, LocatorLevel } from './locator/cited-passage.ts';
export type { LevelKind } from './locator/unit.ts';

export interface Locator {
  /** In the order of the text; never empty. */
  readonly passages: readonly CitedPassage[];
  /** The part of the text that was understood; what follows it is no locator. */
  readonly span: Span;
}

/** Nobody writes a longer locator, and a suffix may be as long as a document. */
const LONGEST = 400;

/**
 * Reads the locator at the start of a text (white space before it is passed over): 第四部分第3段, § 4, ¶ 3,
 * sec. 4, para. 3, разд. 4, абз. 3, 4.3, 四（三）. `undefined` if the text does not begin with one; a page (`p. 3`,
 * 第2版) is none, for it says nothing about the text of a statement.
 */
export function parseLocator(text: string): Locator | undefined {
  const folded = foldLocatorText(text.slice(0, LONGEST));
  const start = folded.length - folded.trimStart().length;
  const chain = new PassageChain();
  let end = start;
  for (;;) {
    const read = readUnit(folded, end, chain.isEmpty);
    if (read === undefined || !chain.add(read.connector, read.units)) break;
    end = read.end;
  }
  const passages = chain.passages();
  return passages.length === 0 ? undefined : { passages, span: { start, end } };
}

/**
 * The addresses of a locator when nothing is known of the statement: each level gives its number, and the preamble
 * gives 0. One string for each passage or run.
 */
export function toAddresses(locator: Locator): string[] {
  return locator.passages.map(toAddress);
}

/** The address of one cited passage, by its numbers alone. */
export function toAddress({ from, to }: CitedPassage): string {
  const numbers = (levels: readonly LocatorLevel[]): number[] => levels.map(({ number }) => number);
  return formatAddress({ from: numbers(from), ...(to === undefined ? {} : { to: numbers(to) }) });
}
