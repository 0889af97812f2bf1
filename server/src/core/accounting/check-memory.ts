import type { Source } from '../collation/witness-text.ts';
import type { Statement } from '../statement/model.ts';
import { checkStatement } from './check-statement.ts';
import type { SourceMatter } from './prepared-statement.ts';
import type { FurnitureList } from './furniture.ts';
import { sealOf, type SealState } from './seal.ts';

type StatementCheck = ReturnType<typeof checkStatement>;

/** What was found of statements and sources, kept as long as they are. */
export interface CheckMemory {
  /** The check of a statement, made anew if it, a source that it names, or the furniture is another object. */
  statement(statement: Statement, matter: SourceMatter, furniture: FurnitureList): StatementCheck;
  seal(source: Source, seals: ReadonlyMap<string, string> | undefined): SealState;
}

interface Remembered {
  readonly sources: readonly (Source | undefined)[];
  readonly furniture: FurnitureList;
  readonly check: StatementCheck;
}

export function createCheckMemory(): CheckMemory {
  const statements = new WeakMap<Statement, Remembered>();
  const seals = new WeakMap<Source, { readonly sum: string | undefined; readonly state: SealState }>();
  return {
    statement: (statement, matter, furniture) => {
      const sources = statement.metadata.witnesses.map(({ source }) => matter.sources.get(source));
      const known = statements.get(statement);
      const isCurrent =
        known?.furniture === furniture && known.sources.every((source, i) => source === sources[i]);
      if (isCurrent) return known.check;
      const check = checkStatement(statement, matter);
      statements.set(statement, { sources, furniture, check });
      return check;
    },
    seal: (source, sums) => {
      const sum = sums?.get(source.name);
      const known = seals.get(source);
      if (known !== undefined && known.sum === sum) return known.state;
      const state = sealOf(source, sums ?? new Map());
      seals.set(source, { sum, state });
      return state;
    },
  };
}
