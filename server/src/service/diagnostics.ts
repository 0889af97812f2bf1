import type { Problem, Severity } from '../core/problem.ts';
import type { Range } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
import { resolveCitation } from './resolve.ts';

export interface Finding {
  readonly range: Range;
  readonly code: string;
  readonly severity: Severity | 'hint';
  readonly message: string;
}

export interface DiagnosticsOptions {
  /** What a key that no statement has is worth; `off` says nothing, since it may be of the author's own bibliography. */
  readonly unknownKey: Severity | 'hint' | 'off';
}

/** Problems of the citations in a draft. A key that looks like a slip of a known one is always a warning. */
export function checkDraft(library: Library, draft: Draft, { unknownKey }: DiagnosticsOptions): Finding[] {
  const found = draft.citations().flatMap((citation) => resolveCitation(library, citation).problems);
  return found.flatMap((problem) => {
    if (problem.code !== 'unknown-key') return findingOf(problem, draft);
    const severity = problem.values['nearest'] === undefined ? unknownKey : 'warning';
    return severity === 'off' ? [] : { ...findingOf(problem, draft), severity };
  });
}

/** Problems of a file of the corpus. */
export function checkStatement({ corpus }: Library, draft: Draft): Finding[] {
  return (corpus.problems().get(draft.uri)?.problems ?? []).map((problem) => findingOf(problem, draft));
}

function findingOf(problem: Problem, { lines }: Draft): Finding {
  const { code, severity, span } = problem;
  return { range: lines.rangeOf(span), code, severity, message: messageOf(problem) };
}
