/** How the citations of a Markdown text are shown where it is rendered. */
export const previewRequest = 'pincite/preview';
export interface PreviewParams {
  readonly text: string;
}
export interface PreviewResult {
  /** In the order of the text; what is no citation for Pandoc is not among them. */
  readonly citations: readonly PreviewCitation[];
}
export interface PreviewCitation {
  /** The group as it is written, brackets included. */
  readonly raw: string;
  /** What a reader sees in its place. */
  readonly text: string;
  /** The words of the passages, cut where they are long; plain text. Empty if nothing is known. */
  readonly passage: string;
  /** True if a key or passage in it does not exist. */
  readonly isBroken: boolean;
}
