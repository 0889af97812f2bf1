import { checkStatement } from '../core/accounting/check-statement.ts';
import { declaredBy } from '../core/accounting/declared.ts';
import type { Finding } from '../core/accounting/finding.ts';
import { findWords, passageRange } from '../core/accounting/passage-range.ts';
import { formatVariants } from '../core/accounting/format-variants.ts';
import { recordVariants } from '../core/accounting/recorded-variants.ts';
import { spanOf } from '../core/collation/char-stream.ts';
import type { Span } from '../core/span.ts';
import { changeList, withChanges, type Change, type ListName } from '../core/statement/front-matter-edit.ts';
import type { RecordedVariant, Statement } from '../core/statement/model.ts';
import { parseStatement } from '../core/statement/parse.ts';
import { collateStatement, type Collated } from './collations.ts';

/**
 * Changes to a statement file with what follows from them in its front matter: emendations, doubts and recorded variants
 * that no longer hold go, variants that now are there come. `undefined` if the corpus check would find more errors
 * afterwards than before.
 */
export function settle(
  statement: Statement,
  { matter }: Collated,
  changes: readonly Change[],
): readonly Change[] | undefined {
  const before = checkStatement(statement, matter).problems.filter(isError);
  const changed = parse(statement, changes);
  if (changed === undefined) return undefined;
  const stale = staleItems(changed, checkStatement(changed, matter).problems);
  // What these very changes put in stands behind what was there.
  const isOld = (name: ListName) => (index: number) => index < (statement.metadata[name]?.length ?? 0);
  const gone = (name: ListName): readonly number[] => stale[name].filter(isOld(name));
  const without = LISTS.map((name) => changeList(statement, name, gone(name), []));
  if (!without.every((each) => each !== undefined)) return undefined;
  const added = missingVariants(parse(statement, [...changes, ...without.flat()]), matter);
  const lists = LISTS.map((name) =>
    changeList(statement, name, gone(name), name === 'variants' ? added : []),
  );
  if (!lists.every((each) => each !== undefined)) return undefined;
  const all = [...changes, ...lists.flat()];
  const result = parse(statement, all);
  if (result?.paragraphs.length !== statement.paragraphs.length) return undefined;
  const after = checkStatement(result, matter).problems.filter(isError);
  return after.length > before.length ? undefined : all;
}

const LISTS = ['emendations', 'variants', 'doubts'] as const satisfies readonly ListName[];

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function parse(statement: Statement, changes: readonly Change[]): Statement | undefined {
  return parseStatement(statement.uri, withChanges(statement.source, changes)).statement;
}

/** The items of the front matter that the check finds untrue, by their indexes. */
function staleItems(
  statement: Statement,
  problems: readonly Finding[],
): Readonly<Record<ListName, readonly number[]>> {
  const { spans } = declaredBy(statement);
  const errors = problems.filter((problem) => isError(problem) && problem.uri === statement.uri);
  const indexes = (name: (typeof LISTS)[number]): number[] =>
    spans[name].flatMap(({ whole }, index) =>
      errors.some(({ span }) => isWithin(span, whole)) ? [index] : [],
    );
  return {
    witnesses: [],
    emendations: indexes('emendations'),
    variants: indexes('variants'),
    doubts: indexes('doubts'),
  };
}

function isWithin(span: Span, whole: Span): boolean {
  return span.start >= whole.start && span.end <= whole.end;
}

/** Items for those variants that a text has and its list lacks; none for a text without the list. */
function missingVariants(statement: Statement | undefined, matter: Collated['matter']): string[][] {
  if (statement?.metadata.variants === undefined) return [];
  const missing = checkStatement(statement, matter).problems.filter(
    ({ code }) => code === 'variant-unrecorded',
  );
  if (missing.length === 0) return [];
  const { collation } = collateStatement(statement, matter);
  const entries = recordVariants(collation.text, collation.witnesses).filter((entry) => {
    const place = placeOf(collation.text, entry);
    return place !== undefined && missing.some(({ span }) => isWithin(span, place));
  });
  return formatVariants(entries)
    .split('\n')
    .slice(1, -1)
    .map((line) => [line.replace(/^\s*- /, '')]);
}

function placeOf(
  text: Collated['collation']['text'],
  { at, text: words }: RecordedVariant,
): Span | undefined {
  const passage = passageRange(text, at);
  if (passage === undefined || words === undefined) return passage?.span;
  const [found] = findWords(text, passage, words);
  return found === undefined ? undefined : spanOf(text.stream, ...found);
}
