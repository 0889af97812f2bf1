/** The ends of code spans. A span ends at a run of as many backticks as it starts with. */
export class CodeSpans {
  readonly #text: string;
  /** The starts of the runs of each length, and how many of them have been passed. */
  readonly #runs = new Map<number, { readonly starts: number[]; passed: number }>();
  /** The end of the run looked at last, for a long run is entered once for each of its signs. */
  #lastEnd = -1;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
      const end = this.#runEnd(at);
      const runs = this.#runs.get(end - at) ?? { starts: [], passed: 0 };
      runs.starts.push(at);
      this.#runs.set(end - at, runs);
      at = end;
    }
  }

  /** Where the span that starts here ends; -1 if it is never closed. Offsets may not decrease from call to call. */
  endOf(start: number): number {
    const end = this.#runEnd(start);
    const runs = this.#runs.get(end - start);
    if (runs === undefined) return -1;
    while ((runs.starts[runs.passed] ?? end) < end) runs.passed++;
    const close = runs.starts[runs.passed];
    return close === undefined ? -1 : close + end - start;
  }

  #runEnd(start: number): number {
    if (start < this.#lastEnd && this.#text.charCodeAt(start - 1) === 96) return this.#lastEnd;
    let end = start + 1;
    while (this.#text.charCodeAt(end) === 96) end++;
    this.#lastEnd = end;
    return end;
  }
}
