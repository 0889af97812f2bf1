import type { Range } from '../core/span.ts';
import type { NoteSettings } from './note-settings.ts';

/** How a citation is written. */
export type CitationForm = 'pandoc' | 'footnote' | 'inline' | 'link';

/** What is to be written about some passages. */
export interface Writing {
  /** By their addresses; a locator (`第四部分第3段`) will do. */
  readonly passages: readonly { readonly key: string; readonly address: string }[];
  /** The one of the settings if absent. */
  readonly form?: CitationForm;
  /** `none` for a quotation without its citation. */
  readonly citation?: 'none';
  /** What stands before the citation. */
  readonly prefix?: string;
  /** Absent for a citation alone. */
  readonly quotation?: 'block' | 'marks';
  /** The words quoted; the whole passages if absent. */
  readonly words?: string;
}

/** What of the settings decides how a citation is written. */
export interface WritingSettings {
  readonly form: CitationForm;
  readonly notes: NoteSettings;
}

/** A change of a draft; the range is in the draft as it is. */
export interface WriteEdit {
  readonly range: Range;
  readonly text: string;
  /** The same for editors that know snippets, where something remains to be filled in. */
  readonly snippet?: string;
}
