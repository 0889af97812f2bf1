/** Sends without waiting. A client that is gone, or refuses, misses nothing that could be mended here. */
export function send(message: () => Promise<unknown>): void {
  // A connection that is closed throws at once; an async function makes a rejection of that.
  const sending = async (): Promise<void> => {
    await message();
  };
  sending().catch(() => undefined);
}
