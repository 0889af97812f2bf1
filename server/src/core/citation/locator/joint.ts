import { matchAt } from '../sticky.ts';

/** What joins a unit to the one before it. */
export type Connector = 'none' | 'comma' | 'list' | 'range' | 'of';

/** A connector, and where it ends. */
export interface Joint {
  readonly connector: Connector;
  readonly end: number;
}

const JOINTS: readonly (readonly [Connector, RegExp])[] = [
  ['range', / *(?:-{1,2}|~|至|到|\bto\b|\bthrough\b|(?<= )по(?= )) */iuy],
  ['list', / *(?:、|和|及|以及|与|與|,? *\band\b|,? *(?<= )и(?= )|&) */iuy],
  ['comma', / *,(?: *(?:and|и) )? */iuy],
  ['of', / +of(?: +the)? +/iuy],
  ['none', /(?:的|之|中的?)? */uy],
];

/** Every reading of what stands between two units, the most explicit first. */
export function readJoints(text: string, start: number): Joint[] {
  const joints: Joint[] = [];
  for (const [connector, pattern] of JOINTS) {
    const match = matchAt(pattern, text, start);
    if (match !== undefined) joints.push({ connector, end: start + match[0].length });
  }
  return joints;
}
