import * as l10n from '@vscode/l10n';
import type { Span } from '../core/span.ts';
import { isDraftCode } from './draft-codes.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import {
  suppressionComments,
  type SuppressionCode,
  type SuppressionComment,
  type UnreadComment,
} from './suppression-comments.ts';

/** A stretch of a draft in which findings of some codes are not told. */
export interface Suppression {
  readonly comment: SuppressionComment;
  readonly scope: Span;
}

export interface SuppressionOptions {
  /** False for codes whose findings are not looked for: that a comment suppresses none of them says nothing. */
  readonly isSought: (code: string) => boolean;
}

/**
 * The findings of a draft without those that its comments suppress, and with what is to be said of the comments: one
 * without a reason suppresses nothing, and so does one that is not understood. In the order of the text.
 */
export function honourSuppressions(
  draft: Draft,
  findings: readonly Finding[],
  { isSought }: SuppressionOptions,
): readonly Finding[] {
  const comments = suppressionComments(draft);
  if (comments.length === 0) return findings;
  const { suppressions, problems } = readSuppressions(draft);
  const used = new Map<Suppression, Set<string>>();
  const left = findings.filter(({ code, range }) => {
    const by = suppressions.filter((each) => holdsFor(each, code, draft.lines.offsetAt(range.start)));
    for (const each of by) used.set(each, (used.get(each) ?? new Set()).add(code));
    return by.length === 0;
  });
  const unused = suppressions.flatMap((each) => {
    const codes = each.comment.codes.filter((code) => !used.get(each)?.has(code) && isSought(code));
    return codes.length === 0 ? [] : [unusedFinding(draft, each.comment, codes)];
  });
  return [...left, ...problems, ...unused].sort((a, b) => startOf(draft, a) - startOf(draft, b));
}

/** What the comments of a draft suppress, and what is wrong with them. */
export function readSuppressions(draft: Draft): {
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Finding[];
} {
  const suppressions: Suppression[] = [];
  const problems: Finding[] = [];
  const open: SuppressionComment[] = [];
  const invalid = ({ span }: SuppressionComment | UnreadComment, message: string): void => {
    problems.push(findingAt(draft, span, 'suppression-invalid', 'warning', message));
  };
  const add = (comment: SuppressionComment, scope: Span): void => {
    const { codes, reason, span } = comment;
    const unknown = codes.filter((code) => !isDraftCode(code));
    if (codes.length === 0) invalid(comment, l10n.t('This comment names no code of a finding.'));
    else if (unknown.length > 0)
      invalid(comment, l10n.t('No finding has the code {0}.', unknown.join(l10n.t(', '))));
    else if (reason === '')
      problems.push(findingAt(draft, span, 'suppression-without-reason', 'warning', noReason()));
    else suppressions.push({ comment, scope });
  };
  for (const comment of suppressionComments(draft)) {
    switch (comment.kind) {
      case 'unread':
        invalid(
          comment,
          l10n.t('This comment is not understood. Write “<!-- pincite-ignore CODE: reason -->”.'),
        );
        break;
      case 'here':
        add(comment, comment.scope);
        break;
      case 'file':
        add(comment, { start: 0, end: draft.text.length });
        break;
      case 'start':
        open.push(comment);
        break;
      case 'end': {
        const ended = lastOpen(open, comment.codes);
        const start = ended === undefined ? undefined : open.splice(ended, 1)[0];
        if (start === undefined) invalid(comment, l10n.t('No “pincite-ignore-start” comes before this end.'));
        else add(start, { start: start.span.end, end: comment.span.start });
      }
    }
  }
  for (const comment of open) invalid(comment, l10n.t('No “pincite-ignore-end” comes behind this start.'));
  return { suppressions, problems };
}

/** An end without codes ends the last start, one with codes the last that has the same. */
function lastOpen(open: readonly SuppressionComment[], codes: readonly string[]): number | undefined {
  const index = open.findLastIndex(
    (start) =>
      codes.length === 0 ||
      (codes.length === start.codes.length && codes.every((code) => start.codes.includes(code))),
  );
  return index < 0 ? undefined : index;
}

/** True if a suppression holds for a finding that starts at an offset. */
export function holdsFor({ comment, scope }: Suppression, code: string, offset: number): boolean {
  return comment.codes.includes(code) && scope.start <= offset && offset <= scope.end;
}

/** True if a comment suppresses what is found with a code at an offset. */
export function isSuppressed(draft: Draft, code: string, offset: number): boolean {
  return (
    suppressionComments(draft).length > 0 &&
    readSuppressions(draft).suppressions.some((each) => holdsFor(each, code, offset))
  );
}

function noReason(): string {
  return l10n.t('This comment suppresses nothing until it says why. Write the reason behind a colon.');
}

function unusedFinding(draft: Draft, { span }: SuppressionComment, codes: readonly string[]): Finding {
  const names = codes.join(l10n.t(', '));
  const message = l10n.t('Nothing is found here with the code {0}. Take it out of the comment.', names);
  return findingAt(draft, span, 'suppression-unused', 'information', message);
}

function findingAt(
  { lines }: Draft,
  span: Span,
  code: SuppressionCode,
  severity: Finding['severity'],
  message: string,
): Finding {
  return { range: lines.rangeOf(span), code, severity, message };
}

function startOf({ lines }: Draft, { range }: Finding): number {
  return lines.offsetAt(range.start);
}
