import { isMap, isScalar, isSeq } from 'yaml';
import type { Doubt, Emendation, Name, RecordedVariant, Witness } from './model.ts';

export function readName(item: unknown): Name | undefined {
  const plain = scalarText(item);
  if (plain !== undefined) return { literal: plain };
  const literal = field(item, 'literal');
  if (literal !== undefined) return { literal };
  const family = field(item, 'family');
  const given = field(item, 'given');
  if (family === undefined || given === undefined) {
    const only = family ?? given;
    return only === undefined ? undefined : { literal: only };
  }
  return { literal: [given, family].filter(Boolean).join(' '), family, given };
}

export function readWitness(item: unknown): Witness | undefined {
  const siglum = field(item, 'siglum');
  const source = field(item, 'source');
  if (siglum === undefined || source === undefined || !isMap(item)) return undefined;
  const node: unknown = item.get('lines', true);
  if (!isSeq(node)) return undefined;
  const lines: (readonly [number, number])[] = [];
  for (const pair of node.items) {
    if (!isSeq(pair) || pair.items.length !== 2) return undefined;
    const [from, to] = pair.items.map((number) => Number(scalarText(number)));
    if (from === undefined || to === undefined || !Number.isInteger(from) || !Number.isInteger(to))
      return undefined;
    lines.push([from, to]);
  }
  return { siglum, source, lines };
}

export function readEmendation(item: unknown): Emendation | undefined {
  const at = field(item, 'at');
  const witness = field(item, 'witness');
  const reading = field(item, 'reading');
  const reason = field(item, 'reason');
  if (at === undefined || witness === undefined || reading === undefined || reason === undefined)
    return undefined;
  return { at, witness, reading, reason };
}

export function readDoubt(item: unknown): Doubt | undefined {
  const at = field(item, 'at');
  const text = field(item, 'text');
  const reason = field(item, 'reason');
  return at === undefined || text === undefined || reason === undefined ? undefined : { at, text, reason };
}

export function readVariant(item: unknown): RecordedVariant | undefined {
  const at = field(item, 'at');
  const text = field(item, 'text');
  const reason = field(item, 'reason');
  const node: unknown = isMap(item) ? item.get('readings', true) : undefined;
  if (at === undefined || !isMap(node)) return undefined;
  const readings: Record<string, string> = {};
  for (const pair of node.items) {
    const siglum = scalarText(pair.key);
    const words = scalarText(pair.value);
    if (siglum === undefined || words === undefined) return undefined;
    readings[siglum] = words;
  }
  return {
    ...{ at, readings },
    ...(text === undefined ? {} : { text }),
    ...(reason === undefined ? {} : { reason }),
  };
}

export function field(item: unknown, name: string): string | undefined {
  return isMap(item) ? scalarText(item.get(name, true)) : undefined;
}

/** The text of a scalar as a person reads it; `undefined` for lists, maps and nothing. */
export function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  // What was written, not what YAML makes of it: `5` in `at: 5`, `1.10` in `at: 1.10`.
  return typeof node.value === 'string' ? node.value : node.source;
}
