import { compose, punctuate } from './compose.ts';
import type { Rich } from './rich.ts';
import { surrounded, type Work } from './work.ts';

/** How the citations of a note are put together. */
export interface NoteForm {
  readonly cite: (work: Work) => Rich;
  /** Before what was written after a citation. */
  readonly comma: string;
  /** Between two citations. */
  readonly between: string;
  /** At the end of the note; empty for none. */
  readonly stop: string;
}

/** A note: its citations, with what was written before and after each. */
export function notes(works: readonly Work[], { cite, comma, between, stop }: NoteForm): Rich {
  const citations = works.map((work) => surrounded(work, cite(work), comma));
  return punctuate(compose(citations.map((citation) => [between, citation] as const)), stop);
}
