import type { Span } from '../span.ts';

/** The index of the first of some spans, in the order of their starts, that starts at an offset or behind it. */
export function firstFrom<T>(items: readonly T[], offset: number, spanOf: (item: T) => Span): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && spanOf(item).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those that start between two offsets. */
export function startingWithin<T>(items: readonly T[], { start, end }: Span, spanOf: (item: T) => Span): T[] {
  return items.slice(firstFrom(items, start, spanOf), firstFrom(items, end, spanOf));
}

/** Of spans that do not overlap the one that holds another; `undefined` if none does. */
export function holding<T>(
  items: readonly T[],
  { start, end }: Span,
  spanOf: (item: T) => Span,
): T | undefined {
  const item = items[firstFrom(items, start + 1, spanOf) - 1];
  return item !== undefined && spanOf(item).end >= end ? item : undefined;
}

/** Of spans in order of their starts those that lie in no other. */
export function outermost<T>(items: readonly T[], spanOf: (item: T) => Span): T[] {
  const kept: T[] = [];
  let end = -1;
  for (const item of items) {
    if (spanOf(item).end <= end) continue;
    kept.push(item);
    ({ end } = spanOf(item));
  }
  return kept;
}
