// A compact rendering of a parsed statement, so that tests are text in, text out.

import { allSections } from '../../../server/src/core/passage.ts';
import type { Section, Statement } from '../../../server/src/core/statement/model.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';

/**
 * Sections and paragraphs in document order, then the colophon and the problems with their 1-based lines:
 *
 *     § 4 han 四、 | 务实合作
 *     4.1 双方……
 *     * 二〇二五年五月八日于莫斯科
 *     ! 7 section-duplicate 四
 *
 * `…` after a section's kind marks numbers that run through the whole statement.
 */
export function render(text: string, uri = 'file:///texts/text.txt'): string {
  const { statement, problems } = parseStatement(uri, text);
  const lines = statement === undefined ? ['no statement'] : body(statement);
  const lineOf = (offset: number): string => String(text.slice(0, offset).split(/\r\n|\r|\n/).length);
  const shown = problems
    .filter(({ code }) => code !== 'title-missing' && code !== 'key-missing')
    .map(({ code, span, values }) => {
      const word = values['label'] ?? values['field'] ?? values['id'] ?? '';
      return `! ${lineOf(span.start)} ${code} ${word}`.trimEnd();
    });
  return [...lines, ...shown].join('\n');
}

/** The expectation is written with the indentation of the test, which does not count. */
export function unindent(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function body(statement: Statement): string[] {
  const sections = allSections(statement).map((section, i) => {
    return { at: section.span.start, order: i, line: sectionLine(section) };
  });
  const paragraphs = statement.paragraphs.map(({ address, text, span }, i) => {
    return { at: span.start, order: 1e6 + i, line: `${address} ${text}` };
  });
  const ordered = [...sections, ...paragraphs].sort((a, b) => a.at - b.at || a.order - b.order);
  const colophon = statement.colophon.map(({ start, end }) => `* ${statement.source.slice(start, end)}`);
  return [...ordered.map(({ line }) => line), ...colophon];
}

function sectionLine({ address, kind, label, heading, runsThrough }: Section): string {
  const title = heading === '' ? '' : ` | ${heading}`;
  return `§ ${address} ${kind}${runsThrough ? '…' : ''}${label === '' ? '' : ` ${label}`}${title}`;
}
