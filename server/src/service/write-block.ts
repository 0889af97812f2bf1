import type { Span } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { Part, Written } from './write-parts.ts';

/**
 * A quotation as a block at an offset: on lines of its own, with empty ones around it where text stands there, in the
 * list, the note or the quotation that the offset is in. `paragraphs` have no marks yet. `undefined` in a table, which has
 * no room for one.
 */
export function blockAt(
  draft: Draft,
  cursor: number,
  paragraphs: readonly Written[],
): { readonly span: Span; readonly written: Written } | undefined {
  const { text, lines } = draft;
  const { line } = lines.positionAt(cursor);
  const { start, end } = lines.lineSpan(line);
  // The stop of the sentence that leads to the quotation stays with it.
  const offset = /^\p{P}+\s*$/u.test(text.slice(cursor, end)) ? end : cursor;
  const whole = text.slice(start, end);
  if (/^\s*\|/.test(whole)) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(start, offset);
  const all = marksOf(whole);
  // A cursor before the marks is not in what they begin.
  const marks = before.length < all.width ? marksOf(before) : all;
  const prefix = marks.continued;
  const empty = prefix.trimEnd();
  const block = quotationLines(paragraphs, prefix, eol);
  const after = text.slice(offset, end).trimStart();
  const isBelow = line + 1 < lines.lineCount && !isEmpty(lineAt(draft, line + 1));
  const tail = after !== '' ? [eol + empty + eol + prefix] : isBelow ? [eol + empty] : [];
  const span = { start: offset - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end: end - after.length };
  if (before.trim().length > whole.slice(0, marks.width).trim().length) {
    return { span, written: [eol + empty + eol + prefix, ...block, ...tail] };
  }
  // The line has marks alone before the cursor: the block begins on it, unless text stands right above.
  const isNewItem = marks.isNewItem;
  const isAbove = !isNewItem && line > 0 && !isEmpty(lineAt(draft, line - 1));
  const own = before.trimEnd();
  const lead = isNewItem ? `${own}${own === '' ? '' : ' '}` : prefix;
  return {
    span: { start, end: span.end },
    written: isAbove ? [empty + eol + prefix, ...block, ...tail] : [lead, ...block, ...tail],
  };
}

interface Marks {
  /** How many characters of the line are marks of quotations and lists. */
  readonly width: number;
  /** What another line of the same item or quotation begins with. */
  readonly continued: string;
  /** True if the last of them begins an item. */
  readonly isNewItem: boolean;
}

const QUOTE = /^ {0,3}> ?/;
const ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)]|\[\^[^\s^[\]]+\]:)(?:[ \t]+|$)/;

function marksOf(line: string): Marks {
  let [rest, continued, isNewItem] = [line, '', false];
  for (;;) {
    const quote = QUOTE.exec(rest)?.[0];
    const item = quote === undefined ? ITEM.exec(rest)?.[0] : undefined;
    if (quote !== undefined) continued += '> ';
    else if (item === undefined) break;
    // A note goes on with four spaces, an item where its text begins.
    else continued += item.includes('[^') ? '    ' : ' '.repeat(Math.max(item.length, 2));
    isNewItem = item !== undefined;
    rest = rest.slice((quote ?? item ?? '').length);
  }
  const indent = /^[ \t]*/.exec(rest)?.[0] ?? '';
  return { width: line.length - rest.length, continued: continued + (isNewItem ? '' : indent), isNewItem };
}

function lineAt({ text, lines }: Draft, line: number): string {
  const { start, end } = lines.lineSpan(line);
  return text.slice(start, end);
}

/** True for a line without words; marks of quotations are none. */
function isEmpty(line: string): boolean {
  return /^[\s>]*$/.test(line);
}

function quotationLines(paragraphs: readonly Written[], prefix: string, eol: string): readonly Part[] {
  const between = `${eol}${prefix}>${eol}${prefix}> `;
  return paragraphs.flatMap((paragraph, i) => [i === 0 ? '> ' : between, ...paragraph]);
}
