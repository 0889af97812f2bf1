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
const COMMENT =
  /^<!--\s*pincite-ignore(?:-(?<kind>[\w-]+))?(?=[\s:：]|-->)(?<codes>[^:：]*?)(?:[:：](?<reason>[^]*?))?\s*-->$/;
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
  return scanDocument(draft.markdown).flatMap(({ block, scan }) => {
    const comments = scan.hidden.filter(({ start }) => block.text.startsWith('<!--', start));
    const rest = comments.reduceRight(
      (text, { start, end }) => text.slice(0, start) + text.slice(end),
      block.text,
    );
    const isAlone = rest.trim() === '';
    return comments.flatMap(({ start, end }) => {
      const words = block.text.slice(start, end);
      if (words.search(BEGINNING) !== 0) return [];
      const whole = { start: block.start, end: block.start + block.text.length };
      const scope = isAlone ? following(draft.text, whole.end, block.quotes > 0) : whole;
      return readComment(words, { start: block.start + start, end: block.start + end }, scope);
    });
  });
}

function readComment(words: string, span: Span, scope: Span): SuppressionComment | UnreadComment {
  const { groups } = COMMENT.exec(words) ?? {};
  const kind = KINDS.get(groups?.['kind'] ?? '');
  if (groups === undefined || kind === undefined) return { kind: 'unread', span };
  const codes = (groups['codes'] ?? '').split(/[\s,，、]+/).filter((code) => code !== '');
  const reason = (groups['reason'] ?? '').trim();
  // A reason says something.
  return {
    kind,
    span,
    codes: [...new Set(codes)],
    reason: /[\p{L}\p{N}]/u.test(reason) ? reason : '',
    scope,
  };
}

/**
 * From the first line behind an offset that is neither empty nor a comment up to the next empty one; in quotations a
 * line of `>` alone is empty.
 */
function following(text: string, from: number, isQuoted: boolean): Span {
  const isEmpty = isQuoted ? /^[\s>]*$/ : /^\s*$/;
  const isPassedOver = isQuoted ? /^[\s>]*(?:<!--.*-->\s*)*$/ : /^\s*(?:<!--.*-->\s*)*$/;
  const nextLine = (end: number): string => text.slice(end + 1, lineEnd(text, end + 1));
  let before = lineEnd(text, from);
  while (before < text.length && isPassedOver.test(nextLine(before))) before = lineEnd(text, before + 1);
  const start = Math.min(before + 1, text.length);
  let end = lineEnd(text, start);
  while (end < text.length && !isEmpty.test(nextLine(end))) end = lineEnd(text, end + 1);
  return { start, end };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
