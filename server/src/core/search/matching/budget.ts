/** What a stage of a search looks at beyond what was asked for, to rank what it finds and to tell how many there are. */
export interface Budget {
  /** Counts a unit that was looked at; `false` when no more should be. */
  spend(hasEnough: boolean): boolean;
}

/** Some tens of microseconds; a corpus of some hundred paragraphs is always counted to the end. */
const BEYOND = 400;

export function createBudget(beyond = BEYOND): Budget {
  let spent = 0;
  return {
    spend: (hasEnough) => {
      if (hasEnough) spent++;
      return spent < beyond;
    },
  };
}
