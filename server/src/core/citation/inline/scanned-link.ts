import type { Span } from '../../span.ts';
import type { LinkSource } from './bracket-tail.ts';
import type { InlineTokens } from './inline-tokens.ts';
import type { HiddenToken, OpenToken } from './token.ts';

export interface ScannedLink {
  readonly span: Span;
  readonly kind: 'source' | 'reference' | 'autolink';
  /** The target; of a reference the label. */
  readonly target: Span;
}

/** `<https://…>`. */
export function autolink({ start, end }: HiddenToken): ScannedLink {
  return { span: { start, end }, kind: 'autolink', target: { start: start + 1, end: end - 1 } };
}

/** The link that a bracket is, by what follows it; `undefined` if it is none. */
export function bracketLink(
  opening: OpenToken,
  close: number,
  source: LinkSource | undefined,
  reference: Span | undefined,
  tokens: InlineTokens,
): ScannedLink | undefined {
  const start = opening.lead === '!' ? opening.start - 1 : opening.start;
  if (source !== undefined) {
    return { span: { start, end: source.end }, kind: 'source', target: source.target };
  }
  // `[text][label]`; `[label][]` and `[label]` are their own label.
  const label =
    reference === undefined || reference.end - reference.start <= 2
      ? { start: opening.end, end: close - 1 }
      : wordsOf(reference);
  if (!tokens.isLabel(label)) return undefined;
  return { span: { start, end: reference?.end ?? close }, kind: 'reference', target: label };
}

/** What stands between the brackets of `[label]`. */
export function wordsOf({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}
