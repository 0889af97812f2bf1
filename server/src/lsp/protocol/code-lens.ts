import type { ProtocolPosition, ProtocolRange } from './range.ts';

/** The command of a code lens, which a client provides: shows places that refer to a passage. */
export const showReferencesCommand = 'pincite.showReferences';
/** The file and the place of the passage, and what refers to it. */
export type ShowReferencesArguments = [
  uri: string,
  position: ProtocolPosition,
  places: readonly ReferencePlace[],
];
export interface ReferencePlace {
  readonly uri: string;
  readonly range: ProtocolRange;
}
