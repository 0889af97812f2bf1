import { scanDocument, type ScannedBlock } from '../core/citation/markdown-scan.ts';
import type { Span } from '../core/span.ts';
import type { Draft } from './draft.ts';

/** A pair of parentheses in the text of a draft. */
export interface Parentheses {
  /** With the signs. */
  readonly span: Span;
  readonly inner: Span;
}

/** One version of a draft does not change. */
const known = new WeakMap<Draft, readonly Parentheses[]>();

/** The pairs of a draft, outer ones before those within them; none of code, or of the targets of links. */
export function parenthesesIn(draft: Draft): readonly Parentheses[] {
  const found = known.get(draft) ?? scanDocument(draft.markdown).flatMap(pairsOf);
  known.set(draft, found);
  return found;
}

function pairsOf({ block, scan }: ScannedBlock): Parentheses[] {
  const { text, start: offset } = block;
  if (!/[（(]/u.test(text)) return [];
  const targets = scan.links
    .filter(({ kind }) => kind === 'source')
    .map(({ span, target }) => ({ start: Math.max(span.start, target.start - 1), end: span.end }));
  const passed = [...scan.hidden, ...targets].sort((a, b) => a.start - b.start);
  const pairs: Parentheses[] = [];
  const open: { readonly sign: string; readonly at: number }[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    while ((passed[next]?.end ?? Infinity) <= at) next++;
    const over = passed[next];
    if (over !== undefined && over.start <= at) {
      at = over.end - 1;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '(' || sign === '（') open.push({ sign: sign === '(' ? ')' : '）', at });
    else if (sign === ')' || sign === '）') {
      const index = open.findLastIndex((each) => each.sign === sign);
      const opening = open[index];
      if (opening === undefined) continue;
      open.length = index;
      pairs.push({
        span: { start: opening.at + offset, end: at + 1 + offset },
        inner: { start: opening.at + 1 + offset, end: at + offset },
      });
    }
  }
  return pairs.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
