/** What the benchmark asks of the process of an engine, and what it answers. Times are in milliseconds. */
export type Question =
  | { readonly do: 'build'; readonly paragraphs: number }
  | {
      readonly do: 'search';
      readonly queries: readonly string[];
      readonly limit: number;
      readonly budget: number;
    }
  | { readonly do: 'replace'; readonly statement: number; readonly revision: number; readonly query: string }
  | { readonly do: 'memory' }
  | { readonly do: 'save' }
  | { readonly do: 'load'; readonly query: string };

export interface Built {
  readonly elapsed: number;
  /** What the process grew by, garbage collected. */
  readonly growth: Memory;
}

export interface Memory {
  /** What the system counts as resident. */
  readonly resident: number;
  /** Objects and buffers of JavaScript. */
  readonly held: number;
  /** What the engine says of itself; absent if it says nothing. */
  readonly own?: number;
  readonly notes: Readonly<Record<string, string>>;
}

/** As many as were asked before the time was over, at least one. */
export interface Searched {
  readonly times: readonly number[];
  readonly answers: readonly (readonly string[])[];
}

export interface Replaced {
  readonly elapsed: number;
  readonly query: number;
  readonly answer: readonly string[];
  /** What was done in the background afterwards; absent if nothing. */
  readonly tidied?: number;
}

export interface Saved {
  readonly elapsed: number;
  readonly bytes: number;
}

export interface Loaded {
  readonly elapsed: number;
  /** The first query after it. */
  readonly query: number;
  readonly answer: readonly string[];
}
