import { findPassage } from '../../../server/src/core/passage.ts';
import type { Span } from '../../../server/src/core/span.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { readGivenWords } from '../../../server/src/core/quotation/given-words.ts';
import { judge, type Judgement } from '../../../server/src/core/quotation/judge.ts';
import { shippedStatements } from '../csl/statement-of.ts';

export const shipped = shippedStatements();

export function shippedStatement(key: string): Statement {
  const statement = shipped.find((each) => each.key === key);
  if (statement === undefined) throw new Error(key);
  return statement;
}

/** The judgement on words that cite addresses of one statement; the others are all that ship, or those given. */
export function judged(
  text: string,
  statement: Statement,
  addresses: readonly string[],
  others: readonly Statement[] = shipped,
): Judgement {
  const words = readGivenWords(text);
  if (words === undefined) throw new Error(`no words: ${text}`);
  const cited = addresses.map((address) => {
    const passage = findPassage(statement, address);
    if (passage === undefined) throw new Error(address);
    return passage;
  });
  return judge(words, cited, others);
}

/** The verdict, with the place that is right: `altered 10`. */
export function verdictOf({ verdict, place }: Judgement): string {
  return place === undefined ? verdict : `${verdict} ${place.address}`;
}

/** The edits as they are seen: `substitution 太 → 外`. */
export function editsOf(text: string, { edits, place }: Judgement): string[] {
  const source = place?.statement.source ?? '';
  const slice = (from: string, { start, end }: Span): string => from.slice(start, end);
  return edits.map(({ kind, draft, source: own }) => `${kind} ${slice(text, draft)} → ${slice(source, own)}`);
}
