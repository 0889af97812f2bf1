/** What a stage of a search looks at beyond what was asked for, to rank what it finds and to tell how many there are. */
export interface Budget {
  /** Counts a unit that was looked at once there is enough; `false` when no more should be. */
  spend(isFound: boolean): boolean;
}

/** Some tens of microseconds; what a corpus of some hundred paragraphs holds is mostly counted to the end. */
const BEYOND = 100;
/** So many are looked at in vain for each that may be found. */
const IN_VAIN = 25;

/**
 * Goes on until so many more are found. What is looked at in vain depends on how the index is cut into segments, and
 * the same must be found whatever that is; so it counts only where there is no end of it.
 */
export function createBudget(beyond = BEYOND): Budget {
  let found = 0;
  let inVain = 0;
  return {
    spend: (isFound) => {
      if (isFound) found++;
      else inVain++;
      return found < beyond && inVain < beyond * IN_VAIN;
    },
  };
}
