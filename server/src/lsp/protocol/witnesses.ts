import type { ProtocolRange } from './range.ts';

/** The witnesses of a passage, or of a whole statement for an empty address, with the lines that carry it. `null` if there is no such passage. */
export const provenanceRequest = 'pincite/provenance';
export interface ProvenanceParams {
  readonly key: string;
  readonly address: string;
}
export interface Provenance {
  readonly key: string;
  /** Of the statement, in its short form if it has one. */
  readonly title: string;
  /** Empty for a statement. */
  readonly address: string;
  readonly locator: string;
  /** Every witness whose source can be read. */
  readonly witnesses: readonly WitnessPlaces[];
  /** The classes of systematic change that the statement declares: `width`, `spacing`, `script`. */
  readonly regularised: readonly string[];
}
export interface WitnessPlaces {
  readonly siglum: string;
  /** The file's name below `sources`. */
  readonly source: string;
  readonly uri: string;
  /** The places that carry the passage; empty if the witness has nothing of it. */
  readonly ranges: readonly ProtocolRange[];
}

/** The text of a passage to be compared: as a witness has it, or as it is edited; all regularised alike. `null` if there is none. */
export const witnessTextRequest = 'pincite/witnessText';
export interface WitnessTextParams {
  readonly key: string;
  /** Absent for the edited text. */
  readonly siglum?: string;
  /** Absent for the whole statement. */
  readonly address?: string;
}
export interface WitnessText {
  /** A line for each paragraph. */
  readonly text: string;
}
