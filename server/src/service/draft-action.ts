import type { Range } from '../core/span.ts';
import type { ActionEdit } from './code-actions.ts';

/** The kinds of actions in a draft, as the Language Server Protocol names them. */
export const draftActionKinds = ['quickfix', 'refactor.rewrite', 'source.fixAll.pincite'] as const;
export type DraftActionKind = (typeof draftActionKinds)[number];

/** Something that can be done at a place of a draft. */
export interface DraftAction {
  readonly kind: DraftActionKind;
  readonly title: string;
  /** In order, disjoint. */
  readonly edits: readonly ActionEdit[];
  /** True for the one that an editor makes when it is asked to fix without a question. */
  readonly isPreferred?: true;
  /** The findings that it does away with; absent if it is about none. */
  readonly about?: readonly AboutFinding[];
}

export interface AboutFinding {
  readonly code: string;
  readonly range: Range;
}
