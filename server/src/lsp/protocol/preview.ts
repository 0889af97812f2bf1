/** How the citations of a Markdown text are shown where it is rendered. */
export const previewRequest = 'pincite/preview';
export interface PreviewParams {
  readonly text: string;
}
export interface PreviewResult {
  /**
   * The groups of citations, in the order of the text; what is no citation for Pandoc is not among them, nor a group
   * of which no key is known: it may be of a bibliography of the writer's own.
   */
  readonly citations: readonly PreviewCitation[];
  /** The links to statements by key, in the order of the text. */
  readonly links: readonly PreviewLink[];
}
/** What stands for a reference where the text is rendered. */
export interface PreviewReference {
  /** What a reader sees in its place. */
  readonly text: string;
  /** The words of the passages, cut where they are long; plain text. Empty if nothing is known. */
  readonly passage: string;
  /** True if a key or passage in it does not exist. */
  readonly isBroken: boolean;
  /** What is wrong, for the user; empty if nothing is. */
  readonly problem: string;
  /** The first passage: the file of its statement with the line as fragment, `file:///a.md#L12`; absent if there is none. */
  readonly target?: string;
}
export interface PreviewCitation extends PreviewReference {
  /** The group as it is written, brackets included. */
  readonly raw: string;
}
export interface PreviewLink extends PreviewReference {
  /** Where the link leads, as it is written: `pincite:key#4.3`. */
  readonly href: string;
}
