import { findCitations, type Citation } from '../core/citation/citations.ts';
import { createLineIndex, type LineIndex } from '../core/span.ts';

/** A text in which a user writes: one version of a Markdown document. */
export interface Draft {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** The citations in document order; found when first asked for. */
  citations(): readonly Citation[];
}

export function createDraft(uri: string, text: string): Draft {
  let citations: readonly Citation[] | undefined;
  let lines: LineIndex | undefined;
  return {
    uri,
    text,
    get lines() {
      return (lines ??= createLineIndex(text));
    },
    citations: () => (citations ??= findCitations(text)),
  };
}
