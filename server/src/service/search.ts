import type { Hit } from '../core/search/passage-search.ts';
import type { Library } from './library.ts';

export type FoundPassage = Omit<Hit, 'kind'>;

export interface FoundPassages {
  readonly passages: readonly FoundPassage[];
  /** How many were found in all. */
  readonly total: number;
  /** Present if there may be more than `total`: counting stops once there are many. */
  readonly more?: true;
  /** Present if nothing holds the words, and these are the passages that come nearest. */
  readonly near?: true;
}

/** Passages that a query finds, best first. */
export async function searchPassages(
  { passages }: Library,
  query: string,
  limit: number,
): Promise<FoundPassages> {
  const { hits, total, more, isNear } = await passages.search(query, limit);
  return {
    total,
    ...(more && { more }),
    ...(isNear && hits.length > 0 && { near: true as const }),
    passages: hits.map(({ kind: _kind, score, ...hit }) => ({
      ...hit,
      score: Math.round(score * 1000) / 1000,
    })),
  };
}
