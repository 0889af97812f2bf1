import { formatCitation } from './format-citation.ts';
import { readsBackAs } from './compose-reading.ts';
import type { StatementPassage } from './statement-passage.ts';

/** What a Pandoc bracket holds: `见 @a，第3—5段; @b, § 4, ¶ 3`. */
export interface PandocGroup {
  /** Between the brackets. */
  readonly text: string;
  /** What stands before the first key, white space made single; empty if nothing does. */
  readonly prefix: string;
  /** One for each passage, without the prefix: `@a，第3—5段`. */
  readonly items: readonly string[];
}

/**
 * The citations of some passages as one Pandoc group, in the order given; neighbours are to be joined before. Items
 * are parted by `; `, for after a full-width one Pandoc would lose the citation before it. `undefined` if the group would
 * not read back to just these passages, as with a prefix that holds a bracket or a key.
 */
export function composePandoc(passages: readonly StatementPassage[], prefix = ''): PandocGroup | undefined {
  const lead = prefix.trim().replace(/\s+/g, ' ');
  const items = passages.map(({ statement, address }) => formatCitation(statement, address).slice(1, -1));
  const text = (lead === '' ? '' : `${lead} `) + items.join('; ');
  return readsBackAs(`[${text}]`, passages, lead) ? { text, prefix: lead, items } : undefined;
}
