import { isMap, isSeq, type Node } from 'yaml';
import type { Span } from '../span.ts';
import { scalarText } from './front-matter-items.ts';

/** Where fields stand in the file; lists have an entry for each item that could be read, in the order of the metadata. */
export interface FrontMatterSpans {
  readonly regularised?: Span;
  readonly witnesses: readonly ItemSpans[];
  readonly emendations: readonly ItemSpans[];
  readonly doubts: readonly ItemSpans[];
  readonly variants: readonly ItemSpans[];
}

export const NO_SPANS: FrontMatterSpans = { witnesses: [], emendations: [], doubts: [], variants: [] };

/** Where an item of a list stands in its file, and where the values of its fields do. */
export interface ItemSpans {
  readonly whole: Span;
  /** By the name of the field; parts of a value that is a list or a map by number or name: `lines.0`, `readings.B`. */
  readonly fields: ReadonlyMap<string, Span>;
}

/** The places of an item and its fields; `offset` is where the YAML text begins in the file. */
export function spansOfItem(item: unknown, offset: number): ItemSpans {
  const fields = new Map<string, Span>();
  const visit = (node: unknown, path: string): void => {
    const range = (node as Node | null | undefined)?.range;
    if (path !== '' && range) fields.set(path, { start: range[0] + offset, end: range[1] + offset });
    const join = (name: string): string => (path === '' ? name : `${path}.${name}`);
    if (isMap(node)) {
      for (const pair of node.items) visit(pair.value, join(scalarText(pair.key) ?? ''));
    } else if (isSeq(node) && path.split('.').length < 3) {
      node.items.forEach((part, i) => {
        visit(part, join(String(i)));
      });
    }
  };
  visit(item, '');
  const range = (item as Node | null | undefined)?.range;
  return { whole: { start: (range?.[0] ?? 0) + offset, end: (range?.[1] ?? 0) + offset }, fields };
}
