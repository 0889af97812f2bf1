import type { Draft } from './draft.ts';
import type { Rich } from './rich.ts';
import type { Statement } from '../statement/model.ts';
import type { Work } from './work.ts';

/** How one style writes. */
export interface StyleTemplate {
  /** Whether a citation is a note, or stands in the text. */
  readonly kind: 'note' | 'in-text';
  /** The whole note, its full stop included, or the whole citation in the text with its brackets. */
  cite(works: readonly Work[], draft: Draft): Rich;
  /** The entry of the list of references, whole. */
  entry(statement: Statement, draft: Draft): Rich;
}
