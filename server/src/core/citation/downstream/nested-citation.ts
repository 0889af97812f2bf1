import type { Span } from '../../span.ts';
import type { Citation } from '../citation.ts';
import type { BlockReading } from './block-reading.ts';
import { isBraced } from './suffix-place.ts';
import { findSeparator } from './separator.ts';
import type { Trap } from './trap.ts';

/**
 * `[@a；@b]`: Pandoc parts citations at `;` alone. What follows any other mark is a citation within the words of the
 * one before, and then citeproc prints the inner one and nothing of the outer.
 */
export function nestedCitations({ text, citations }: BlockReading): Trap[] {
  const traps: Trap[] = [];
  const open: Group[] = [];
  for (const group of groupsOf(citations)) {
    while ((open.at(-1)?.span.end ?? Infinity) <= group.span.start) open.pop();
    const outer = open.at(-1);
    const inner = group.items[0];
    if (outer?.items[0]?.form === 'bracketed' && inner !== undefined)
      traps.push(trapOf(outer, inner, group, text));
    open.push(group);
  }
  return traps;
}

interface Group {
  readonly span: Span;
  readonly items: readonly Citation[];
  /** How many of the items have been passed. */
  passed: number;
  /** Where what was read last within the group ends. */
  readEnd: number;
}

/** The brackets and the keys in running text, the outer before the inner. */
function groupsOf(citations: readonly Citation[]): Group[] {
  const items = new Map<number, Citation[]>();
  for (const citation of citations) {
    const known = items.get(citation.group.start);
    if (known === undefined) items.set(citation.group.start, [citation]);
    else known.push(citation);
  }
  return [...items.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ span: first.group, items: group, passed: 0, readEnd: -1 }];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

function trapOf(outer: Group, inner: Citation, group: Group, text: string): Trap {
  for (let next = outer.items[outer.passed]; next !== undefined; next = outer.items[outer.passed]) {
    if (next.keySpan.start > inner.keySpan.start) break;
    outer.passed++;
    outer.readEnd = isBraced(next.keySpan, text) ? next.keySpan.end + 1 : next.keySpan.end;
  }
  // What stands within the words before the first key belongs to that one.
  const isBehind = outer.passed > 0;
  const around = outer.items[Math.max(outer.passed - 1, 0)];
  const separator =
    isBehind && inner.form === 'textual' && group.items.length === 1
      ? findSeparator(text, { start: outer.readEnd, end: inner.atSpan.start })
      : undefined;
  outer.readEnd = group.span.end;
  const isSemicolon = separator?.mark === '；';
  return {
    code: isSemicolon ? 'full-width-semicolon' : 'nested-citation',
    span: isSemicolon ? separator.edit.span : group.span,
    site: outer.span,
    values: { lost: around?.key ?? '', kept: inner.key },
    fixes: separator === undefined ? [] : [{ edits: [separator.edit], joins: true }],
  };
}
