import { isOpaque } from '../core/citation/citations.ts';
import type { Completion } from './completion-item.ts';
import { completeLocator, locatorPlace } from './completion-locator.ts';
import { completeMention, mentionPlace } from './completion-mention.ts';
import { linesAround } from './completion-place.ts';
import { completeQuotation, quotationPlace } from './completion-quotation.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';

/**
 * Keys and passages after `@`; the passages of the cited statement after the comma; in quotation marks the citation of
 * what is quoted. Empty in code, links and front matter, which are looked for only where there is something to offer.
 */
export async function completionsAt(
  library: Library,
  draft: Draft,
  offset: number,
): Promise<readonly Completion[]> {
  const around = linesAround(draft, offset);
  const complete = [
    bind(locatorPlace(around), completeLocator),
    bind(mentionPlace(around), completeMention),
    bind(quotationPlace(around), completeQuotation),
  ].find((each) => each !== undefined);
  if (complete === undefined || isOpaque(draft.markdown, offset)) return [];
  return await complete(library, draft);
}

type Complete<Place> = (library: Library, draft: Draft, place: Place) => Promise<readonly Completion[]>;

/** What completes at a place; `undefined` if the cursor is at no such place. */
function bind<Place>(place: Place | undefined, complete: Complete<Place>) {
  return place && ((library: Library, draft: Draft) => complete(library, draft, place));
}
