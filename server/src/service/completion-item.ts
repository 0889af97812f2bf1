import type { Range } from '../core/span.ts';

export interface Completion {
  readonly kind: 'key' | 'section' | 'paragraph';
  /** A key; a locator where the statement is known; else the words of a passage. */
  readonly label: string;
  /** Beside the label: the title of a key, the opening words of a passage, or where it stands. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What was typed: the server has chosen already, and editors would pass over words in the middle of a Chinese text. */
  readonly filterText: string;
  /** Keeps the order of the list. */
  readonly sortText: string;
  /** In one line, with the cursor in it. All items of one list start at the same place, which some editors ask for. */
  readonly edit: { readonly range: Range; readonly text: string };
  /** Replaces the comma before a locator by the one that Pandoc leaves alone. */
  readonly commaEdit?: { readonly range: Range; readonly text: string };
}

/** The `sortText` of an item by its place in the list. */
export function order(index: number): string {
  return String(index).padStart(6, '0');
}
