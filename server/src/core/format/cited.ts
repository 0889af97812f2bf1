import type { Statement } from '../statement/model.ts';

/** A passage as it is to be cited in a formatted note. */
export interface Cited {
  readonly statement: Statement;
  /** Empty for the whole statement. */
  readonly address: string;
  /** In place of the locator of the address: what was written where nobody could read it. It is kept as it is. */
  readonly locatorText?: string;
  /** What stands before: `见`, `see`. */
  readonly prefix?: string;
  /** What stands after. */
  readonly suffix?: string;
  /** Where it differs from that of the whole note, for one of several citations in it. */
  readonly position?: Position;
  /** The number of the note that cites the statement first; where it is absent, styles that name it do without. */
  readonly firstNote?: number;
  /** In numeric styles, the number of the statement in the list; without it that of the options, for a single one. */
  readonly number?: number;
}

/** Where a formatted citation stands. */
export type Position =
  /** The first note on a statement; in styles without notes, the citation in the text. */
  | 'first'
  /** A later note, another statement having been cited in between. */
  | 'later'
  /** A note right after one on the same statement. */
  | 'ibid';
