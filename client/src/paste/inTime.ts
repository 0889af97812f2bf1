/** What some work comes to; `undefined` where it takes longer, and then `giveUp` is called. */
export async function inTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
  giveUp: () => void,
): Promise<Result | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      giveUp();
      resolve(undefined);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
