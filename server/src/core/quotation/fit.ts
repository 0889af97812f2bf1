import { align } from '../collation/alignment.ts';
import type { Run } from '../collation/run.ts';
import { slideGaps } from '../collation/tidy-runs.ts';

/** What it costs that a character stands in place of another, that one is added, that some are left out, and each of them. */
const COST = { other: 60, added: 50, leftOut: 44, each: 2 };
/** More pairs of characters are not all compared. */
const MOST_PAIRS = 1_000_000;
/** A run that both begin with, or end with, in a long quotation. */
const CERTAIN = 12;

/**
 * How some words fit into a text that has most of them: the runs of equal characters, ascending in both. All of the
 * words count, but of the text only what lies between the first and the last of them: the cheapest way to make the
 * words of it, where a clause left out costs little more than a character (Gotoh). Long words are aligned by what is
 * unique in them, and only their ends are fitted.
 */
export function fit(words: Uint32Array, text: Uint32Array): Run[] {
  const runs =
    words.length * text.length <= MOST_PAIRS ? fitAll(words, text, true, true) : fitLong(words, text);
  return withoutChance(slideGaps(words, text, runs));
}

function fitLong(words: Uint32Array, text: Uint32Array): Run[] {
  const runs = align(words, text);
  const [first, last] = [
    runs.findIndex(({ length }) => length >= CERTAIN),
    runs.findLastIndex(({ length }) => length >= CERTAIN),
  ];
  const [head, tail] = [runs[first], runs[last]];
  if (head === undefined || tail === undefined) return runs;
  const room = (length: number): number => Math.min(2 * length + 100, 2000);
  const from = Math.max(0, head.b - room(head.a));
  const [a, b] = [tail.a + tail.length, tail.b + tail.length];
  const to = Math.min(text.length, b + room(words.length - a));
  if (Math.max(head.a * (head.b - from), (words.length - a) * (to - b)) > MOST_PAIRS) return runs;
  const before = fitAll(words.subarray(0, head.a), text.subarray(from, head.b), true, false);
  const behind = fitAll(words.subarray(a), text.subarray(b, to), false, true);
  return [
    ...before.map((run) => ({ ...run, b: run.b + from })),
    ...runs.slice(first, last + 1),
    ...behind.map((run) => ({ ...run, a: run.a + a, b: run.b + b })),
  ];
}

/** From where a cheapest way comes: a pair, a character added, or one left out. */
const [PAIR, ADDED, LEFT_OUT] = [0, 1, 2];
const NEVER = 1 << 29;

/** `isOpenBefore` and `isOpenBehind` say that what the text has more at that end costs nothing. */
function fitAll(words: Uint32Array, text: Uint32Array, isOpenBefore: boolean, isOpenBehind: boolean): Run[] {
  const [n, m] = [words.length, text.length];
  const width = m + 1;
  /** For each of the three ways to end at a place, the way before it, two bits each. */
  const from = new Uint8Array((n + 1) * width);
  let pair = new Int32Array(width).fill(isOpenBefore ? 0 : NEVER);
  let added = new Int32Array(width).fill(NEVER);
  let leftOut = new Int32Array(width).fill(NEVER);
  pair[0] = 0;
  if (!isOpenBefore)
    for (let j = 1; j <= m; j++) {
      leftOut[j] = COST.leftOut + COST.each * j;
      from[j] = (j === 1 ? PAIR : LEFT_OUT) << 4;
    }
  let [pairs, adds, outs] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
  for (let i = 1; i <= n; i++) {
    const code = words[i - 1];
    const row = i * width;
    [pairs[0], outs[0]] = [NEVER, NEVER];
    adds[0] = COST.added * i;
    from[row] = (i === 1 ? PAIR : ADDED) << 2;
    for (let j = 1; j <= m; j++) {
      const [p, a, o] = [pair[j - 1] ?? NEVER, added[j - 1] ?? NEVER, leftOut[j - 1] ?? NEVER];
      const toPair = p <= a ? (p <= o ? PAIR : LEFT_OUT) : a <= o ? ADDED : LEFT_OUT;
      pairs[j] = Math.min(p, a, o) + (code === text[j - 1] ? 0 : COST.other);
      const [q, b, u] = [pair[j] ?? NEVER, added[j] ?? NEVER, leftOut[j] ?? NEVER];
      const toAdded = q <= b ? (q <= u ? PAIR : LEFT_OUT) : b <= u ? ADDED : LEFT_OUT;
      adds[j] = Math.min(q, b, u) + COST.added;
      const begun = Math.min(pairs[j - 1] ?? NEVER, adds[j - 1] ?? NEVER) + COST.leftOut;
      const goesOn = (outs[j - 1] ?? NEVER) <= begun;
      const toOut = goesOn ? LEFT_OUT : (pairs[j - 1] ?? NEVER) <= (adds[j - 1] ?? NEVER) ? PAIR : ADDED;
      outs[j] = Math.min(outs[j - 1] ?? NEVER, begun) + COST.each;
      from[row + j] = toPair | (toAdded << 2) | (toOut << 4);
    }
    [pair, pairs, added, adds, leftOut, outs] = [pairs, pair, adds, added, outs, leftOut];
  }
  return traced(words, text, from, endOf(pair, added, leftOut, isOpenBehind));
}

function endOf(pair: Int32Array, added: Int32Array, leftOut: Int32Array, isOpen: boolean) {
  let [least, place, way] = [NEVER * 2, 0, PAIR];
  for (let j = isOpen ? 0 : pair.length - 1; j < pair.length; j++) {
    for (const [kind, costs] of [pair, added, leftOut].entries()) {
      if ((costs[j] ?? NEVER) < least) [least, place, way] = [costs[j] ?? NEVER, j, kind];
    }
  }
  return { place, way };
}

function traced(
  words: Uint32Array,
  text: Uint32Array,
  from: Uint8Array,
  end: { readonly place: number; readonly way: number },
): Run[] {
  const runs: { a: number; b: number; length: number }[] = [];
  let [i, j, way] = [words.length, end.place, end.way];
  while (i > 0) {
    const next = ((from[i * (text.length + 1) + j] ?? 0) >> (2 * way)) & 3;
    if (way === PAIR) {
      [i, j] = [i - 1, j - 1];
      const last = runs.at(-1);
      const isEqual = words[i] === text[j];
      if (isEqual && last?.a === i + 1 && last.b === j + 1)
        [last.a, last.b, last.length] = [i, j, last.length + 1];
      else if (isEqual) runs.push({ a: i, b: j, length: 1 });
    } else if (way === ADDED) i--;
    else j--;
    way = next;
  }
  return runs.reverse();
}

/** A single character that is the same between two changes is chance, unless it stands as far on as its neighbours. */
function withoutChance(runs: readonly Run[]): Run[] {
  /** True if a longer run beside one goes on where that would. */
  const isLevel = (run: Run, beside: readonly Run[]): boolean =>
    beside.some(({ a, b, length }) => length > 1 && a - b === run.a - run.b);
  return runs.filter(
    (run, i) =>
      run.length > 1 ||
      runs.length === 1 ||
      isLevel(run, [...runs.slice(Math.max(0, i - 1), i), ...runs.slice(i + 1, i + 2)]),
  );
}
