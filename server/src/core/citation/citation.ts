import type { Span } from '../span.ts';
import type { Locator } from './locator.ts';

/**
 * One citation in a Markdown text. Offsets count UTF-16 units from the start of the document, and every span slices
 * the document to what was written.
 */
export interface Citation {
  /**
   * What the citation takes: the whole bracket `[见 @key，第3段]` if it holds one citation; of several the item
   * itself, `@a，第3段`; in running text `@key`, or `@key [第3段]` with what belongs to it.
   */
  readonly span: Span;
  /** Without `@` and braces. */
  readonly key: string;
  readonly keySpan: Span;
  /** The `@`, with the `-` before it if there is one. */
  readonly atSpan: Span;
  /** What stands before the key, trimmed; always empty in running text. */
  readonly prefix: string;
  /** What stands after the locator, or after the key if there is none; its mark of punctuation included. */
  readonly suffix: string;
  /** True for `-@key`. */
  readonly suppressAuthor: boolean;
  /** `textual` if the key stands in running text. */
  readonly form: 'bracketed' | 'textual';
  /** The whole bracket; in running text the key with the bracket that belongs to it. */
  readonly group: Span;
  readonly indexInGroup: number;
  readonly groupSize: number;
  /** Absent if no locator is written, or if it is not understood. */
  readonly locator?: Locator;
  /** Absent if nothing stands in the place of a locator. */
  readonly locatorSpan?: Span;
  /**
   * The locator as it is written, without braces; if none is understood, what stands in its place up to the next
   * comma; empty if nothing does.
   */
  readonly locatorText: string;
}
