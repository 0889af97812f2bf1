import { isHanLike } from '../script.ts';
import type { Span } from '../span.ts';
import { isWhiteSpace, skipWhiteSpace, trimSpan } from './white-space.ts';

/** Lines that belong to one paragraph, each without the white space at its ends. */
export interface LineGroup {
  readonly lines: readonly Span[];
  /** True if the text above would go on in these lines, were it not for what they begin with: `9.` may be a date. */
  readonly glued: boolean;
}

/** What an item of a list may begin with. */
const ITEM_SIGNS: ReadonlySet<number> = new Set(Array.from('—–-*+•·', (sign) => sign.charCodeAt(0)));
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
  const sign = line.charCodeAt(skipWhiteSpace(line, 0, line.length));
  return ITEM_SIGNS.has(sign) && ITEM.test(line);
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
  const [first] = run;
  // Mostly a line is a paragraph, and there is nothing to compare it with.
  if (first !== undefined && run.length === 1) return [{ lines: [trimSpan(source, first)], glued: false }];
  const texts = run.map(({ start, end }) => source.slice(start, end));
  const trimmed = run.map((span) => trimSpan(source, span));
  const words = trimmed.map(({ start, end }) => source.slice(start, end));
  const isSetOff = indentation(texts);
  const goesOn = continuation(texts, words, isSetOff !== undefined);
  const groups: { readonly lines: Span[]; readonly glued: boolean }[] = [];
  let previous: LineRole = 'text';
  trimmed.forEach((span, i) => {
    const text = texts[i] ?? '';
    const role = roleOf(words[i] ?? '');
    const group = groups.at(-1);
    const opens = isListItem(text) || isSetOff?.(text) === true || isClause(texts[i - 1] ?? '', text);
    const glued = i > 0 && !opens && goesOn(i - 1);
    if (group !== undefined && glued && role === 'text' && previous !== 'stands-alone')
      group.lines.push(span);
    else groups.push({ lines: [span], glued });
    previous = role;
  });
  return groups;
}

/** The words of one paragraph from its lines: with a space between them, but without one between Han characters. */
export function joinTexts(parts: readonly string[]): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const joined: string[] = [];
  let last = '';
  for (const part of parts) {
    if (part === '') continue;
    const tight = endsInHan(last) && isHanLike(part.codePointAt(0) ?? 0);
    if (last !== '' && !tight) joined.push(' ');
    joined.push(part);
    last = part;
  }
  return joined.join('');
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
function continuation(
  texts: readonly string[],
  words: readonly string[],
  hasIndents: boolean,
): (index: number) => boolean {
  const longest = words.reduce((length, { length: own }) => Math.max(length, own), 0);
  // Counted character by character, and only where it can matter.
  let widest: number | undefined;
  const isWide = (line: string): boolean => {
    widest ??= texts.reduce((width, text) => Math.max(width, columnsOf(text)), 0);
    return widest >= NARROWEST_PAGE && columnsOf(line) >= widest * 0.8;
  };
  return (index) => {
    const line = words[index] ?? '';
    if (!endsInHan(line)) return longest <= LONGEST_MARKDOWN_LINE || !ENDS_CLAUSE.test(line);
    if (longest > LONGEST_WRAPPED_LINE || !(hasIndents || !ENDS_SENTENCE.test(line))) return false;
    return isWide(texts[index] ?? '');
  };
}

/** The width of a line in a fixed-width type, where a Han character takes two columns; white space at its end takes none. */
function columnsOf(line: string): number {
  let end = line.length;
  while (end > 0 && isWhiteSpace(line.charCodeAt(end - 1))) end--;
  let columns = 0;
  for (let i = 0; i < end; i++) {
    const codePoint = line.codePointAt(i) ?? 0;
    columns += isHanLike(codePoint) ? 2 : 1;
    if (codePoint > 0xffff) i++;
  }
  return columns;
}

function endsInHan(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  // Of a pair of surrogates the second half alone says nothing.
  return isHanLike((isLowSurrogate(last) ? text.codePointAt(text.length - 2) : last) ?? 0);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
