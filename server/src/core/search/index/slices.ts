/** Lets others have their turn; resolves when it is ours again. */
export type Pause = () => Promise<void>;

/** How long work goes on without a pause, in milliseconds: a hover that comes meanwhile is not felt to wait. */
const SLICE = 3;

/** Does work to its end, in slices. */
export async function inSlices<T>(work: Generator<undefined, T>, pause: Pause): Promise<T> {
  let start = Date.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (Date.now() - start < SLICE) continue;
    await pause();
    start = Date.now();
  }
}

/** Does work to its end at once. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
