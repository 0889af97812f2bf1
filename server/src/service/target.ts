import { messageOf } from './messages.ts';
import { parseLocator } from '../core/citation/locator.ts';
import { resolveLocator } from '../core/citation/resolve-locator.ts';
import { findPassage, type Passage } from '../core/passage.ts';
import type { ProblemCode } from '../core/problem.ts';
import type { Library } from './library.ts';
import type { Refusal } from './refusal.ts';

/**
 * The passage that a person names by key and address; the address may also be a locator (`四.3`, `第四部分第3段`)
 * and is empty for the whole statement. Refuses with the nearest that exists.
 */
export function findTarget({ corpus, titles }: Library, key: string, address: string): Passage | Refusal {
  const statement = corpus.byKey(key);
  if (statement === undefined) return refuse('unknown-key', { key, nearest: titles.nearestKey(key) });
  const passage = findPassage(statement, address);
  if (passage !== undefined) return passage;
  const locator = parseLocator(address);
  const isWhole = locator?.span.end === address.trimEnd().length;
  if (locator === undefined || !isWhole) return refuse('locator-not-understood', { locator: address });
  const { found, missing } = resolveLocator(locator, statement);
  const [first, ...others] = found;
  const named =
    first === undefined || others.length > 0 || missing.length > 0
      ? undefined
      : findPassage(statement, first);
  return named ?? refuse('no-such-passage', { key, asked: address, nearest: missing[0]?.nearest });
}

function refuse(code: ProblemCode, values: Record<string, string | undefined>): Refusal {
  const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return {
    refused: messageOf({
      code,
      severity: 'error',
      span: { start: 0, end: 0 },
      values: present as Record<string, string>,
    }),
  };
}
