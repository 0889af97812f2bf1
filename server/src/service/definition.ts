import type { Range } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { referenceAt } from './reference.ts';

export interface Target {
  /** The words in the draft that lead there. */
  readonly from: Range;
  readonly uri: string;
  /** The whole passage. */
  readonly range: Range;
  /** Where the cursor goes. */
  readonly selection: Range;
}

/** The passages that the reference under the cursor points to; empty where there is none. */
export function definitionAt(library: Library, draft: Draft, offset: number): Target[] {
  const reference = referenceAt(library, draft, offset);
  if (reference === undefined) return [];
  const from = draft.lines.rangeOf(reference.span);
  return reference.passages.map(({ kind, statement, span, paragraphs }) => {
    const { lines, uri } = statement;
    const start = kind === 'statement' ? (paragraphs[0]?.span.start ?? 0) : span.start;
    const range = lines.rangeOf(kind === 'statement' ? { start, end: span.end } : span);
    return { from, uri, range, selection: { start: range.start, end: range.start } };
  });
}
