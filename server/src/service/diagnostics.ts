import type { Problem, Severity } from '../core/problem.ts';
import type { Range } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import type { BibliographyHintOptions } from './bibliography-hints.ts';
import type { Collations } from './collations.ts';
import { doubtfulPlacesOf } from './doubtful.ts';
import { downstreamFindings } from './downstream-diagnostics.ts';
import type { Draft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';
import type { QuotationFindingOptions } from './quotation-findings.ts';
import { referencesIn } from './reference.ts';
import { doubtfulFindings } from './statement-diagnostics.ts';

export interface DiagnosticsOptions extends BibliographyHintOptions {
  /** What a key that no statement has is worth; `off` says nothing, since it may be of the author's own bibliography. */
  readonly unknownKey: Severity | 'hint' | 'off';
  /** What a doubtful place in a statement file is worth; `off` says nothing, which is so if it is absent. */
  readonly doubtfulPlaces?: Severity | 'hint' | 'off';
  /** What a form is worth that goes wrong downstream; `off` says nothing, which is so if it is absent. */
  readonly downstream?: Severity | 'hint' | 'off';
  /** What is worth what of quotations; absent to say nothing of them. */
  readonly quotations?: QuotationFindingOptions;
  /** What it is worth that something cited has changed since it was pinned; `off` says nothing, which is so if it is absent. */
  readonly drift?: Severity | 'hint' | 'off';
}

/**
 * Problems of the citations and links in a draft. A key that looks like a slip of a known one is always a warning, and
 * so is one in a `pincite:` link, which no other program reads.
 */
export function checkDraft(
  library: Library,
  draft: Draft,
  { unknownKey, downstream = 'off' }: DiagnosticsOptions,
): Finding[] {
  const forms = downstreamFindings(library, draft, downstream);
  const swallowing = new Set(
    forms.filter(({ code }) => code === 'han-after-key').map(({ range }) => endOf(range)),
  );
  const found = referencesIn(library, draft).flatMap(({ kind, problems }) =>
    problems.flatMap((problem) => {
      // That the key is unknown goes without saying where it is told what has become part of it.
      if (problem.code === 'unknown-key' && swallowing.has(endOf(draft.lines.rangeOf(problem.span))))
        return [];
      const isForeign = problem.code === 'unknown-key' && kind === 'citation';
      if (!isForeign || problem.values['nearest'] !== undefined) {
        const severity = problem.code === 'unknown-key' ? 'warning' : problem.severity;
        return { ...findingOf(problem, draft), severity };
      }
      return unknownKey === 'off' ? [] : { ...findingOf(problem, draft), severity: unknownKey };
    }),
  );
  return [...found, ...forms];
}

function endOf({ end }: Range): string {
  return `${String(end.line)}:${String(end.character)}`;
}

/** Problems of a file of the corpus, what the corpus check has against its statement, and its doubtful places. */
export async function checkStatement(
  { corpus }: Library,
  collations: Collations,
  draft: Draft,
  { doubtfulPlaces = 'off' }: DiagnosticsOptions,
): Promise<Finding[]> {
  const problems = (corpus.problems().get(draft.uri)?.problems ?? []).map((problem) =>
    findingOf(problem, draft),
  );
  const statement = corpus.byUri(draft.uri);
  if (statement === undefined) return problems;
  const account = await collations.account(statement);
  if (doubtfulPlaces === 'off') return [...problems, ...account];
  const places = await doubtfulPlacesOf(collations, statement);
  const byKey = (key: string): Statement | undefined => corpus.byKey(key);
  return [...problems, ...account, ...doubtfulFindings(statement, places, doubtfulPlaces, byKey)];
}

function findingOf(problem: Problem, { lines }: Draft): Finding {
  const { code, severity, span } = problem;
  return { range: lines.rangeOf(span), code, severity, message: messageOf(problem) };
}
