import type { Range } from '../core/span.ts';
import { createDraft } from './draft.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
import { resolveCitation } from './resolve.ts';

/** A citation found in a text, in the shape of `pincite resolve --json`. */
export interface ResolvedText {
  readonly range: Range;
  readonly raw: string;
  readonly key: string;
  readonly addresses: readonly string[];
  /** As written; empty for a bare key. */
  readonly locator: string;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** Every citation in a Markdown text, with what it points to. */
export function resolveText(library: Library, text: string): ResolvedText[] {
  const draft = createDraft('', text);
  return draft.citations.map((citation) => {
    const { addresses, problems } = resolveCitation(library, citation);
    return {
      range: draft.lines.rangeOf(citation.span),
      raw: text.slice(citation.span.start, citation.span.end),
      key: citation.key,
      addresses,
      locator: citation.locatorText,
      problems: problems.map((problem) => ({ code: problem.code, message: messageOf(problem) })),
    };
  });
}
