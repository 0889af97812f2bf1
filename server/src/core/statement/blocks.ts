import { isHanLike } from '../script.ts';
import type { LineIndex, Span } from '../span.ts';

/** A piece of a statement's body: a heading, a paragraph as the file divides it, or a line that only separates. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'break';
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  /** The words, wrapped lines joined: with a space, but without one between Han characters. */
  readonly text: string;
  readonly span: Span;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const BREAK = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/;
const ITEM = /^[\s\u3000]*(?:——|––|--(?!-)|[-*+•·][ \t]+)/;
const ENDS_SENTENCE = /[。！？；：.!?;:…][”’」』）)"']*$/;
/** Longer lines than this are not the work of a typewriter or a terminal. */
const LONGEST_WRAPPED_LINE = 120;

/**
 * Divides the lines from `firstLine` on into blocks. Blank lines separate; a heading is a line of its own; a line
 * that starts a list item or for which `opensBlock` is true starts a block. Other lines join the one above, unless
 * the text writes one paragraph a line (then each line stands alone): see `isWrapped`.
 */
export function readBlocks(
  source: string,
  lines: LineIndex,
  firstLine: number,
  opensBlock: (lineText: string) => boolean,
): Block[] {
  const blocks: Block[] = [];
  let run: Span[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push(...paragraphs(source, run, opensBlock));
    run = [];
  };
  let inComment = false;
  for (let number = firstLine; number < lines.lineCount; number++) {
    const span = lines.lineSpan(number);
    const line = source.slice(span.start, span.end);
    if (inComment || line.trimStart().startsWith('<!--')) {
      flush();
      inComment = !line.includes('-->');
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading !== null) {
      flush();
      const text = heading[2]?.trim() ?? '';
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text, span });
    } else if (line.trim() === '') {
      flush();
    } else if (BREAK.test(line) && run.length === 0) {
      blocks.push({ kind: 'break', level: 0, text: '', span });
    } else {
      run.push(span);
    }
  }
  flush();
  return blocks;
}

function paragraphs(source: string, run: readonly Span[], opensBlock: (line: string) => boolean): Block[] {
  const texts = run.map(({ start, end }) => source.slice(start, end));
  const wrapped = isWrapped(texts);
  const groups: Span[][] = [];
  run.forEach((span, i) => {
    const text = texts[i] ?? '';
    const previous = texts[i - 1] ?? '';
    const group = groups.at(-1);
    const joins = group !== undefined && wrapped(previous) && !ITEM.test(text) && !opensBlock(text.trim());
    if (joins) group.push(span);
    else groups.push([span]);
  });
  return groups.map((group) => joinLines(source, group));
}

/**
 * Tells for each line whether the next one goes on with its sentence. Chinese texts are passed on with one
 * paragraph a line more often than wrapped: there a line that ends a sentence, or is far too long to have been
 * wrapped, ends the paragraph. In other scripts a line break is white space, as in Markdown.
 */
function isWrapped(texts: readonly string[]): (line: string) => boolean {
  const longest = Math.max(...texts.map((text) => text.trim().length));
  return (line) => {
    const text = line.trim();
    if (!isHanLike([...text].at(-1) ?? '')) return longest <= 10 * LONGEST_WRAPPED_LINE;
    return longest <= LONGEST_WRAPPED_LINE && !ENDS_SENTENCE.test(text) && text.length * 2 >= longest;
  };
}

function joinLines(source: string, group: readonly Span[]): Block {
  const trimmed = group.map((span) => trimSpan(source, span));
  let text = '';
  for (const { start, end } of trimmed) {
    const line = source.slice(start, end);
    const tight = isHanLike([...text.slice(-2)].at(-1) ?? '') && isHanLike([...line.slice(0, 2)][0] ?? '');
    text += text === '' || tight ? line : ` ${line}`;
  }
  const span = { start: trimmed[0]?.start ?? 0, end: trimmed.at(-1)?.end ?? 0 };
  return { kind: 'paragraph', level: 0, text, span };
}

/** The span without the white space at its ends, the ideographic space among it. */
export function trimSpan(source: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(source[start] ?? '')) start++;
  while (end > start && /\s/.test(source[end - 1] ?? '')) end--;
  return { start, end };
}
