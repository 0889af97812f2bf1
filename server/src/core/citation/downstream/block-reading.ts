import type { Citation } from '../citation.ts';
import { createExampleFilter } from '../example-list.ts';
import { InlineTokens } from '../inline/inline-tokens.ts';
import { scanInline, type InlineScan } from '../inline/inline-scan.ts';
import type { Token } from '../inline/token.ts';
import type { MarkdownDocument } from '../markdown-document.ts';
import { scanDocument } from '../markdown-scan.ts';
import { toCitations } from '../scan.ts';

/** What one inline block holds. All offsets count in its text. */
export interface BlockReading {
  /** Where the block starts in the document. */
  readonly start: number;
  readonly text: string;
  /** In the order of their keys. */
  readonly citations: readonly Citation[];
  readonly links: InlineScan['links'];
  readonly hidden: InlineScan['hidden'];
  /** Of the text, with its brackets paired; read when first asked for. */
  tokens(): readonly Token[];
  /** The same block with another text. */
  reread(text: string): BlockReading;
}

/** Reads the blocks of a document in which a citation could stand, one at a time. */
export function* readBlocks(document: MarkdownDocument): Generator<BlockReading> {
  const isExample = createExampleFilter(document.blocks);
  const read = (start: number, text: string, { groups, links, hidden }: InlineScan): BlockReading => {
    const citations = groups
      .flatMap((group) => toCitations(group, { start: 0, text }, text))
      .filter((citation) => !isExample(citation, start))
      .sort((a, b) => a.keySpan.start - b.keySpan.start);
    let tokens: readonly Token[] | undefined;
    return {
      ...{ start, text, citations, links, hidden },
      tokens: () => (tokens ??= new InlineTokens({ start: 0, text }, document.labels).all),
      reread: (changed) => read(start, changed, scanInline({ start: 0, text: changed }, document.labels)),
    };
  };
  for (const { block, scan } of scanDocument(document)) {
    if (block.text.includes('@')) yield read(block.start, block.text, scan);
  }
}
