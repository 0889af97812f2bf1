import { readsBackAs } from './compose-reading.ts';
import { formatCitation } from './format-citation.ts';
import type { StatementPassage } from './statement-passage.ts';

/** What a Pandoc bracket holds: `见 @a，第3—5段; @b, § 4, ¶ 3`. */
export interface PandocGroup {
  /** Without the brackets. */
  readonly items: string;
  /** What stands before the first key, in `items` with a space behind it; white space made single. */
  readonly prefix: string;
}

/**
 * The citations of some passages as one Pandoc group, in the order given; neighbours are to be joined before. Items
 * are parted by `; `, for after a full-width one Pandoc would lose the citation before it. `undefined` if the group would
 * not read back to just these passages, as with a prefix that holds a bracket or a key.
 */
export function composePandoc(passages: readonly StatementPassage[], prefix = ''): PandocGroup | undefined {
  const lead = prefix.trim().replace(/\s+/g, ' ');
  const each = passages.map(({ statement, address }) => formatCitation(statement, address).slice(1, -1));
  const items = (lead === '' ? '' : `${lead} `) + each.join('; ');
  return readsBackAs(`[${items}]`, passages, lead) ? { items, prefix: lead } : undefined;
}
