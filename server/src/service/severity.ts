import type { Severity } from '../core/problem.ts';

/** What a finding is worth, and what an editor shows without counting it. */
export type Weight = Severity | 'hint';

const WEIGHTS: readonly Weight[] = ['hint', 'information', 'warning', 'error'];

/** The weaker of two. */
export function weaker(a: Weight, b: Weight): Weight {
  return WEIGHTS.indexOf(a) < WEIGHTS.indexOf(b) ? a : b;
}
