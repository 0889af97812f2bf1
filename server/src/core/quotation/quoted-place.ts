import type { Span } from '../span.ts';
import type { Statement } from '../statement/model.ts';
import { spanIn } from './compared-text.ts';
import type { ExactMatch } from './exact-match.ts';
import { addressAt, type StatementText } from './statement-text.ts';

/** Where words stand. */
export interface QuotedPlace {
  readonly statement: Statement;
  /** Of a paragraph, a run of paragraphs or a heading; empty for the title and the colophon. */
  readonly address: string;
  /** In the statement's file: one for each piece of the quotation, or the whole stretch that comes near. */
  readonly spans: readonly Span[];
}

/** The very words of a quotation in a statement. */
export interface ExactFound {
  readonly statement: Statement;
  readonly text: StatementText;
  readonly match: ExactMatch;
}

export function exactPlace({ statement, text, match: { parts } }: ExactFound): QuotedPlace {
  const [first, last] = [parts[0], parts.at(-1)];
  return {
    statement,
    address: addressAt(text, [first?.start ?? 0, last?.end ?? 0]),
    spans: parts.map(({ start, end }) => spanIn(text.text, start, end)),
  };
}
