import type { Gap } from './gram-index.ts';
import type { Run } from './run.ts';

/**
 * The shortest edit script between the sides of a small gap, as the runs that stay (E. W. Myers, “An O(ND) difference
 * algorithm and its variations”, 1986; the forward variant). `undefined` if more than `most` characters differ.
 */
export function shortestEdit(
  a: Uint32Array,
  b: Uint32Array,
  { a0, a1, b0, b1 }: Gap,
  most: number,
): Run[] | undefined {
  const [n, m] = [a1 - a0, b1 - b0];
  const limit = Math.min(most, n + m);
  if (Math.abs(n - m) > limit) return undefined;
  const reach = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  /** For each number of edits the reach of its diagonals, for the way back. */
  const history: Int32Array[] = [];
  for (let d = 0; d <= limit; d++) {
    for (let k = -d; k <= d; k += 2) {
      const isDown = k === -d || (k !== d && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0));
      let x = isDown ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1;
      let y = x - k;
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x++;
        y++;
      }
      reach[middle + k] = x;
      if (x >= n && y >= m) {
        history.push(reach.slice(middle - d, middle + d + 1));
        return trace(history, n, m).map((run) => ({ ...run, a: run.a + a0, b: run.b + b0 }));
      }
    }
    history.push(reach.slice(middle - d, middle + d + 1));
  }
  return undefined;
}

function trace(history: readonly Int32Array[], n: number, m: number): Run[] {
  const runs: Run[] = [];
  let [x, y] = [n, m];
  for (let d = history.length - 1; d >= 0; d--) {
    const k = x - y;
    let [fromX, fromY] = [0, 0];
    if (d > 0) {
      const before = history[d - 1] ?? new Int32Array();
      const at = (diagonal: number): number => before[diagonal + d - 1] ?? -1;
      const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1));
      const from = isDown ? k + 1 : k - 1;
      fromX = at(from);
      fromY = fromX - from;
      // The edit itself; the rest up to (x, y) is a run.
      const [startX, startY] = isDown ? [fromX, fromY + 1] : [fromX + 1, fromY];
      if (x > startX) runs.push({ a: startX, b: startY, length: x - startX });
    } else if (x > 0) runs.push({ a: 0, b: 0, length: x });
    [x, y] = [fromX, fromY];
  }
  return runs.reverse();
}
