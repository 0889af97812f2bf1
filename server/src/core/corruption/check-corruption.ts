import type { Problem } from '../problem.ts';
import type { Statement } from '../statement/model.ts';
import { signsOfCorruption } from './signs-of-corruption.ts';

/**
 * The signs of corruption in a statement as problems of its file, of severity information: they say what looks
 * suspicious and why, and never that it is wrong. `others` as in `signsOfCorruption`.
 */
export function checkCorruption(statement: Statement, others: readonly Statement[] = []): Problem[] {
  return signsOfCorruption(statement, others).map(({ kind, span, reasonValues }) => ({
    code: kind,
    severity: 'information',
    span,
    values: reasonValues,
  }));
}
