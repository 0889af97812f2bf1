/** A run of inline text: a paragraph, a heading, a table cell. */
export interface InlineBlock {
  /** Where the text starts in the document. */
  readonly start: number;
  /**
   * The text, unit for unit as in the document, except that the marks of quotations at the start of its lines are
   * spaces and that every line ends with `\n` alone.
   */
  readonly text: string;
}

/** One that knows where in its document it stands. */
export interface DocumentBlock extends InlineBlock {
  /** In how many quotations it stands, marked by `>`. */
  readonly quotes: number;
}
