/** By end, the least distance from a pattern to any stretch of a text that ends there: the table, row by row. */
export function distancesByEnd(pattern: string, text: string): number[] {
  // Nothing of the pattern is 0 away from the empty stretch at any end.
  return lastRow(pattern, text, new Array<number>(text.length + 1).fill(0));
}

/** How many characters must be put in, left out or changed for the pattern to stand somewhere in the text. */
export function distanceWithin(pattern: string, text: string): number {
  return Math.min(...distancesByEnd(pattern, text));
}

/** The same for the pattern to be the whole text. */
export function distanceTo(pattern: string, text: string): number {
  return (
    lastRow(
      pattern,
      text,
      Array.from({ length: text.length + 1 }, (_, j) => j),
    ).at(-1) ?? 0
  );
}

function lastRow(pattern: string, text: string, first: readonly number[]): number[] {
  let row = [...first];
  for (let i = 1; i <= pattern.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++) {
      const same = (row[j - 1] ?? 0) + (pattern[i - 1] === text[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}
