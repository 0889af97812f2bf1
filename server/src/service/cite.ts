import { formatCitation } from '../core/citation/format-citation.ts';
import type { Library } from './library.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { findTarget } from './target.ts';

/** The citation of a passage, or of a whole statement for an empty address, as it is written into Markdown. */
export function citePassage(
  library: Library,
  key: string,
  address: string,
): { readonly text: string } | Refusal {
  const passage = findTarget(library, key, address);
  return isRefusal(passage) ? passage : { text: formatCitation(passage.statement, passage.address) };
}
