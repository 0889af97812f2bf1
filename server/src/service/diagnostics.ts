import type { Problem, Severity } from '../core/problem.ts';
import type { Range } from '../core/span.ts';
import type { Draft } from './draft.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
import { referencesIn } from './reference.ts';

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

/**
 * Problems of the citations and links in a draft. A key that looks like a slip of a known one is always a warning, and
 * so is one in a `pincite:` link, which no other program reads.
 */
export function checkDraft(library: Library, draft: Draft, { unknownKey }: DiagnosticsOptions): Finding[] {
  return referencesIn(library, draft).flatMap(({ kind, problems }) =>
    problems.flatMap((problem) => {
      const isForeign = problem.code === 'unknown-key' && kind === 'citation';
      if (!isForeign || problem.values['nearest'] !== undefined) {
        const severity = problem.code === 'unknown-key' ? 'warning' : problem.severity;
        return { ...findingOf(problem, draft), severity };
      }
      return unknownKey === 'off' ? [] : { ...findingOf(problem, draft), severity: unknownKey };
    }),
  );
}

/** Problems of a file of the corpus. */
export function checkStatement({ corpus }: Library, draft: Draft): Finding[] {
  return (corpus.problems().get(draft.uri)?.problems ?? []).map((problem) => findingOf(problem, draft));
}

function findingOf(problem: Problem, { lines }: Draft): Finding {
  const { code, severity, span } = problem;
  return { range: lines.rangeOf(span), code, severity, message: messageOf(problem) };
}
