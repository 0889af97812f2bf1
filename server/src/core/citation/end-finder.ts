/** Finds signs that end something, and remembers which are not to be found any more. */
export class EndFinder {
  readonly #text: string;
  readonly #absent = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the sign starts, from an offset on; -1 if it does not. Offsets may not decrease from call to call. */
  find(sign: string, from: number): number {
    if (this.#absent.has(sign)) return -1;
    const found = this.#text.indexOf(sign, from);
    if (found < 0) this.#absent.add(sign);
    return found;
  }

  /** Where the first such sign from an offset on ends; -1 if there is none. Offsets may not decrease here either. */
  findEnd(sign: string, from: number): number {
    const found = this.find(sign, from);
    return found < 0 ? -1 : found + sign.length;
  }
}
