// The shipped statements, indexed as the server does it.

import { resolveLocator } from '../../../server/src/core/citation/resolve-locator.ts';
import { findPassage } from '../../../server/src/core/passage.ts';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { createPassageIndex, type PassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { statementEntry } from '../../../server/src/core/search/statement-entry.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { corpusFiles, readShipped } from '../../corpus/shipped.ts';

export const shipped = corpusFiles(readShipped()).statements;
export const shippedEntries: readonly StatementEntry[] = shipped.map((statement) =>
  statementEntry(statement),
);

/** An index of some statements that knows their addresses. */
export async function indexOf(statements: readonly Statement[]): Promise<PassageIndex> {
  const byUri = new Map(statements.map((statement) => [statement.uri, statement]));
  const index = createPassageIndex({
    addresses: ({ uri }, locators) => {
      const statement = byUri.get(uri);
      if (statement === undefined) return undefined;
      const found = locators.flatMap((locator) => resolveLocator(locator, statement).found);
      const paragraphs = found.flatMap((address) => findPassage(statement, address)?.paragraphs ?? []);
      return new Set(paragraphs.map(({ address }) => address));
    },
  });
  for (const statement of statements) index.put(statementEntry(statement));
  await index.settle();
  return index;
}
