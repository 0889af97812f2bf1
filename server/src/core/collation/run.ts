/** Equal characters in two texts: `length` of them, from `a` in the one and from `b` in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Runs in order, those that go on where the one before ends made one. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: { a: number; b: number; length: number }[] = [];
  for (const run of [...runs].sort((x, y) => x.a - y.a)) {
    const last = joined.at(-1);
    if (last !== undefined && last.a + last.length === run.a && last.b + last.length === run.b)
      last.length += run.length;
    else joined.push({ ...run });
  }
  return joined;
}

/**
 * The heaviest chain of runs that ascends in both texts (a longest increasing subsequence, each run weighed by
 * its length), in O(n log n). Runs are given in the order of `a`; where two of a chain overlap, the later is cut.
 */
export function heaviestChain(runs: readonly Run[]): Run[] {
  if (runs.length < 2) return [...runs];
  const order = runs.map((_, i) => i).sort((x, y) => (runs[x]?.b ?? 0) - (runs[y]?.b ?? 0));
  const rank = new Int32Array(runs.length);
  order.forEach((run, i) => (rank[run] = i + 1));
  // A Fenwick tree over the order of `b`: in each node the best chain that ends in one of its runs.
  const best = new Int32Array(runs.length + 1).fill(-1);
  const weight = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  const isHeavier = (x: number, y: number): boolean => y < 0 || (weight[x] ?? 0) > (weight[y] ?? 0);
  let last = 0;
  runs.forEach((run, i) => {
    let before = -1;
    for (let node = (rank[i] ?? 0) - 1; node > 0; node -= node & -node) {
      const candidate = best[node] ?? -1;
      if (candidate >= 0 && isHeavier(candidate, before)) before = candidate;
    }
    previous[i] = before;
    weight[i] = run.length + (before < 0 ? 0 : (weight[before] ?? 0));
    for (let node = rank[i] ?? 1; node <= runs.length; node += node & -node) {
      if (isHeavier(i, best[node] ?? -1)) best[node] = i;
    }
    if (isHeavier(i, last)) last = i;
  });
  const chain: Run[] = [];
  for (let i = last; i >= 0; i = previous[i] ?? -1) {
    const run = runs[i];
    if (run !== undefined) chain.push(run);
  }
  return withoutOverlap(chain.reverse());
}

function withoutOverlap(chain: readonly Run[]): Run[] {
  const kept: Run[] = [];
  let [a, b] = [0, 0];
  for (const run of chain) {
    const cut = Math.max(0, a - run.a, b - run.b);
    if (cut >= run.length) continue;
    kept.push({ a: run.a + cut, b: run.b + cut, length: run.length - cut });
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  return kept;
}
