import type { Cited } from '../core/format/cited.ts';
import type { Span } from '../core/span.ts';
import type { NoteForm } from './change-form-text.ts';
import type { FootnoteDefinition } from './footnotes.ts';
import type { CitationForm } from './writing.ts';

/** A place of a draft where statements are cited, in whatever form. Spans count in the draft. */
export interface Use {
  readonly form: CitationForm;
  /** What another form is written in place of: `[@a; @b]`, `@a [第3段]`, `[^1]`, `（…）`, `[…](pincite:a#3)`. */
  readonly span: Span;
  /** Never empty. What stands around each citation is as it is written. */
  readonly cited: readonly Cited[];
  /** True where the citation is a part of its sentence. */
  readonly isTextual: boolean;
  readonly isInFootnote: boolean;
  /** Of a footnote or formatted text: in what form it is written. */
  readonly written?: NoteForm;
  /** Of a footnote: its definition, or none if the note stands in the line. */
  readonly definition?: FootnoteDefinition;
  /** Of a link: its own words, which are no title and locator of ours and so stay where they are. */
  readonly words?: string;
}

/** A formatted note of a draft, or what stands in the place of one, in the order in which notes are numbered. */
export interface NoteEntry {
  /** Where it is referred to. */
  readonly offset: number;
  /** The text of the note, in the draft; absent where it is referred to a second time. */
  readonly contentSpan?: Span;
  readonly text: string;
  /** Absent for a note that is no citation alone. */
  readonly use?: Use;
}

/** A change of a draft; spans count in the draft as it is. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
