import { touches } from '../span.ts';
import type { Citation } from './citation.ts';
import { createExampleFilter } from './example-list.ts';
import { scanDocument } from './markdown-scan.ts';
import { parseMarkdown, type MarkdownDocument } from './markdown-document.ts';
import { toCitations } from './scan.ts';

export type { Citation } from './citation.ts';

/**
 * Finds the citations of a Markdown text in document order, as Pandoc's Markdown reader (3.x) would; one that stands in
 * the prefix or suffix of another follows it. Any text will do. A document that is parsed already is not parsed again.
 */
export function findCitations(markdown: string | MarkdownDocument): Citation[] {
  if (typeof markdown === 'string' && !markdown.includes('@')) return [];
  const document = typeof markdown === 'string' ? parseMarkdown(markdown) : markdown;
  const isExample = createExampleFilter(document.blocks);
  const citations = scanDocument(document).flatMap(({ block, scan }) =>
    scan.groups.flatMap((group) => toCitations(group, block, document.source)),
  );
  return citations
    .filter((citation) => !isExample(citation))
    .sort((a, b) => a.keySpan.start - b.keySpan.start);
}

/** The innermost citation that a cursor touches; `undefined` if there is none. */
export function citationAt(citations: readonly Citation[], offset: number): Citation | undefined {
  const width = ({ span }: Citation): number => span.end - span.start;
  return citations
    .filter(({ span }) => touches(span, offset))
    .reduce<Citation | undefined>(
      (best, each) => (best === undefined || width(each) < width(best) ? each : best),
      undefined,
    );
}

/** True where nothing can be a citation: in front matter, code, mathematics, tags, comments and the targets of links. */
export function isOpaque(markdown: string | MarkdownDocument, offset: number): boolean {
  const document = typeof markdown === 'string' ? parseMarkdown(markdown) : markdown;
  const block = document.blocks.find(({ start, text }) => start <= offset && offset <= start + text.length);
  if (block === undefined) return true;
  const [scanned] = scanDocument({ ...document, blocks: [block] });
  const at = offset - block.start;
  const targets =
    scanned?.scan.links.filter(({ kind }) => kind === 'source').map(({ target }) => target) ?? [];
  return (
    (scanned?.scan.hidden.some(({ start, end }) => start < at && at < end) ?? false) ||
    targets.some(({ start, end }) => start <= at && at <= end)
  );
}
