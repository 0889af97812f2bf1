import type { Span } from '../../span.ts';
import type { Citation } from '../citation.ts';
import type { Statement } from '../../statement/model.ts';

/** The forms of citations that go wrong in Pandoc or in an editor, though Pincite reads them. */
export type TrapCode =
  | 'full-width-semicolon'
  | 'nested-citation'
  | 'page-trap'
  | 'key-after-han'
  | 'han-after-key'
  | 'prefix-without-space'
  | 'label-language'
  | 'braces'
  | 'key-not-ascii';

/** A citation whose form goes wrong downstream. Offsets count in the text of its block. */
export interface Trap {
  readonly code: TrapCode;
  /** The characters that are wrong. */
  readonly span: Span;
  /** The whole citation, or the whole bracket, that a safe form is to replace. */
  readonly site: Span;
  /** Fills the placeholders of the message, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** What may be written instead, the best first; empty where nothing is known to be safe. */
  readonly fixes: readonly Fix[];
}

/** A change of a citation's form. It is made only where what is read afterwards is what was meant before. */
export interface Fix {
  /** In order, disjoint, none over the end of a line. */
  readonly edits: readonly TextEdit[];
  /** The keys that are to be read afterwards and were not before, each with the offset where it starts now. */
  readonly keys?: readonly NewKey[];
  /** True if citations in running text come to stand in a bracket. */
  readonly joins?: true;
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Where a citation has its key at this offset already, it is that citation that has another key. */
export interface NewKey {
  readonly at: number;
  readonly key: string;
  readonly form: Citation['form'];
}

/** What a form has to be judged by, besides the text. */
export interface TrapContext {
  /** The `lang` of the front matter, by which Pandoc knows labels; absent for none, which is English. */
  readonly language?: string;
  /** `undefined` for a key that is not of the corpus. */
  readonly statement: (key: string) => Statement | undefined;
  /** The key of the only statement that goes by a title; `undefined` if none or several do. */
  readonly keyOfTitle: (title: string) => string | undefined;
}
