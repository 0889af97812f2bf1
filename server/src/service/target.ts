import { parseLocator } from '../core/citation/locator.ts';
import { resolveLocator } from '../core/citation/resolve-locator.ts';
import { findPassage, type Passage } from '../core/passage.ts';
import type { Problem } from '../core/problem.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
import { missingPassage } from './missing-passage.ts';
import type { Refusal } from './refusal.ts';

/**
 * The passage that a person names by key and address; the address may also be a locator (`四.3`, `第四部分第3段`)
 * and is empty for the whole statement. Refuses with the nearest that exists.
 */
export function findTarget({ corpus, titles }: Library, key: string, address: string): Passage | Refusal {
  const statement = corpus.byKey(key);
  if (statement === undefined) {
    const nearest = titles.nearestKey(key);
    return refuse({ code: 'unknown-key', values: { key, ...(nearest === undefined ? {} : { nearest }) } });
  }
  const passage = findPassage(statement, address);
  if (passage !== undefined) return passage;
  const locator = parseLocator(address);
  const isWhole = locator?.span.end === address.trimEnd().length;
  if (locator === undefined || !isWhole) {
    return refuse({ code: 'locator-not-understood', values: { locator: address } });
  }
  const { found, missing } = resolveLocator(locator, statement);
  const [first, ...others] = found;
  const isOne = first !== undefined && others.length === 0 && missing.length === 0;
  const named = isOne ? findPassage(statement, first) : undefined;
  return named ?? refuse(missingPassage(statement, address, missing[0]?.nearest, NOWHERE));
}

/** What is refused stands in no file. */
const NOWHERE = { start: 0, end: 0 };

function refuse(problem: Pick<Problem, 'code' | 'values'>): Refusal {
  return { refused: messageOf(problem) };
}
