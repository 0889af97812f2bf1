import type { AddressPath } from '../address.ts';
import type { Problem } from '../problem.ts';
import type { LineIndex, Span } from '../span.ts';

/** How a division announces itself in the text. `heading` is a title without a number of its own. */
export type MarkerKind =
  | 'preamble'
  | 'heading' // ## 战略稳定
  | 'han' // 一、 or a line 一 or ## 一
  | 'han-parenthesised' // （一）
  | 'decimal' // 1. 1．1、 or 1.2
  | 'decimal-parenthesised' // 1) (1) （1）
  | 'circled' // ①
  | 'letter' // (a) a)
  | 'roman' // IV.
  | 'roman-parenthesised' // (iv)
  | 'part' // 第一部分, Part 1, Часть 1
  | 'chapter' // 第一章, Chapter 1, Глава 1
  | 'section' // 第一节, Section 1, Раздел 1
  | 'article'; // 第一条, Article 1, Статья 1

/** The smallest citable unit. */
export interface Paragraph {
  readonly address: string;
  readonly path: AddressPath;
  /** The words, without the marker that opens a section; lines that the file wraps are joined. */
  readonly text: string;
  /** Where the words stand in the file. */
  readonly span: Span;
  /** The section it stands in; absent in a statement without sections. */
  readonly section?: Section;
}

/** A numbered or titled division; the preamble is section 0. */
export interface Section {
  readonly address: string;
  readonly path: AddressPath;
  readonly number: number;
  readonly kind: MarkerKind;
  /** The number as the text writes it: `四`, `（二）`, `第三条`; empty for a preamble or an unnumbered heading. */
  readonly label: string;
  /** The title after the number; empty if the section has none. */
  readonly heading: string;
  /** The marker and title alone. */
  readonly headingSpan: Span;
  /** From the marker to the end of the last paragraph inside. */
  readonly span: Span;
  /**
   * True where numbers of this kind run through the whole statement, so that the number alone names the section
   * (第五条 in a treaty with chapters, paragraph 12 of a communiqué with headings).
   */
  readonly runsThrough: boolean;
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
  readonly parent?: Section;
}

export interface Name {
  /** The whole name, in the order in which it is said. */
  readonly literal: string;
  /** Both are there for a person whose front matter gives them apart, and for nobody else. */
  readonly family?: string;
  readonly given?: string;
}

/** What the front matter says, in CSL names; what a file does not say is absent. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Metadata {
  readonly type: string;
  readonly title: string;
  readonly titleShort?: string;
  readonly author: readonly Name[];
  readonly eventDate?: string;
  readonly eventPlace?: string;
  readonly eventTitle?: string;
  readonly issued?: string;
  readonly accessed?: string;
  readonly containerTitle?: string;
  readonly collectionTitle?: string;
  readonly page?: string;
  readonly section?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly number?: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly publisherPlace?: string;
  readonly archive?: string;
  readonly genre?: string;
  readonly note?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly language: string;
  readonly completeness: 'complete' | 'truncated' | 'unknown';
  readonly regularised: readonly string[];
  readonly witnesses: readonly Witness[];
  readonly emendations: readonly Emendation[];
  readonly doubts: readonly Doubt[];
  /** The variants that the editor has looked at; absent where the file does not list them. */
  readonly variants?: readonly RecordedVariant[];
}

/** The part of a source that carries a statement; lines are 1-based and inclusive, as the front matter writes them. */
export interface Witness {
  readonly siglum: string;
  readonly source: string;
  readonly lines: readonly (readonly [number, number])[];
}

/** A place where the text follows no witness. */
export interface Emendation {
  readonly at: string;
  readonly witness: string;
  readonly reading: string;
  readonly reason: string;
}

/** A place where witnesses differ, as the editor has recorded it. */
export interface RecordedVariant {
  readonly at: string;
  /** The words of the text; absent where the whole passage is meant. */
  readonly text?: string;
  /** By siglum, the words of each witness that differs from the text; empty where it leaves them out. */
  readonly readings: Readonly<Record<string, string>>;
  readonly reason?: string;
}

/** A place where the text follows its witness although the witness is visibly corrupt. */
export interface Doubt {
  readonly at: string;
  readonly text: string;
  readonly reason: string;
}

/** One published text. Immutable: a changed file is parsed anew. */
export interface Statement {
  readonly key: string;
  /** Where the key stands in the file; an empty span at the start if the file does not say one. */
  readonly keySpan: Span;
  /** Where the front matter says the title; an empty span at the start if it does not. */
  readonly titleSpan: Span;
  readonly uri: string;
  readonly metadata: Metadata;
  /** The whole file as it was read. */
  readonly source: string;
  readonly lines: LineIndex;
  /** Outermost sections, the preamble first if there is one; empty in a statement without sections. */
  readonly sections: readonly Section[];
  /** Every paragraph in document order. */
  readonly paragraphs: readonly Paragraph[];
  /** Closing lines: place, date, agency, newspaper, signatures; not numbered. */
  readonly colophon: readonly Span[];
  readonly problems: readonly Problem[];
}
