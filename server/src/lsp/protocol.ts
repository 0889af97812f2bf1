/**
 * Everything that passes between the server and a client beyond standard LSP, grouped by direction. Imported by
 * both sides and by nothing below them; plain data only. Ranges are 0-based lines and UTF-16 characters.
 */

import type { ProtocolRange } from './protocol/range.ts';

export type { ProtocolPosition, ProtocolRange } from './protocol/range.ts';
export * from './protocol/bibliography.ts';
export * from './protocol/code-lens.ts';
export * from './protocol/pins.ts';
export * from './protocol/preview.ts';
export * from './protocol/quotations.ts';
export * from './protocol/workspace-check.ts';
export * from './protocol/witnesses.ts';
export * from './protocol/writing.ts';

// ---- client → server: requests ----

/** Passages that a query finds, best first. Answered from what is indexed so far. */
export const searchRequest = 'pincite/search';
export interface SearchParams {
  readonly query: string;
  /** How many passages at most; 50 if absent. */
  readonly limit?: number;
}
export interface SearchResult {
  readonly passages: readonly FoundPassage[];
  /** How many passages were found in all. */
  readonly total: number;
  /** Present if there may be more than `total`: counting stops once there are many. */
  readonly more?: true;
  /** Present if nothing holds the words, and these are the passages that come nearest. */
  readonly near?: true;
  /** Present while statements are being read: there may be more, and better ones. */
  readonly loading?: true;
  readonly elapsedMs: number;
}
export interface FoundPassage {
  readonly key: string;
  /** Of the statement, in its short form if it has one. */
  readonly title: string;
  /** When the statement was signed, else published; empty if it does not say. */
  readonly date: string;
  readonly address: string;
  readonly locator: string;
  readonly text: string;
  readonly score: number;
  /** Where the query stands in `text`: UTF-16 offsets, in order, not overlapping. */
  readonly matches: readonly (readonly [number, number])[];
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Statements and sections whose titles and headings match a query; all of them, in corpus order, for an empty query. */
export const sectionsRequest = 'pincite/sections';
export interface SectionsParams {
  readonly query: string;
  readonly limit?: number;
}
export interface FoundSection {
  readonly key: string;
  readonly title: string;
  /** Empty for the statement itself. */
  readonly address: string;
  readonly locator: string;
  /** The section's own title; empty if it has none. */
  readonly heading: string;
  /** The opening words of the section. */
  readonly opening: string;
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** The children of a tree node: statements for no node, then sections and paragraphs. */
export const treeRequest = 'pincite/tree';
export interface TreeParams {
  /** Absent for the root. */
  readonly key?: string;
  /** Absent for the statement itself. */
  readonly address?: string;
}
export interface TreeNode {
  readonly kind: 'statement' | 'section' | 'paragraph';
  readonly key: string;
  /** Empty for a statement. */
  readonly address: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly hasChildren: boolean;
  /** True if the statement names the sources that it comes from. */
  readonly isWitnessed: boolean;
}

/** The passage at a place of a statement file; `null` where there is none or the file is no statement. */
export const passageAtRequest = 'pincite/passageAt';
export interface PassageAtParams {
  readonly uri: string;
  readonly range: ProtocolRange;
}
export interface PassageAt {
  readonly key: string;
  /** A run of passages if the range reaches over several; empty for the statement as a whole (its title, its colophon). */
  readonly address: string;
  /** The nodes from the statement down to the passage at the start of the range. */
  readonly path: readonly TreeNode[];
}

/** The citation of a passage, or of a whole statement for an empty address. `null` if there is no such passage. */
export const citeRequest = 'pincite/cite';
export interface CiteParams {
  readonly key: string;
  readonly address: string;
}
export interface CiteResult {
  readonly text: string;
}

/** Reads every corpus folder again, as if the server had just started. */
export const reloadRequest = 'pincite/reload';

/** The corpus as a whole; to be asked for again after each `pincite/corpusChanged`. */
export const statusRequest = 'pincite/status';
export interface Status {
  readonly statements: number;
  readonly paragraphs: number;
  /** True until every corpus folder has been read. */
  readonly loading: boolean;
  readonly problems: readonly StatusProblem[];
}
export interface StatusProblem {
  readonly uri: string;
  /** Absent where the problem concerns a whole folder. */
  readonly range?: ProtocolRange;
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
}

// ---- server → client: notifications ----

/** The corpus changed: trees and lists are to be asked for again. */
export const corpusChangedNotification = 'pincite/corpusChanged';

// ---- initialization ----

/** `initializationOptions`: every setting of `pincite.*` may stand here too, for editors without settings requests. */
export interface InitializationOptions {
  /** The folder of the shipped corpus; absent if the client ships none and the server's own is to be used. */
  readonly defaultCorpus?: string;
  /** Translations of the server's texts: the contents of a `bundle.l10n.<language>.json`. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The path of a folder of our own, in which the index is kept between two starts; without one it is made anew each time. */
  readonly storagePath?: string;
  /** The display language, e.g. `zh-cn`; English if absent. */
  readonly locale?: string;
}
