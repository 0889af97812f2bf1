import type { Citation } from '../core/citation/citation.ts';
import type { StatementPassage } from '../core/citation/statement-passage.ts';
import type { Span } from '../core/span.ts';
import type { Written } from './write-parts.ts';

/** A change of a draft, with what the draft is to cite afterwards. */
export interface PlannedEdit {
  /** What is replaced. */
  readonly span: Span;
  readonly written: Written;
  /** New citations in Pandoc's form, in the order of the text, each with the offset behind what comes before it. */
  readonly added: readonly { readonly at: number; readonly passages: readonly StatementPassage[] }[];
  /** Citations that are changed to cite more. */
  readonly changed?: ReadonlyMap<Citation, StatementPassage>;
  /** How many marks of footnotes it writes, references and definitions. */
  readonly notes?: number;
  /** How many links to passages it writes. */
  readonly links?: number;
  /** A bracket that becomes a citation: what stands in it is read otherwise then, but keeps its keys. */
  readonly loose?: Span;
}
