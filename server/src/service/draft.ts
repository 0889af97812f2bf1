import { findCitations, type Citation } from '../core/citation/citations.ts';
import { parseMarkdown, type MarkdownDocument } from '../core/citation/markdown-document.ts';
import { createLineIndex, type LineIndex } from '../core/span.ts';

/** A text in which a user writes: one version of a Markdown document. What is found in it is found when first asked for. */
export interface Draft {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly markdown: MarkdownDocument;
  /** In document order. */
  readonly citations: readonly Citation[];
}

export function createDraft(uri: string, text: string): Draft {
  let markdown: MarkdownDocument | undefined;
  let citations: readonly Citation[] | undefined;
  let lines: LineIndex | undefined;
  return {
    uri,
    text,
    get lines() {
      return (lines ??= createLineIndex(text));
    },
    get markdown() {
      return (markdown ??= parseMarkdown(text));
    },
    get citations() {
      return (citations ??= text.includes('@') ? findCitations(this.markdown) : []);
    },
  };
}
