import { alterations } from './altered-classes.ts';
import type { CaseClass } from './case.ts';
import { others } from './other-classes.ts';
import { verbatims } from './verbatim-classes.ts';

/** Every class of the benchmark set. */
export const caseClasses: readonly CaseClass[] = [
  ...verbatims(),
  ...alterations(false),
  ...alterations(true),
  ...others(),
];
