/** Long enough for a change of many files to be told as one. */
const TELL_DELAY = 50;
/** Nobody waits for the index to be saved: not before a pause in the work. */
const SAVE_DELAY = 2000;

export interface Telling {
  /** The corpus changed. */
  changed(): void;
  /** Nothing more is told or saved. */
  stop(): void;
}

/** Tells of many changes as one, and saves when they pause. */
export function createTelling(tell: () => void, save: () => void): Telling {
  let telling: ReturnType<typeof setTimeout> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  return {
    changed: () => {
      if (isOver) return;
      clearTimeout(saving);
      saving = setTimeout(save, SAVE_DELAY);
      telling ??= setTimeout(() => {
        telling = undefined;
        tell();
      }, TELL_DELAY);
    },
    stop: () => {
      isOver = true;
      clearTimeout(telling);
      clearTimeout(saving);
    },
  };
}
