import { isChinese } from '../script.ts';
import type { Statement } from '../statement/model.ts';
import { formatLocator } from './format-locator.ts';

/**
 * A Pandoc citation of a passage: `[@key，第四部分第3段]`, with a full-width comma, for Chinese statements (the only
 * form that Pandoc neither relabels "p." nor drops), `[@key, § 4, ¶ 3]` for others, `[@key]` for an empty address.
 */
export function formatCitation(statement: Statement, address: string): string {
  if (address === '') return `[@${statement.key}]`;
  const comma = isChinese(statement.metadata.language) ? '，' : ', ';
  return `[@${statement.key}${comma}${formatLocator(address, statement)}]`;
}
