import type { ProtocolRange } from './range.ts';

export type BibliographyFormat = 'csl-json' | 'csl-yaml' | 'biblatex' | 'ris';

/** The bibliography of what a draft, a part of it or the workspace cites. */
export const bibliographyRequest = 'pincite/bibliography';
export interface BibliographyParams {
  readonly format: BibliographyFormat;
  /** The draft; absent for every draft of the workspace. */
  readonly uri?: string;
  /** The part of the draft; absent for all of it. */
  readonly range?: ProtocolRange;
}
export interface BibliographyResult {
  readonly text: string;
  /** How many statements it holds. */
  readonly statements: number;
  /** Keys that are cited and are in no corpus. */
  readonly unknown: readonly string[];
}

/** Every citation of a draft or of the workspace with the text of its passage and its place. */
export const authoritiesRequest = 'pincite/authorities';
export interface AuthoritiesParams {
  readonly format: 'markdown' | 'csv';
  /** The draft; absent for every draft of the workspace. */
  readonly uri?: string;
}
export interface AuthoritiesResult {
  readonly text: string;
  readonly citations: number;
}
