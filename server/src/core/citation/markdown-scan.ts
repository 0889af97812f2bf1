import { scanInline, type InlineScan } from './inline/inline-scan.ts';
import type { DocumentBlock } from './inline-block.ts';
import type { MarkdownDocument } from './markdown-document.ts';

export interface ScannedBlock {
  readonly block: DocumentBlock;
  readonly scan: InlineScan;
}

/** Scans do not change, so that citations and links of one document share them. */
const scans = new WeakMap<MarkdownDocument, readonly ScannedBlock[]>();

/** What the inline texts of a document hold, read once. */
export function scanDocument(document: MarkdownDocument): readonly ScannedBlock[] {
  const known = scans.get(document);
  if (known !== undefined) return known;
  const scanned = document.blocks.map((block) => ({ block, scan: scanInline(block, document.labels) }));
  scans.set(document, scanned);
  return scanned;
}
