import { uniqueRuns, type Gap } from './gram-index.ts';
import { longestRun } from './longest-run.ts';
import { shortestEdit } from './myers.ts';
import { heaviestChain, joinRuns, type Run } from './run.ts';
import { tidyRuns } from './tidy-runs.ts';

/** Lengths of the grams that serve as anchors, tried one after the other. */
const GRAMS = [48, 24, 12, 6, 4];
/** Gaps up to this many characters are compared exactly at once. */
const SMALL = 400;
/** Gaps up to this many characters are compared exactly if they hold no anchor. */
const MEDIUM = 4000;
/** Where more of a gap differs than this, it is one text in place of another. */
const MOST_EDITS = 800;
/** The work that may go into repeated passages, for each character. */
const EFFORT = 300;

/**
 * Aligns two texts: the runs of equal characters, ascending in both, that make the most of what they share. What lies
 * between two runs differs. Near linear in the length of both: anchors are grams that stand once in each text, the
 * heaviest chain of them is kept, each gap between is treated in the same way with shorter grams, and what is left
 * is compared exactly if it is small (Myers) or by its longest common run if passages repeat in it. Work is
 * bounded on any input; where the bound is reached the rest counts as different.
 */
export function align(a: Uint32Array, b: Uint32Array): Run[] {
  const runs: Run[] = [];
  let budget = EFFORT * (a.length + b.length) + 1_000_000;
  const spend = (work: number): boolean => (budget -= work) > 0;
  const gaps: { readonly gap: Gap; readonly level: number }[] = [
    { gap: { a0: 0, a1: a.length, b0: 0, b1: b.length }, level: 0 },
  ];
  for (let next = gaps.pop(); next !== undefined; next = gaps.pop()) {
    const gap = trim(a, b, next.gap, runs);
    const size = gap.a1 - gap.a0 + gap.b1 - gap.b0;
    if (gap.a0 === gap.a1 || gap.b0 === gap.b1) continue;
    const { chain, level } = anchorsOf(a, b, gap, size <= SMALL ? GRAMS.length : next.level);
    if (chain.length > 0) {
      for (const run of chain) runs.push(run);
      for (const inner of gapsBetween(gap, chain)) gaps.push({ gap: inner, level });
      continue;
    }
    const near = nearEnds(gap, a.length, b.length) ?? (size <= MEDIUM ? gap : undefined);
    const exact = near === undefined ? undefined : shortestEdit(a, b, near, MOST_EDITS);
    if (exact !== undefined) {
      for (const run of exact) runs.push(run);
      continue;
    }
    const longest = longestRun(a, b, gap, spend);
    if (longest === undefined) continue;
    runs.push(longest);
    for (const inner of gapsBetween(gap, [longest])) gaps.push({ gap: inner, level: 0 });
  }
  return tidyRuns(a, b, joinRuns(runs));
}

/** Anchors of the longest grams that give any, from a level on; and that level. */
function anchorsOf(
  a: Uint32Array,
  b: Uint32Array,
  gap: Gap,
  from: number,
): { readonly chain: readonly Run[]; readonly level: number } {
  for (let level = from; level < GRAMS.length; level++) {
    const chain = heaviestChain(uniqueRuns(a, b, gap, GRAMS[level] ?? 4));
    if (chain.length > 0) return { chain, level };
  }
  return { chain: [], level: GRAMS.length };
}

/**
 * Of a gap with a few characters on one side and a long passage on the other, as where a page is missing, the part in
 * which those few may have their counterparts: beside what is aligned. `undefined` for other gaps.
 */
function nearEnds(gap: Gap, aLength: number, bLength: number): Gap | undefined {
  const [n, m] = [gap.a1 - gap.a0, gap.b1 - gap.b0];
  const few = Math.min(n, m);
  const window = few * 4 + 16;
  if (few > SMALL / 4 || Math.max(n, m) <= Math.max(window, SMALL)) return undefined;
  const isLeading = gap.a0 === 0 || gap.b0 === 0;
  const isTrailing = gap.a1 === aLength || gap.b1 === bLength;
  const isTail = isLeading && !isTrailing;
  return {
    a0: isTail ? Math.max(gap.a0, gap.a1 - window) : gap.a0,
    a1: isTail ? gap.a1 : Math.min(gap.a1, gap.a0 + window),
    b0: isTail ? Math.max(gap.b0, gap.b1 - window) : gap.b0,
    b1: isTail ? gap.b1 : Math.min(gap.b1, gap.b0 + window),
  };
}

function gapsBetween({ a0, a1, b0, b1 }: Gap, chain: readonly Run[]): Gap[] {
  const gaps: Gap[] = [];
  let [a, b] = [a0, b0];
  for (const run of chain) {
    gaps.push({ a0: a, a1: run.a, b0: b, b1: run.b });
    [a, b] = [run.a + run.length, run.b + run.length];
  }
  gaps.push({ a0: a, a1, b0: b, b1 });
  return gaps.filter((gap) => gap.a0 < gap.a1 && gap.b0 < gap.b1);
}

/** Takes what both sides begin and end with off a gap. */
function trim(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Gap, runs: Run[]): Gap {
  let length = 0;
  while (a0 + length < a1 && b0 + length < b1 && a[a0 + length] === b[b0 + length]) length++;
  if (length > 0) runs.push({ a: a0, b: b0, length });
  const [start, to] = [a0 + length, b0 + length];
  let tail = 0;
  while (a1 - tail > start && b1 - tail > to && a[a1 - tail - 1] === b[b1 - tail - 1]) tail++;
  if (tail > 0) runs.push({ a: a1 - tail, b: b1 - tail, length: tail });
  return { a0: start, a1: a1 - tail, b0: to, b1: b1 - tail };
}

/** For each character of the first text its counterpart in the second, or -1. */
export function counterparts(runs: readonly Run[], length: number): Int32Array {
  const map = new Int32Array(length).fill(-1);
  for (const run of runs) for (let i = 0; i < run.length; i++) map[run.a + i] = run.b + i;
  return map;
}
