import type { Statement } from '../statement/model.ts';

/** A passage of a statement that is to be cited; the address is empty for the whole statement, and may be a run. */
export interface StatementPassage {
  readonly statement: Statement;
  readonly address: string;
}
