import type { Tree } from '@lezer/common';
import {
  parser,
  Table,
  type BlockContext,
  type BlockParser,
  type Line,
  type MarkdownConfig,
} from '@lezer/markdown';
import { EndFinder } from './end-finder.ts';

/**
 * The block structure of a Markdown text, as far as it decides where a citation can stand: CommonMark with pipe
 * tables, `$$` blocks, and raw HTML as Pandoc has it, where only comments, instructions and verbatim elements hide
 * what is in them. Inline text is not read; `inline/read-tokens.ts` does, by Pandoc's rules and in linear time.
 */
export function parseBlocks(text: string): Tree {
  const ends = new EndFinder(text);
  const html: BlockParser = { name: 'HTMLBlock', parse: (cx, line) => parseHtml(cx, line, ends) };
  return grammar.configure({ parseBlock: [html] }).parse(text);
}

const grammar = parser.configure([
  guardedTables(),
  {
    // `link-definition.ts` reads these.
    remove: ['LinkReference'],
    defineNodes: [{ name: 'DisplayMath', block: true }],
    parseBlock: [{ name: 'DisplayMath', parse: parseDisplayMath, before: 'Blockquote' }],
    // Takes every inline text whole.
    parseInline: [{ name: 'Unread', parse: (cx) => cx.end, before: 'Escape' }],
  },
]);

const VERBATIM = /^<(pre|script|style|textarea)(?=[\s>]|$)/i;

/**
 * Keeps the lines of a comment, an instruction or a verbatim element together, blank lines included; what is hidden
 * in them is for the reader of inlines to say. Other elements, and those that are never closed, are ordinary text.
 */
function parseHtml(cx: BlockContext, line: Line, ends: EndFinder): boolean {
  // Inside a list or quotation a blank line may leave the container; there the lines are read one paragraph at a time.
  if (line.next !== 60 /* < */ || cx.depth > 1) return false;
  const end = endSign(line.text.slice(line.pos, line.pos + 16));
  const from = cx.lineStart + line.pos;
  const close = end === undefined ? -1 : ends.find(end, from + 2);
  if (close < 0) return false;
  let to = cx.lineStart + line.text.length;
  while (to < close && cx.nextLine()) to = cx.lineStart + line.text.length;
  cx.nextLine();
  cx.addElement(cx.elt('Paragraph', from, to));
  return true;
}

function endSign(opening: string): string | undefined {
  if (opening.startsWith('<!--')) return '-->';
  if (opening.startsWith('<?')) return '?>';
  const verbatim = VERBATIM.exec(opening)?.[1];
  return verbatim === undefined ? undefined : `</${verbatim}`;
}

/** Keeps the lines from `$$` to `$$` together, whatever they look like; without a closing sign they end at a blank line. */
function parseDisplayMath(cx: BlockContext, line: Line): boolean {
  if (line.next !== 36 /* $ */ || cx.depth > 1 || !line.text.startsWith('$$', line.pos)) return false;
  if (line.text.includes('$$', line.pos + 2)) return false;
  const from = cx.lineStart + line.pos;
  let to = cx.lineStart + line.text.length;
  let isClosed = false;
  while (!isClosed && cx.nextLine() && line.text.trim() !== '') {
    isClosed = line.text.includes('$$');
    to = cx.lineStart + line.text.length;
  }
  if (isClosed) cx.nextLine();
  cx.addElement(cx.elt('DisplayMath', from, to));
  return true;
}

/** A line of dashes under a table's header is never longer; matching one takes time and stack without bound. */
const LONGEST_DELIMITER_LINE = 10_000;

/** GFM tables, with the line of dashes guarded. */
function guardedTables(): MarkdownConfig {
  const [table] = Table.parseBlock ?? [];
  if (table === undefined) return Table;
  const guarded: BlockParser = {
    ...table,
    endLeaf: (cx, line, leaf) =>
      cx.peekLine().length <= LONGEST_DELIMITER_LINE && (table.endLeaf?.(cx, line, leaf) ?? false),
    leaf: (cx, leaf) => {
      const rows = table.leaf?.(cx, leaf) ?? null;
      if (rows === null) return null;
      // The parser itself is kept, for it is recognised by its class.
      const nextLine = rows.nextLine.bind(rows);
      let isTooLong: boolean | undefined;
      rows.nextLine = (context, line, block) => {
        isTooLong ??= line.text.length > LONGEST_DELIMITER_LINE;
        return !isTooLong && nextLine(context, line, block);
      };
      return rows;
    },
  };
  return { ...Table, parseBlock: [guarded] };
}
