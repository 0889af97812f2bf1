import type { ProtocolRange } from './range.ts';

/** A passage by its name; the address is empty for a whole statement, and may be a run (`4.3-4.5`). */
export interface PassageName {
  readonly key: string;
  readonly address: string;
}

/** How a citation is written: as Pandoc's, as a footnote with a formatted note, as a formatted note in line, as a link. */
export type CitationForm = 'pandoc' | 'footnote' | 'inline' | 'link';

/** How a quotation is written: as a block of its own, or between quotation marks in the sentence. */
export type QuotationForm = 'block' | 'marks';

/** What is to be written about some passages. */
export interface Writing {
  readonly passages: readonly PassageName[];
  /** The one of the settings if absent. */
  readonly form?: CitationForm;
  /** `none` for a quotation without its citation. */
  readonly citation?: 'none';
  /** What stands before the citation: `见`, `see`. Empty or absent for nothing. */
  readonly prefix?: string;
  /** Absent for a citation alone. */
  readonly quotation?: QuotationForm;
  /** The words quoted, as they were selected in the statement; the whole passages if absent. */
  readonly words?: string;
}

/** The edits that write a citation, a quotation or both into a draft. */
export const writeRequest = 'pincite/write';
export interface WriteParams extends Writing {
  /** The draft. It must be open. */
  readonly uri: string;
  /** One for each cursor. What is selected stays: the citation goes after it. */
  readonly ranges: readonly ProtocolRange[];
}
export type WriteResult =
  | { readonly edits: readonly WriteEdit[] }
  /** Why nothing can be written, for the user. */
  | { readonly refused: string };
export interface WriteEdit {
  /** In the draft as it is; edits do not overlap, and are in the order of the text. */
  readonly range: ProtocolRange;
  readonly text: string;
  /**
   * The same for editors that know snippets, where something remains to be filled in. Its lines have the marks and spaces
   * that they are to begin with: an editor must not indent them.
   */
  readonly snippet?: string;
}

/**
 * The same as text for a clipboard, in the language of the statement; no draft is known. A footnote is what its note
 * would say, and behind a quotation stands in the line.
 */
export const composeRequest = 'pincite/compose';
export type ComposeParams = Writing;
export type ComposeResult = { readonly text: string } | { readonly refused: string };

/**
 * The passages that hold a text word for word: width, script, spaces and the style of marks may differ, and nothing else.
 * Empty where nothing does, and for a text of fewer than six Han characters or, in letters, of fewer than four words or
 * twenty letters.
 */
export const locateRequest = 'pincite/locate';
export interface LocateParams {
  readonly text: string;
}
export interface LocateResult {
  /** Every place that holds all of it; newest statement first. */
  readonly places: readonly LocatedPassage[];
}
export interface LocatedPassage extends PassageName {
  /** Of the statement, in its short form if it has one. */
  readonly title: string;
  readonly locator: string;
  /** The words as the statement has them. */
  readonly words: string;
}
