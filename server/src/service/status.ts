import type { Severity } from '../core/problem.ts';
import type { Range } from '../core/span.ts';
import type { Library } from './library.ts';
import type { Loader } from './loader.ts';
import { messageOf } from './messages.ts';

/** The corpus as a whole, in the shape of `pincite/status`. */
export interface CorpusStatus {
  readonly statements: number;
  readonly paragraphs: number;
  readonly loading: boolean;
  readonly problems: readonly CorpusProblem[];
}

export interface CorpusProblem {
  readonly uri: string;
  /** Absent where the problem concerns a whole folder. */
  readonly range?: Range;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

export function corpusStatus({ corpus }: Library, loader: Loader): CorpusStatus {
  const statements = corpus.statements();
  const folders = [...loader.folderProblems()].map(([uri, problem]) => ({
    ...{ uri, code: problem.code, severity: problem.severity, message: messageOf(problem) },
  }));
  const files = [...corpus.problems()].flatMap(([uri, { lines, problems }]) =>
    problems.map((problem) => ({
      ...{ uri, code: problem.code, severity: problem.severity, message: messageOf(problem) },
      range: lines.rangeOf(problem.span),
    })),
  );
  return {
    statements: statements.length,
    paragraphs: statements.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    loading: loader.isLoading(),
    problems: [...folders, ...files],
  };
}
