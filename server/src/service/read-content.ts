import type { Reading } from '../core/corpus.ts';
import type { Problem } from '../core/problem.ts';
import { createLineIndex } from '../core/span.ts';
import { parseStatement } from '../core/statement/parse.ts';
import type { FileContent } from './files.ts';

/** What comes of what is in a file: a statement, or the reason why there is none. */
export function readContent(uri: string, content: Exclude<FileContent, { kind: 'missing' }>): Reading {
  if (content.kind === 'text') {
    const result = parseStatement(uri, content.text);
    return { ...result, lines: result.statement?.lines ?? createLineIndex(content.text) };
  }
  const text = content.kind === 'not-utf8' ? content.before : '';
  const lines = createLineIndex(text);
  const span = { start: text.length, end: text.length };
  const problem: Problem =
    content.kind === 'not-utf8'
      ? { code: 'not-utf8', severity: 'error', span, values: { line: String(lines.lineCount) } }
      : { code: 'unreadable-file', severity: 'error', span, values: { reason: content.reason } };
  return { lines, problems: [problem] };
}
