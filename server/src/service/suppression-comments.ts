import { scanDocument } from '../core/citation/markdown-scan.ts';
import type { Span } from '../core/span.ts';
import type { Draft } from './draft.ts';

/** Codes of findings about comments that suppress findings. None of them can be suppressed. */
export type SuppressionCode = 'suppression-without-reason' | 'suppression-unused' | 'suppression-invalid';

/** What a comment of the form `<!-- pincite-ignore CODE, CODE: reason -->` says. */
export interface SuppressionComment {
  readonly kind: 'here' | 'start' | 'end' | 'file';
  readonly span: Span;
  /** As they are written, each once; empty where the comment names none. */
  readonly codes: readonly string[];
  /** Empty where there is none. */
  readonly reason: string;
  /** For `here` what it holds for: what follows the comment up to an empty line, or the paragraph that it stands in. */
  readonly scope: Span;
}

/** What comments to Pincite begin with: one that says anything else is a slip. */
const BEGINNING = /<!--\s*pincite-/;
const KINDS: ReadonlyMap<string, SuppressionComment['kind']> = new Map([
  ['', 'here'],
  ['start', 'start'],
  ['end', 'end'],
  ['file', 'file'],
]);

/** One version of a draft does not change. */
const read = new WeakMap<Draft, readonly (SuppressionComment | UnreadComment)[]>();

/** A comment that begins like one of these, and is none. */
export interface UnreadComment {
  readonly kind: 'unread';
  readonly span: Span;
}

/** The comments of a draft that suppress findings, in the order of the text; none in code or front matter. */
export function suppressionComments(draft: Draft): readonly (SuppressionComment | UnreadComment)[] {
  const known = read.get(draft);
  if (known !== undefined) return known;
  const found = BEGINNING.test(draft.text) ? findComments(draft) : [];
  read.set(draft, found);
  return found;
}

function findComments(draft: Draft): (SuppressionComment | UnreadComment)[] {
  const scopes = createScopes(draft);
  return scanDocument(draft.markdown).flatMap(({ block, scan }) => {
    const comments = scan.hidden.filter(({ start }) => block.text.startsWith('<!--', start));
    const whole = { start: block.start, end: block.start + block.text.length };
    const scope = isFilledBy(block.text, comments) ? scopes.behind(whole.end, block.quotes > 0) : whole;
    return comments.flatMap(({ start, end }) => {
      const words = block.text.slice(start, end);
      if (words.search(BEGINNING) !== 0) return [];
      return readComment(words, { start: block.start + start, end: block.start + end }, scope);
    });
  });
}

/** True if nothing but white space stands beside some stretches of a text, which are in order. */
function isFilledBy(text: string, stretches: readonly Span[]): boolean {
  let at = 0;
  for (const { start, end } of [...stretches, { start: text.length, end: text.length }]) {
    if (text.slice(at, start).trim() !== '') return false;
    at = end;
  }
  return true;
}

/** `<!-- pincite-ignore-start CODE, CODE: reason -->` */
function readComment(comment: string, span: Span, scope: Span): SuppressionComment | UnreadComment {
  const words = comment.slice('<!--'.length, -'-->'.length).trim();
  const [name = '', suffix = ''] = /^pincite-ignore(?:-([\w-]+))?(?![\w-])/.exec(words) ?? [];
  const kind = KINDS.get(suffix);
  if (name === '' || kind === undefined) return { kind: 'unread', span };
  const rest = words.slice(name.length);
  const colon = rest.search(/[:：]/);
  const codes = (colon < 0 ? rest : rest.slice(0, colon)).split(/[\s,，、]+/).filter((code) => code !== '');
  const reason = colon < 0 ? '' : rest.slice(colon + 1).trim();
  // A reason says something.
  return {
    kind,
    span,
    codes: [...new Set(codes)],
    reason: /[\p{L}\p{N}]/u.test(reason) ? reason : '',
    scope,
  };
}

interface Scopes {
  /**
   * From the first line behind an offset that is neither empty nor a comment up to the next empty one; in quotations a
   * line of `>` alone is empty. Empty at the end of the text if there is no such line.
   */
  behind(offset: number, isQuoted: boolean): Span;
}

function createScopes({ text, lines }: Draft): Scopes {
  const { lineCount } = lines;
  const lineAt = (line: number): string => {
    const { start, end } = lines.lineSpan(line);
    return text.slice(start, end);
  };
  /** By line: the first from it on that is not passed over, and the last before the next empty one. */
  const look = (isQuoted: boolean): { readonly first: Int32Array; readonly last: Int32Array } => {
    const [first, last] = [new Int32Array(lineCount + 1), new Int32Array(lineCount + 1)];
    first[lineCount] = lineCount;
    last[lineCount] = lineCount - 1;
    for (let line = lineCount - 1; line >= 0; line--) {
      const words = isQuoted ? lineAt(line).replace(/^[\s>]+/, '') : lineAt(line).trim();
      const isPassedOver = words === '' || isMadeOfComments(words);
      first[line] = isPassedOver ? (first[line + 1] ?? lineCount) : line;
      last[line] = words === '' ? line - 1 : (last[line + 1] ?? line);
    }
    return { first, last };
  };
  const known = new Map<boolean, ReturnType<typeof look>>();
  return {
    behind: (offset, isQuoted) => {
      const { first, last } = known.get(isQuoted) ?? look(isQuoted);
      if (!known.has(isQuoted)) known.set(isQuoted, { first, last });
      const line = first[Math.min(lines.positionAt(offset).line + 1, lineCount)] ?? lineCount;
      if (line >= lineCount) return { start: text.length, end: text.length };
      return { start: lines.lineSpan(line).start, end: lines.lineSpan(last[line] ?? line).end };
    },
  };
}

function isMadeOfComments(words: string): boolean {
  for (let at = 0; at < words.length;) {
    if (!words.startsWith('<!--', at)) return false;
    const end = words.indexOf('-->', at + 2);
    if (end < 0) return false;
    at = end + 3;
    while (/\s/.test(words.charAt(at))) at++;
  }
  return true;
}
