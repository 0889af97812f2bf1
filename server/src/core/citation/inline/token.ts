/** What decides how the brackets and keys of an inline text are read. Offsets count from the start of its block. */
export type Token =
  | OpenToken
  | { readonly kind: 'close'; readonly start: number; readonly end: number; readonly match: number }
  | KeyToken
  | { readonly kind: 'semicolon'; readonly start: number; readonly end: number }
  | QuoteToken
  | EmphasisToken
  | HiddenToken;

/** `[`. */
export interface OpenToken {
  readonly kind: 'open';
  readonly start: number;
  readonly end: number;
  readonly lead: Lead;
  /** The index of its closing bracket, which is found later; -1 if there is none. */
  match: number;
}

/** The sign right before a bracket: `^[note]`, `![image]`. */
export type Lead = '' | '^' | '!';

/** `@key`, `-@key` or `@{key}`. */
export interface KeyToken {
  readonly kind: 'key';
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly suppressAuthor: boolean;
  /** Its place in the list of tokens. */
  readonly index: number;
}

/** A straight quotation mark. */
export interface QuoteToken {
  readonly kind: 'quote';
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** A run of `*` or `_`. */
export interface EmphasisToken {
  readonly kind: 'emphasis';
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Text in which nothing is a citation: code, mathematics, tags, comments, autolinks, TeX, marks of footnotes. */
export interface HiddenToken {
  readonly kind: 'hidden';
  readonly start: number;
  readonly end: number;
  readonly isAutolink: boolean;
}
