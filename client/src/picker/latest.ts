/** A question under way. */
export interface Inquiry<Answer> {
  readonly answer: Promise<Answer>;
  /** Nobody waits for the answer any more. */
  cancel(): void;
}

/** Asks about texts that may come faster than answers do. */
export interface Latest {
  ask(text: string): void;
  /** Nothing is answered from now on. */
  stop(): void;
}

/**
 * One question at a time, asked at once when none is under way; when its answer comes, the latest text is asked about,
 * and those between never were. An answer to any other text than the latest is dropped. `answered` gets `undefined`
 * where a question failed.
 */
export function askLatest<Answer>(
  inquire: (text: string) => Inquiry<Answer>,
  answered: (answer: Answer | undefined) => void,
): Latest {
  let latest: { readonly text: string } | undefined;
  let underWay: Inquiry<Answer> | undefined;

  const work = async (): Promise<void> => {
    while (latest !== undefined) {
      const asked = latest;
      underWay = inquire(asked.text);
      const answer = await underWay.answer.catch(() => undefined);
      if (asked !== latest) continue;
      latest = undefined;
      answered(answer);
    }
    underWay = undefined;
  };
  return {
    ask: (text) => {
      latest = { text };
      if (underWay) underWay.cancel();
      else void work();
    },
    stop: () => {
      latest = undefined;
      underWay?.cancel();
    },
  };
}
