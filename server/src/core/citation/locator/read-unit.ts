import { readBare } from './bare-unit.ts';
import { readHanUnit } from './han-unit.ts';
import { readJoints, type Connector, type Joint } from './joint.ts';
import { readLabelled } from './labelled-unit.ts';
import { readPreamble } from './preamble-unit.ts';
import type { UnitReading } from './unit.ts';

/** A unit, or two that one label names, with what joins it to the one before. */
export interface JoinedUnits extends UnitReading {
  readonly connector: Connector;
}

/** Reads a connector and what it joins, at `start` of a folded text. `undefined` if no unit stands there. */
export function readUnit(text: string, start: number, isFirst: boolean): JoinedUnits | undefined {
  const joints: Joint[] = isFirst ? [{ connector: 'none', end: start }] : readJoints(text, start);
  for (const { connector, end } of joints) {
    const read =
      readPreamble(text, end) ?? readHanUnit(text, end) ?? readLabelled(text, end) ?? readBare(text, end);
    if (read !== undefined) return { connector, ...read };
  }
  return undefined;
}
