import { isHanLike } from '../script.ts';
import type { Span } from '../span.ts';

/** Lines that belong to one paragraph, each without the white space at its ends. */
export interface LineGroup {
  readonly lines: readonly Span[];
  /** True if the text above would go on in these lines, were it not for what they begin with: `9.` may be a date. */
  readonly glued: boolean;
}

const ITEM = /^\s*(?:——|––|--(?!-)|[-*+•·][ \t]+)/;
/** How resolutions begin the clauses of their preamble, each of which ends in a comma. */
const CLAUSE = new RegExp(
  '^[*_]{0,2}(?:(?:Also|Further|Deeply|Gravely|Strongly|Fully) )?(?:Recall|Reaffirm|Affirm|Reiterat|Not|Observ|Recogni[sz]|' +
    'Acknowledg|Welcom|Consider|Emphasi[sz]|Stress|Underlin|Underscor|Express|Bear|Hav|Tak|Act|Desir|Believ|Seek|' +
    'Commend|Appreciat|Deplor|Condemn|Realiz)ing\\b|' +
    '^[*_]{0,2}(?:(?:Also|Further|Deeply|Gravely|Fully) )?(?:[Cc]oncerned|[Cc]onvinced|[Mm]indful|[Aa]ware|[Cc]onscious|' +
    '[Gg]uided|[Dd]etermined|[Aa]larmed)\\b',
  'u',
);
const ENDS_SENTENCE = /[。！？；：.!?;:…][”’」』）)"']*$/;
const ENDS_CLAUSE = /[。！？；：，,.!?;:…][”’」』）)"']*$/;
/** Longer lines than this are not the work of a typewriter or a terminal. */
const LONGEST_WRAPPED_LINE = 120;
/** In scripts with spaces a text whose lines are longer than this has one paragraph on each. */
const LONGEST_MARKDOWN_LINE = 200;
/** Nobody sets a text in fewer columns than this; shorter lines are titles and signatures. */
const NARROWEST_PAGE = 30;

/** What a line seems to be before its place is looked at: text, the opening of something, or the whole of something. */
export type LineRole = 'text' | 'opens' | 'stands-alone';

/** True for `——…`, `- …` and the like: an item is a paragraph of its own. */
export function isListItem(line: string): boolean {
  return ITEM.test(line);
}

/** True for `Recalling …,` below `The General Assembly,`. */
function isClause(above: string, line: string): boolean {
  return /,[*_]{0,2}\s*$/.test(above.slice(-8)) && CLAUSE.test(line.trimStart());
}

/** Divides lines between which no blank line stands into paragraphs. */
export function groupLines(
  source: string,
  run: readonly Span[],
  roleOf: (line: string) => LineRole,
): LineGroup[] {
  const texts = run.map(({ start, end }) => source.slice(start, end));
  const goesOn = continuation(texts);
  const isSetOff = indentation(texts);
  const groups: { readonly lines: Span[]; readonly glued: boolean }[] = [];
  let previous: LineRole = 'text';
  run.forEach((span, i) => {
    const text = texts[i] ?? '';
    const trimmed = trimSpan(source, span);
    const role = roleOf(text.trim());
    const group = groups.at(-1);
    const above = texts[i - 1] ?? '';
    const opens = isListItem(text) || isSetOff?.(text) === true || isClause(above, text);
    const glued = i > 0 && !opens && goesOn(above);
    if (group !== undefined && glued && role === 'text' && previous !== 'stands-alone')
      group.lines.push(trimmed);
    else groups.push({ lines: [trimmed], glued });
    previous = role;
  });
  return groups;
}

/** The words of one paragraph from its lines: with a space between them, but without one between Han characters. */
export function joinTexts(parts: readonly string[]): string {
  const joined: string[] = [];
  let last = '';
  for (const part of parts) {
    if (part === '') continue;
    const tight = endsInHan(last) && isHanLike(String.fromCodePoint(part.codePointAt(0) ?? 0));
    if (last !== '' && !tight) joined.push(' ');
    joined.push(part);
    last = part;
  }
  return joined.join('');
}

/** The span without the white space at its ends, the ideographic space among it. */
export function trimSpan(source: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(source[start] ?? '')) start++;
  while (end > start && /\s/.test(source[end - 1] ?? '')) end--;
  return { start, end };
}

/**
 * Tells which lines are indented as the first of a paragraph: by an ideographic space, or by more white space than
 * the least indented line has. `undefined` where the first line of all is not.
 */
function indentation(texts: readonly string[]): ((line: string) => boolean) | undefined {
  const widthOf = (text: string): number => text.length - text.trimStart().length;
  const first = texts[0] ?? '';
  if (first.startsWith('\u3000')) return (line) => line.startsWith('\u3000');
  const least = texts.reduce((width, text) => Math.min(width, widthOf(text)), widthOf(first));
  return widthOf(first) >= least + 2 ? (line) => widthOf(line) >= least + 2 : undefined;
}

/**
 * Tells for each line whether the next one goes on with its sentence. Chinese texts are passed on with one
 * paragraph a line more often than wrapped: there only lines of one width, as a typewriter or a terminal makes
 * them, go on, and where no indentation shows the paragraphs, only those that end no sentence. In other scripts
 * a line break is white space, as in Markdown, unless the lines are so long that each must be a paragraph; then
 * only a line without any mark at its end goes on.
 */
function continuation(texts: readonly string[]): (line: string) => boolean {
  const longest = texts.reduce((length, text) => Math.max(length, text.trim().length), 0);
  const widest = texts.reduce((width, text) => Math.max(width, columnsOf(text)), 0);
  const isTypewritten = longest <= LONGEST_WRAPPED_LINE && widest >= NARROWEST_PAGE;
  const hasIndents = indentation(texts) !== undefined;
  return (line) => {
    const text = line.trim();
    if (!endsInHan(text)) {
      return longest <= LONGEST_MARKDOWN_LINE || !ENDS_CLAUSE.test(text);
    }
    return isTypewritten && columnsOf(line) >= widest * 0.8 && (hasIndents || !ENDS_SENTENCE.test(text));
  };
}

/** The width of a line in a fixed-width type, where a Han character takes two columns; white space at its end takes none. */
function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line.trimEnd()) columns += isHanLike(character) ? 2 : 1;
  return columns;
}

function endsInHan(text: string): boolean {
  const last = text.at(-1) ?? '';
  // Of a pair of surrogates the second half alone says nothing.
  return isHanLike(/[\udc00-\udfff]/.test(last) ? text.slice(-2) : last);
}
