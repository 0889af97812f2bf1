import { allSections } from '../passage.ts';
import type { Statement } from '../statement/model.ts';
import type { Finding } from './finding.ts';

/** Marks of Markdown that are no words: of headings, breaks, emphasis, and comments. */
const LAYOUT = /^(?:\s|[#*_=>-]|<!--[\s\S]*?-->)*$/;

/** Words of a file that belong to no heading, paragraph or closing line, so that nobody could cite or check them. */
export function findUnaddressed(statement: Statement, bodyLine: number): Finding[] {
  const { source, lines, uri, metadata } = statement;
  const spans = [
    ...allSections(statement).map(({ headingSpan }) => headingSpan),
    ...statement.paragraphs.map(({ span }) => span),
    ...statement.colophon,
  ].sort((a, b) => a.start - b.start);
  const problems: Finding[] = [];
  let done = lines.lineSpan(bodyLine).start;
  for (const { start, end } of [...spans, { start: source.length, end: source.length }]) {
    const between = source.slice(done, start);
    const words = between.trim();
    if (words !== '' && !LAYOUT.test(words) && words.replace(/^#+\s*/, '') !== metadata.title) {
      const at = done + between.indexOf(words);
      const span = { start: at, end: at + words.length };
      problems.push({
        code: 'text-unaddressed',
        severity: 'error',
        uri,
        span,
        values: { words },
        related: [],
      });
    }
    done = Math.max(done, end);
  }
  return problems;
}
