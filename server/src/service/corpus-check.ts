import { checkCorpus, type CorpusAccount } from '../core/accounting/check-corpus.ts';
import type { StatementAccount } from '../core/accounting/check-statement.ts';
import type { SourceAccount } from '../core/accounting/claims.ts';
import type { Finding, Place } from '../core/accounting/finding.ts';
import type { Severity } from '../core/problem.ts';
import { createLineIndex, type LineIndex, type Range } from '../core/span.ts';
import { isStatementFile } from '../core/statement/parse.ts';
import { readCorpusFolders, type CorpusFolder } from './corpus-folders.ts';
import { corpusMessageOf } from './corpus-messages.ts';
import type { Files } from './files.ts';
import type { Library } from './library.ts';
import { messageOf } from './messages.ts';

/** The account of every corpus that is loaded, in the shape of `pincite corpus check --json`. */
export interface CorpusCheck {
  readonly sources: readonly CheckedSource[];
  readonly statements: readonly StatementAccount[];
  /** In the order of files and lines. */
  readonly problems: readonly CheckProblem[];
}

export interface CheckedSource extends SourceAccount {
  readonly uri: string;
}

export interface CheckPlace {
  readonly uri: string;
  readonly range: Range;
}

export interface CheckProblem extends CheckPlace {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Places that belong to it, such as the lines of the witness. */
  readonly related: readonly CheckPlace[];
}

/**
 * Checks the corpora below some folders: each statement with the folder `sources` and the files `furniture.yaml` and
 * `sources.sha256` beside it, in its own folder or one above. Problems of the statement files themselves are among
 * the problems.
 */
export async function checkCorpora(
  library: Library,
  files: Files,
  roots: readonly string[],
): Promise<CorpusCheck> {
  const folders = await readCorpusFolders(library, files, roots);
  const accounts = folders.map((folder) => ({ folder, account: checkCorpus(folder.files) }));
  const problems = [...accounts.flatMap(problemsOf), ...problemsOfFiles(library)];
  return {
    sources: accounts.flatMap(({ folder, account }) =>
      account.sources.map((source) => ({
        ...source,
        uri: folder.files.sources.get(source.source)?.uri ?? '',
      })),
    ),
    statements: accounts.flatMap(({ account }) => account.statements),
    problems: problems.sort(
      (a, b) =>
        compare(a.uri, b.uri) ||
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character,
    ),
  };
}

function problemsOf({
  folder,
  account,
}: {
  readonly folder: CorpusFolder;
  readonly account: CorpusAccount;
}): CheckProblem[] {
  const indexes = new Map<string, LineIndex>([
    [folder.files.furniture.uri, createLineIndex(folder.furnitureText)],
  ]);
  for (const { uri, lines } of [...folder.files.statements, ...folder.files.sources.values()])
    indexes.set(uri, lines);
  const placeOf = ({ uri, span }: Place): CheckPlace => ({
    uri,
    range: (indexes.get(uri) ?? createLineIndex('')).rangeOf(span),
  });
  return account.problems.map((finding: Finding) => ({
    ...placeOf(finding),
    ...{ code: finding.code, severity: finding.severity, message: corpusMessageOf(finding) },
    related: finding.related.map(placeOf),
  }));
}

/** What keeps a statement file from being read as it was meant; a plain text names no sources and is left alone. */
function problemsOfFiles({ corpus }: Library): CheckProblem[] {
  return [...corpus.problems()].flatMap(([uri, { lines, problems }]) =>
    !isStatementFile(uri)
      ? []
      : problems
          .filter(({ severity }) => severity !== 'information')
          .map((problem) => ({
            ...{ uri, range: lines.rangeOf(problem.span), code: problem.code, severity: problem.severity },
            ...{ message: messageOf(problem), related: [] },
          })),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
