import type { Span } from '../span.ts';
import type { DocumentBlock } from './inline-block.ts';
import { parseBlocks } from './markdown-grammar.ts';
import { readDefinitions, normaliseLabel, type LinkDefinition } from './link-definition.ts';

/** A Markdown document as its citations and links need it: one parse serves both. */
export interface MarkdownDocument {
  readonly source: string;
  /** In document order. What is in none of them is code, front matter or a definition. */
  readonly blocks: readonly DocumentBlock[];
  /** By normalised label; of two definitions the first. */
  readonly definitions: ReadonlyMap<string, LinkDefinition>;
  /** Every label that `[label]` links to: definitions and, as in Pandoc, headings. */
  readonly labels: ReadonlySet<string>;
}

/** Finds the inline blocks of a Markdown document. Any text is a document. */
export function parseMarkdown(source: string): MarkdownDocument {
  const text = normaliseLines(source);
  const bodyStart = metadataEnd(text);
  const body = limitDepth(text.slice(bodyStart));
  const blocks: DocumentBlock[] = [];
  const definitions = new Map<string, LinkDefinition>();
  const labels = new Set<string>();
  const add = (span: Span, quotes: number, isHeading: boolean): void => {
    const words = withoutQuoteMarks(text.slice(span.start, span.end), quotes);
    const block = { start: span.start, text: words, quotes };
    if (isHeading) labels.add(normaliseLabel(headingText(block.text)));
    const { found, rest } = isHeading ? { found: [], rest: [block] } : readDefinitions(block);
    for (const definition of found) {
      if (!definitions.has(definition.label)) definitions.set(definition.label, definition);
      labels.add(definition.label);
    }
    blocks.push(...rest);
  };
  let quotes = 0;
  /** True after a footnote or a definition list's item: what is indented then goes on with it. */
  let mayContinue = false;
  parseBlocks(body).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'Blockquote') quotes++;
      if (CONTAINERS.has(name)) return true;
      if (MARKS.has(name)) return false;
      const span = { start: from + bodyStart, end: to + bodyStart };
      if (name === 'CodeBlock') {
        if (mayContinue) for (const part of indentedParagraphs(text, span)) add(part, quotes, false);
        return false;
      }
      const isText = name !== 'FencedCode' && name !== 'HorizontalRule';
      mayContinue = isText && CONTINUED.test(text.slice(span.start, span.start + 200));
      if (isText) add(span, quotes, name.includes('Heading'));
      return false;
    },
    leave: ({ name }) => {
      if (name === 'Blockquote') quotes--;
    },
  });
  return { source, blocks, definitions, labels };
}

const CONTAINERS: ReadonlySet<string> = new Set([
  ...['Document', 'Blockquote', 'BulletList', 'OrderedList', 'ListItem', 'Table', 'TableHeader', 'TableRow'],
]);
const MARKS: ReadonlySet<string> = new Set([
  'QuoteMark',
  'ListMark',
  'HeaderMark',
  'CodeMark',
  'TableDelimiter',
]);

/** Footnotes, and the definitions of Pandoc's definition lists, go on in paragraphs indented by four. */
const CONTINUED = /^(?:\[\^[^\s\]]+\]:|[:~][ \t]|[^\n]*\n[:~][ \t])/;

/** `\r\n` becomes a space and `\n`, a lone `\r` becomes `\n`: every offset stays what it is. */
function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n')) : text;
}

/** The end of the YAML front matter, or of Pandoc's title block (`% title`), at the start of a document; else 0. */
function metadataEnd(text: string): number {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (text.startsWith('%', start)) return titleBlockEnd(text, start);
  if (!/^---[ \t]*\n/.test(text.slice(start, start + 100))) return start;
  let at = text.indexOf('\n', start) + 1;
  while (at > 0 && at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + 100)).trimEnd();
    if (line === '---' || line === '...') return end < 0 ? text.length : end + 1;
    if (end < 0) break;
    at = end + 1;
  }
  return start;
}

/** At most twenty lines that begin with `%` or go on, indented, with one that does. */
function titleBlockEnd(text: string, start: number): number {
  let at = start;
  for (let lines = 0; lines < 20; lines++) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (!/^(?:%|[ \t]+\S)/.test(text.slice(at, Math.min(end, at + 100)))) break;
    at = Math.min(end + 1, text.length);
  }
  return at;
}

const DEEPEST_COLUMN = 256;

/**
 * Quotations and lists nested hundreds deep are no text, but cost time and memory without bound. Where the marks at
 * the start of a line go on beyond a column, those beyond it are overwritten.
 */
function limitDepth(text: string): string {
  const tooDeep = /^[ \t>*+\d.)-]{256}[ \t>*+\d.)-]*/gm;
  return text.replace(
    tooDeep,
    (marks) => marks.slice(0, DEEPEST_COLUMN) + marks.slice(DEEPEST_COLUMN).replace(/[^ \t]/g, 'x'),
  );
}

function withoutQuoteMarks(text: string, quotes: number): string {
  if (quotes === 0 || !text.includes('\n')) return text;
  const marks = new RegExp(`(?<=\\n)(?:[ \\t]{0,3}>){1,${String(Math.min(quotes, DEEPEST_COLUMN))}}`, 'g');
  return text.replace(marks, (found) => ' '.repeat(found.length));
}

/** The paragraphs of an indented block, without those that are indented twice and so are code after all. */
function indentedParagraphs(text: string, block: Span): Span[] {
  const paragraphs: Span[] = [];
  let open: Span | undefined;
  // The first line's indentation may stand before the block.
  let at = text.lastIndexOf('\n', block.start) + 1;
  while (at < block.end) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : Math.min(lineEnd, block.end);
    const line = text.slice(at, end);
    if (line.trim() === '') open = undefined;
    else if (open !== undefined) {
      open = { start: open.start, end };
      paragraphs[paragraphs.length - 1] = open;
    } else if (!/^(?: {8}|\t\t| {4}\t|\t {4})/.test(line)) {
      open = { start: at, end };
      paragraphs.push(open);
    }
    at = end + 1;
  }
  return paragraphs;
}

function headingText(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/^#{1,6}[ \t]+|[ \t]*#*[ \t]*(?:\{[^{}]*\})?[ \t]*$|\n[=-]+[ \t]*$/g, '')
    .trim();
}
