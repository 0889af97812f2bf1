import { cardAt } from './index/segment.ts';
import { findPhrase } from './matching/find-phrase.ts';
import { Findings } from './matching/found.ts';
import { createPhraseMatcher } from './matching/phrase-matcher.ts';
import type { PassageIndex } from './passage-index.ts';

/** A statement that the index knows, by its file and its key. */
export interface IndexedStatement {
  readonly uri: string;
  readonly key: string;
}

/**
 * The statements of which some paragraph holds folded words, all that came in since among them; those of the first
 * `limit` paragraphs, newer statements first. What folds to the same is found too: it is for the caller to look.
 */
export async function statementsHolding(
  { segments }: PassageIndex,
  folded: string,
  limit: number,
): Promise<IndexedStatement[]> {
  if (folded === '') return [];
  await segments.takeIn();
  const findings = new Findings();
  findPhrase(segments.all, [createPhraseMatcher(folded)], limit, findings);
  const statements = new Map(
    findings.found.map(({ segment, unit }) => {
      const { uri, key } = cardAt(segment, unit);
      return [uri, { uri, key }] as const;
    }),
  );
  return [...statements.values()];
}
