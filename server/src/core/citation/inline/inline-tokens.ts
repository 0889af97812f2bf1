import type { Span } from '../../span.ts';
import type { InlineBlock } from '../inline-block.ts';
import { normaliseLabel } from '../link-definition.ts';
import { BracketTails } from './bracket-tail.ts';
import { readTokens } from './read-tokens.ts';
import type { Token } from './token.ts';

/** A run of tokens by their indexes; `end` is the index after the last. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** The tokens of one text, and what stands between and behind them. */
export class InlineTokens {
  readonly text: string;
  readonly tails: BracketTails;
  readonly all: readonly Token[];
  readonly #labels: ReadonlySet<string>;

  /** `labels` are those that a bracket alone links to. */
  constructor(block: InlineBlock, labels: ReadonlySet<string>) {
    this.text = block.text;
    this.tails = new BracketTails(block.text);
    this.all = readTokens(block);
    this.#labels = labels;
  }

  /** The offset where the token after a range starts; the text's end after the last. */
  limitOf(range: TokenRange): number {
    return this.all[range.end]?.start ?? this.text.length;
  }

  /** The index of the first token from an index on that starts at an offset or behind it. */
  indexAt(from: number, offset: number): number {
    let index = from;
    while ((this.all[index]?.start ?? offset) < offset) index++;
    return index;
  }

  /** The `[label]` that follows a closing bracket directly; `undefined` if none does that ends before the limit. */
  referenceAfter(close: number, limit: number): Span | undefined {
    const next = this.all[close + 1];
    if (next?.kind !== 'open' || next.start !== this.all[close]?.end || next.match < 0) return undefined;
    const end = this.all[next.match]?.end ?? next.end;
    return end <= limit ? { start: next.start, end } : undefined;
  }

  /** True if the words of a bracket are a label. */
  isLabel({ start, end }: Span): boolean {
    return end - start < 1000 && this.#labels.has(normaliseLabel(this.text.slice(start, end)));
  }
}
