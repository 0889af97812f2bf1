import { statementText } from '../core/quotation/statement-text.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';

const HAN = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef]`;
const WRAP = new RegExp(String.raw`(?<=${HAN})\s*\n\s*(?=${HAN})`, 'gu');

/**
 * What stands in some stretches of a statement's file, as a reader has it: without the marks of headings, each paragraph
 * on a line, and with a sign where something lies between two stretches. Empty for no stretch.
 */
export function sourceWords(statement: Statement, spans: readonly Span[]): string {
  const sign = /^zh\b/i.test(statement.metadata.language) ? '……' : ' … ';
  let words = '';
  let end: number | undefined;
  for (const span of spans) {
    const between = end === undefined ? '' : wordsIn(statement, { start: end, end: span.start });
    words += `${between === '' ? '' : sign}${wordsIn(statement, span)}`;
    end = span.end;
  }
  return words;
}

function wordsIn(statement: Statement, { start, end }: Span): string {
  return statementText(statement)
    .edited.units.map(({ span }) =>
      statement.source.slice(Math.max(start, span.start), Math.max(start, Math.min(end, span.end))),
    )
    .filter((words) => words !== '')
    .map((words) => words.replace(WRAP, '').replace(/\s*\n\s*/g, ' '))
    .join('\n');
}
