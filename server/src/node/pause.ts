/** Resolves once whatever else waits on this thread has had its turn: input first of all. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
