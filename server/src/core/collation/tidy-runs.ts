import { BREAK, endsSentence } from './character-fold.ts';
import type { Run } from './run.ts';

/** A run at an end of a text that is as long as this is no chance. */
const SHORTEST_END = 8;

/** So many equal characters are no chance, whatever stands beside them. */
const LONGEST_CHANCE = 12;

const ONE_SIDED = 3;

interface Mutable {
  a: number;
  b: number;
  length: number;
}

/**
 * Makes an alignment one that a person would make. Equal characters that stand between larger differences are chance
 * and become part of them (the “semantic clean-up” of diff-match-patch), and a passage that only one side has is
 * moved, where it can be, so that it begins with a paragraph or sentence.
 */
export function tidyRuns(a: Uint32Array, b: Uint32Array, runs: readonly Run[]): Run[] {
  const kept = withoutEnds(a, b, withoutChance(a, b, runs));
  extend(a, b, kept);
  slide(a, b, kept);
  return kept.filter(({ length }) => length > 0);
}

/** Moves what only one side has, where it can be moved, so that it begins with a paragraph or sentence. */
export function slideGaps(a: Uint32Array, b: Uint32Array, runs: readonly Run[]): Run[] {
  const moved = runs.map((run) => ({ ...run }));
  slide(a, b, moved);
  return moved.filter(({ length }) => length > 0);
}

/**
 * Drops runs that are no longer than the differences on both sides of them; but not those that begin a paragraph in
 * both texts.
 */
function withoutChance(a: Uint32Array, b: Uint32Array, runs: readonly Run[]): Mutable[] {
  const isOpening = (run: Run): boolean => run.length > 1 && isStart(a, run.a) && isStart(b, run.b);
  const kept: Mutable[] = [];
  const before = (i: number): number => {
    const [run, last] = [kept[i], kept[i - 1]];
    if (run === undefined) return 0;
    return weightOf(
      run.a - (last === undefined ? 0 : last.a + last.length),
      run.b - (last === undefined ? 0 : last.b + last.length),
    );
  };
  const settle = (nextA: number, nextB: number): void => {
    for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
      const after = weightOf(nextA - last.a - last.length, nextB - last.b - last.length);
      const isChance =
        last.length < LONGEST_CHANCE &&
        !isOpening(last) &&
        last.length <= before(kept.length - 1) &&
        last.length <= after;
      if (!isChance) return;
      kept.pop();
    }
  };
  for (const run of runs) {
    settle(run.a, run.b);
    kept.push({ ...run });
  }
  settle(a.length, b.length);
  return kept;
}

/** How much a gap speaks against what is beside it: where one side has nothing, nothing stands in place of another. */
function weightOf(x: number, y: number): number {
  return Math.min(x, y) === 0 ? Math.min(Math.max(x, y), ONE_SIDED) : Math.max(x, y);
}

/**
 * Drops a run at an end of either text where one of them goes on much longer: their last or first words are the same by
 * chance.
 */
function withoutEnds(a: Uint32Array, b: Uint32Array, runs: Mutable[]): Mutable[] {
  const kept = [...runs];
  const isFar = (length: number, x: number, y: number): boolean =>
    length < SHORTEST_END && Math.abs(x - y) > 4 * (Math.min(x, y) + length) + 16;
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const before = kept.at(-2) ?? { a: 0, b: 0, length: 0 };
    const isLast = last.a + last.length === a.length || last.b + last.length === b.length;
    if (!isLast || !isFar(last.length, last.a - before.a - before.length, last.b - before.b - before.length))
      break;
    kept.pop();
  }
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const next = kept[1] ?? { a: a.length, b: b.length, length: 0 };
    const isFirst = first.a === 0 || first.b === 0;
    if (!isFirst || !isFar(first.length, next.a - first.a - first.length, next.b - first.b - first.length))
      break;
    kept.shift();
  }
  return kept;
}

/** Lets runs grow into the gaps that dropped ones have left. */
function extend(a: Uint32Array, b: Uint32Array, runs: readonly Mutable[]): void {
  runs.forEach((run, i) => {
    const before = runs[i - 1] ?? { a: 0, b: 0, length: 0 };
    const [fromA, fromB] = [before.a + before.length, before.b + before.length];
    while (run.a > fromA && run.b > fromB && a[run.a - 1] === b[run.b - 1]) {
      run.a--;
      run.b--;
      run.length++;
    }
    const next = runs[i + 1] ?? { a: a.length, b: b.length };
    for (
      let at = run.a + run.length, to = run.b + run.length;
      at < next.a && to < next.b && a[at] === b[to];
      at++, to++
    )
      run.length++;
  });
}

/** Where one side alone has something between two runs, moves the border of the runs to the best place. */
function slide(a: Uint32Array, b: Uint32Array, runs: Mutable[]): void {
  for (let i = 1; i < runs.length; i++) {
    const [left, right] = [runs[i - 1], runs[i]];
    if (left === undefined || right === undefined) continue;
    const onlyB = left.a + left.length === right.a;
    const onlyA = left.b + left.length === right.b;
    if (onlyA === onlyB) continue;
    const codes = onlyB ? b : a;
    const start = onlyB ? left.b + left.length : left.a + left.length;
    const end = onlyB ? right.b : right.a;
    let [best, score] = [0, valueOf(codes, start, end)];
    const consider = (shift: number): void => {
      const value = valueOf(codes, start + shift, end + shift);
      if (value <= score) return;
      [best, score] = [shift, value];
    };
    for (let shift = -1; -shift <= left.length && codes[start + shift] === codes[end + shift]; shift--)
      consider(shift);
    for (let shift = 1; shift <= right.length && codes[start + shift - 1] === codes[end + shift - 1]; shift++)
      consider(shift);
    left.length += best;
    right.a += best;
    right.b += best;
    right.length -= best;
  }
}

function isStart(codes: Uint32Array, at: number): boolean {
  return at === 0 || codes[at - 1] === BREAK;
}

/** How natural it is that something was put in or left out between two places. */
function valueOf(codes: Uint32Array, start: number, end: number): number {
  if (isStart(codes, start)) return 3;
  if (codes[start] === BREAK || codes[end - 1] === BREAK) return 2;
  return endsSentence(codes[start - 1] ?? 0) ? 1 : 0;
}
