import type { Citation } from './citation.ts';
import { findCitations } from './citations.ts';
import { resolveLocator } from './resolve-locator.ts';
import type { StatementPassage } from './statement-passage.ts';

/**
 * True if a Pandoc group, read again as Markdown, cites just these passages in this order and nothing else: the check
 * of all that is written. `prefix` is what is to stand before the first key.
 */
export function readsBackAs(group: string, passages: readonly StatementPassage[], prefix = ''): boolean {
  const citations = findCitations(group);
  return (
    citations.length === passages.length &&
    passages.every((passage, i) => {
      const citation = citations[i];
      return (
        citation?.group.start === 0 &&
        citation.group.end === group.length &&
        citation.prefix === (i === 0 ? prefix : '') &&
        citation.suffix.trim() === '' &&
        cites(citation, passage)
      );
    })
  );
}

/** True if a citation names just this passage. */
export function cites(citation: Citation, { statement, address }: StatementPassage): boolean {
  if (citation.key !== statement.key) return false;
  if (citation.locator === undefined) return address === '' && citation.locatorText === '';
  const { found, missing } = resolveLocator(citation.locator, statement);
  return missing.length === 0 && found.length === 1 && found[0] === address;
}
