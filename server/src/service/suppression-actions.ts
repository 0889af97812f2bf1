import * as l10n from '@vscode/l10n';
import { isDraftCode } from './draft-codes.ts';
import { createDraft, type Draft } from './draft.ts';
import type { AboutFinding, DraftAction } from './draft-action.ts';
import { holdsFor, readSuppressions } from './suppressions.ts';

/**
 * For each code of some findings the comment that suppresses it where the first of them stands, with its reason to be
 * filled in; none where no comment would do so without changing what else is read.
 */
export function suppressionActions(draft: Draft, findings: readonly AboutFinding[]): DraftAction[] {
  const first = new Map([...findings].reverse().map((finding) => [finding.code, finding]));
  return [...first.values()].reverse().flatMap(({ code, range }): DraftAction[] => {
    if (!isDraftCode(code) || code.startsWith('suppression-')) return [];
    const offset = draft.lines.offsetAt(range.start);
    const place = placeFor(draft, offset);
    if (place === undefined) return [];
    const { at, before, after } = place;
    const comment = (reason: string): string => `${before}<!-- pincite-ignore ${code}: ${reason} -->${after}`;
    if (!isSuppressed(draft, at, comment('x'), code, offset)) return [];
    const where = draft.lines.positionAt(at);
    return [
      {
        kind: 'quickfix',
        title: l10n.t('Ignore “{0}” here, with a reason…', code),
        edits: [{ range: { start: where, end: where }, text: comment(''), snippet: comment('${1}') }],
        about: findings.filter(
          (each) => each.code === code && draft.lines.offsetAt(each.range.start) === offset,
        ),
      },
    ];
  });
}

interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Before the paragraph or quoted block on lines of its own; in a list or table at the end of the paragraph. */
function placeFor({ text, markdown }: Draft, offset: number): Place | undefined {
  const block = markdown.blocks.find(
    ({ start, text: words }) => start <= offset && offset <= start + words.length,
  );
  if (block === undefined) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let at = text.lastIndexOf('\n', block.start - 1) + 1;
  const marks = text.slice(at, block.start);
  if (!/^[\s>]*$/.test(marks)) {
    return { at: block.start + block.text.trimEnd().length, before: ' ', after: '' };
  }
  while (block.quotes > 0 && at > 0) {
    const previous = text.lastIndexOf('\n', at - 2) + 1;
    if (!/^[ \t]*>/.test(text.slice(previous, at))) break;
    at = previous;
  }
  // What is indented belongs to a list or a note, and goes on belonging to it.
  const indent = /^[ \t]*/.exec(text.slice(at, block.start))?.[0] ?? '';
  return { at: at + indent.length, before: '', after: eol + eol + indent };
}

/** True if a comment suppresses a finding, and no citation is read otherwise. */
function isSuppressed(draft: Draft, at: number, comment: string, code: string, offset: number): boolean {
  const after = createDraft(draft.uri, draft.text.slice(0, at) + comment + draft.text.slice(at));
  const moved = (place: number): number => (place < at ? place : place + comment.length);
  const { suppressions } = readSuppressions(after);
  return (
    suppressions.some((each) => holdsFor(each, code, moved(offset))) &&
    after.citations.length === draft.citations.length &&
    draft.citations.every(({ key, span, locatorText }, i) => {
      const same = after.citations[i];
      return same?.key === key && same.locatorText === locatorText && same.span.start === moved(span.start);
    })
  );
}
