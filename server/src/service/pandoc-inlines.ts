import { isHanLike } from '../core/script.ts';
import type { Rich, Run } from '../core/format/rich.ts';

/** A node of Pandoc's JSON tree. */
interface Node {
  readonly t: string;
  readonly c?: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 't' in value && typeof value.t === 'string';
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

type Format = Omit<Run, 'text'>;

/** Formatted text out of the inlines of Pandoc's JSON tree; what they hold besides text and its format is left out. */
export function richOfInlines(inlines: unknown): Rich {
  const letters = listOf(inlines).flatMap((each) => lettersOf(each, {}));
  return tidied(letters);
}

interface Letter {
  readonly text: string;
  readonly format: Format;
}

function lettersOf(node: unknown, format: Format): readonly Letter[] {
  if (!isNode(node)) return [];
  const { t, c } = node;
  const inside = (inlines: unknown, more: Format = format): readonly Letter[] =>
    listOf(inlines).flatMap((each) => lettersOf(each, more));
  const [first, second, third] = listOf(c);
  switch (t) {
    case 'Str':
      return typeof c === 'string' ? [...c].map((text) => ({ text, format })) : [];
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return [{ text: ' ', format }];
    case 'Emph':
      return inside(c, { ...format, italic: true });
    case 'Superscript':
      return inside(c, { ...format, superscript: true });
    case 'Strong':
    case 'SmallCaps':
    case 'Underline':
    case 'Strikeout':
    case 'Subscript':
      return inside(c);
    case 'Quoted': {
      const marks = isNode(first) && first.t === 'SingleQuote' ? ['‘', '’'] : ['“', '”'];
      const [open = '', close = ''] = marks;
      return [{ text: open, format }, ...inside(second), { text: close, format }];
    }
    case 'Link': {
      const [url] = listOf(third);
      return inside(second, typeof url === 'string' && url !== '' ? { ...format, url } : format);
    }
    case 'Span':
      return inside(second, isUpright(first) ? withoutItalic(format) : format);
    case 'Cite':
      return inside(second);
    case 'Code':
    case 'Math':
      return typeof second === 'string' ? [...second].map((text) => ({ text, format })) : [];
    default:
      return [];
  }
}

/** The class that Pandoc gives to words set upright within italics. */
function isUpright(attributes: unknown): boolean {
  const [, classes] = listOf(attributes);
  return listOf(classes).includes('csl-no-emph');
}

function withoutItalic({ italic: _italic, ...format }: Format): Format {
  return format;
}

/** Set behind a prefix, so that the place is known again in what Pandoc gives. */
export const SEAM = '\ue000';
/** Set behind a full-width comma that stands for a narrow one. */
export const NARROW = '\ue001';

/** The letters as runs, without the signs above; where Han characters meet at a seam, no space stays between them. */
function tidied(letters: readonly Letter[]): Rich {
  const runs: Run[] = [];
  letters.forEach(({ text, format }, at) => {
    const before = letters[at - 1]?.text ?? '';
    const after = letters[at + 1]?.text ?? '';
    if (text === SEAM || text === NARROW) return;
    if (text === ' ' && before === SEAM && isHan(letters[at - 2]?.text) && isHan(after)) return;
    // A style may end with a full stop what a comma goes on with.
    if (text === '.' && after === '，' && /[\p{Nd}\p{Script=Han}\])”’》]/u.test(before)) return;
    const shown = text === '，' && after === NARROW ? ', ' : text;
    const run = runs.at(-1);
    if (run !== undefined && isSame(run, format)) runs[runs.length - 1] = { ...run, text: run.text + shown };
    else runs.push({ text: shown, ...format });
  });
  return runs;
}

function isHan(text = ''): boolean {
  return isHanLike(text.codePointAt(0) ?? 0);
}

function isSame(a: Format, b: Format): boolean {
  return a.italic === b.italic && a.superscript === b.superscript && a.url === b.url;
}
