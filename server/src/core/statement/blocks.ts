import type { LineIndex, Span } from '../span.ts';
import { groupLines, joinTexts, type LineGroup, type LineRole } from './lines.ts';
import { skipWhiteSpace, trimSpan } from './white-space.ts';

/** A piece of a statement's body: a heading, a paragraph as the file divides it, or a line that only separates. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'break';
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  /** The words, wrapped lines joined: with a space, but without one between Han characters. */
  readonly text: string;
  /** Where the block stands in the file, the marks of a heading included. */
  readonly span: Span;
  /** Where the words of each line stand. */
  readonly lines: readonly Span[];
  /** True if this goes on with the paragraph above, should it turn out to open nothing: see `LineGroup`. */
  readonly glued: boolean;
}

/** What a line begins with that may be more than text: a comment, a heading, an underline, a break. */
const SIGNS: ReadonlySet<number> = new Set(Array.from('<#=-*_', (sign) => sign.charCodeAt(0)));
const BREAK = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/;
const LONGEST_UNDERLINED = 200;

/**
 * Divides the lines from `firstLine` on into blocks. Blank lines separate; a heading is a line of its own; how lines
 * without a blank line between them belong together, `groupLines` says. Comments of Markdown are left out.
 */
export function readBlocks(
  source: string,
  lines: LineIndex,
  firstLine: number,
  roleOf: (line: string) => LineRole,
): Block[] {
  const blocks: Block[] = [];
  let run: Span[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    for (const group of groupLines(source, run, roleOf)) blocks.push(paragraph(source, group));
    run = [];
  };
  let commentEnd = 0;
  let nothingCloses = false;
  for (let number = firstLine; number < lines.lineCount; number++) {
    const span = withoutByteOrderMark(source, lines.lineSpan(number));
    if (span.start < commentEnd) {
      const rest = { start: Math.min(commentEnd, span.end), end: span.end };
      if (skipWhiteSpace(source, rest.start, rest.end) < rest.end) run.push(rest);
      continue;
    }
    const first = skipWhiteSpace(source, span.start, span.end);
    if (first === span.end) {
      flush();
      continue;
    }
    if (!SIGNS.has(source.charCodeAt(first))) {
      run.push(span);
      continue;
    }
    const line = source.slice(span.start, span.end);
    if (!nothingCloses && source.startsWith('<!--', first)) {
      const close = source.indexOf('-->', span.start);
      if (close >= 0) {
        flush();
        commentEnd = close + 3;
        // The same line once more, for what stands behind the comment.
        number--;
        continue;
      }
      // A comment that nothing closes is text: it must not swallow the rest of the file.
      nothingCloses = true;
    }
    const heading = readHeading(source, span);
    if (heading !== undefined) {
      flush();
      blocks.push(headingBlock(source, heading.level, heading.words, span));
    } else if (UNDERLINE.test(line) && isUnderlinable(source, run)) {
      const words = trimSpan(source, run[0] ?? span);
      run = [];
      const level = source[first] === '=' ? 1 : 2;
      blocks.push(headingBlock(source, level, words, { start: words.start, end: span.end }));
    } else if (BREAK.test(line)) {
      flush();
      blocks.push({ kind: 'break', level: 0, text: '', span, lines: [], glued: false });
    } else {
      run.push(span);
    }
  }
  flush();
  return blocks;
}

function headingBlock(source: string, level: number, words: Span, span: Span): Block {
  const inner = withoutEmphasis(source, words);
  const text = source.slice(inner.start, inner.end);
  return { kind: 'heading', level, text, span, lines: [inner], glued: false };
}

function paragraph(source: string, { lines, glued }: LineGroup): Block {
  const [first] = lines;
  if (first !== undefined && lines.length === 1) {
    const words = withoutEmphasis(source, first);
    const text = source.slice(words.start, words.end);
    return { kind: 'paragraph', level: 0, text, span: first, lines: [words], glued };
  }
  const text = joinTexts(lines.map(({ start, end }) => source.slice(start, end)));
  const span = { start: first?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  return { kind: 'paragraph', level: 0, text, span, lines, glued };
}

/** The level and the words of `## words ##`; by hand, for runs of spaces make a regular expression slow here. */
function readHeading(
  source: string,
  span: Span,
): { readonly level: number; readonly words: Span } | undefined {
  const line = source.slice(span.start, span.end);
  const level = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line)?.[1]?.length;
  if (level === undefined) return undefined;
  const words = trimSpan(source, { start: span.start + line.indexOf('#') + level, end: span.end });
  let end = words.end;
  while (end > words.start && source[end - 1] === '#') end--;
  // Closing marks count only after a space: `## C#` keeps its own.
  const closes = end === words.start || /\s/.test(source[end - 1] ?? '');
  return { level, words: closes ? trimSpan(source, { start: words.start, end }) : words };
}

/** A single short line, as a title is, over `===` or `---`. A line that ends a sentence is a paragraph over a break. */
function isUnderlinable(source: string, run: readonly Span[]): boolean {
  const [line] = run;
  if (line === undefined || run.length > 1 || line.end - line.start > LONGEST_UNDERLINED) return false;
  return !/[。！？；：，,.!?;:|]\s*$/.test(source.slice(line.start, line.end));
}

/** A line that is bold from end to end is a title set by hand: its marks are no part of the words. */
function withoutEmphasis(source: string, span: Span): Span {
  const { start, end } = span;
  if (!source.startsWith('**', start) && !source.startsWith('__', start)) return span;
  const wholly = /^(\*\*|__)(?=\S)[^*_]+(?<=\S)\1$/.test(source.slice(start, Math.min(end, start + 400)));
  return wholly && end - start <= 400 ? { start: start + 2, end: end - 2 } : span;
}

function withoutByteOrderMark(source: string, span: Span): Span {
  return span.start === 0 && source.startsWith('\ufeff') ? { start: 1, end: span.end } : span;
}
