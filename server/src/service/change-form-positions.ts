import type { Cited } from '../core/format/cited.ts';
import type { Statement } from '../core/statement/model.ts';

/** What one note or one citation in the line cites; `undefined` where nobody knows. */
export type Sequence = readonly (readonly Cited[] | undefined)[];

/**
 * The citations of notes that follow one another, each with its position: the first on its statement, a later one, or
 * one right after a note that says nothing but that it cites the same statement.
 */
export function positioned(
  sequence: Sequence,
  place: 'footnote' | 'inline',
): (readonly Cited[] | undefined)[] {
  const seen = new Set<Statement>();
  let previous: Statement | undefined;
  return sequence.map((cited) => {
    if (cited === undefined) {
      previous = undefined;
      return undefined;
    }
    const isIbid =
      place === 'footnote' &&
      previous !== undefined &&
      cited.every(({ statement }) => statement === previous);
    const before = new Set(seen);
    const result = cited.map((each, i): Cited => {
      // Passages that follow one another are one citation of their statement.
      const last = cited[i - 1]?.statement;
      if (last !== undefined && last !== each.statement) before.add(last);
      return { ...each, position: isIbid ? 'ibid' : before.has(each.statement) ? 'later' : 'first' };
    });
    for (const { statement } of cited) seen.add(statement);
    previous = onlyStatement(cited);
    return result;
  });
}

/** The one statement that a note cites without a word of its own, so that 同上 can stand for it. */
export function onlyStatement(cited: readonly Cited[]): Statement | undefined {
  const [first, ...others] = new Set(cited.map(({ statement }) => statement));
  const isBare = cited.every(
    ({ prefix = '', suffix = '', locatorText = '' }) => prefix + suffix + locatorText === '',
  );
  return others.length === 0 && isBare ? first : undefined;
}
