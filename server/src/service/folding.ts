import { allSections } from '../core/passage.ts';
import type { Library } from './library.ts';

/** 0-based lines, both included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** The front matter and the sections of a statement file; empty for any other file. */
export function foldingRanges({ corpus }: Library, uri: string): Fold[] {
  const statement = corpus.byUri(uri);
  if (statement === undefined) return [];
  const { lines, source } = statement;
  const folds = allSections(statement).map(({ span }) => ({
    startLine: lines.positionAt(span.start).line,
    endLine: lines.positionAt(span.end).line,
  }));
  const closing = /^---[ \t]*\r?\n[^]*?\n(?:---|\.\.\.)[ \t]*$/m.exec(source);
  if (closing?.index === 0)
    folds.unshift({ startLine: 0, endLine: lines.positionAt(closing[0].length).line });
  return folds.filter(({ startLine, endLine }) => endLine > startLine);
}
