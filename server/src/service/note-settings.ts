import type { StyleName } from '../core/format/style-name.ts';

/** How notes are formatted: in a style of ours, or through the user's Pandoc by a CSL file. */
export interface NoteSettings {
  /** `auto` goes by the language of the draft. */
  readonly style: StyleName | 'auto';
  /** Formats in place of the style; absent for none. */
  readonly csl?: CslFile;
  /** The user's Pandoc: a name to be found on the path, or where it is. */
  readonly pandocPath: string;
}

/** The CSL file that a user named. */
export interface CslFile {
  /** As the user wrote it, for messages. */
  readonly asked: string;
  /** Where it may be: the first that exists counts. */
  readonly uris: readonly string[];
  /** What the user is to correct if it cannot be used: `“pincite.csl”`, `--csl`. */
  readonly setting: string;
}
