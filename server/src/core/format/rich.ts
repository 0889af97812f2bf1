/** A piece of formatted text. */
export interface Run {
  readonly text: string;
  readonly italic?: true;
  /** Raised, as the number of a reference is in some styles. */
  readonly superscript?: true;
  /** Where the text leads. */
  readonly url?: string;
}

/** Formatted text, in order; empty for nothing. */
export type Rich = readonly Run[];
