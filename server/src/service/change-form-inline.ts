import { scanDocument } from '../core/citation/markdown-scan.ts';
import type { Span } from '../core/span.ts';
import type { Statement } from '../core/statement/model.ts';
import { createContext } from './change-form-notes.ts';
import { parenthesesIn } from './change-form-parentheses.ts';
import { recognise, type Recognised } from './change-form-recognise.ts';
import type { NoteForm } from './change-form-text.ts';
import type { Use } from './change-form-use.ts';
import type { Draft } from './draft.ts';
import { isInFootnote } from './footnotes.ts';

/** Formatted citations in the line of a draft, outside of what is taken for something else already. */
export function inlineUses(
  statements: readonly Statement[],
  draft: Draft,
  taken: readonly Span[],
  preferred: NoteForm,
): Use[] {
  const context = createContext();
  const uses: Use[] = [];
  let end = 0;
  for (const spans of formattedPlaces(draft)) {
    const free = spans.filter((span) => span.start >= end && !taken.some((each) => overlaps(each, span)));
    let found: { readonly span: Span; readonly recognised: Recognised } | undefined;
    for (const span of free) {
      const text = draft.text.slice(span.start, span.end);
      const recognised = recognise(statements, text, 'inline', context.now(), preferred);
      if (recognised === undefined) continue;
      found = { span, recognised };
      break;
    }
    if (found === undefined) continue;
    const { span, recognised } = found;
    const { cited } = recognised;
    end = span.end;
    context.add(cited);
    const isNote = isInFootnote(draft, span.start + 1);
    uses.push({
      ...{ form: 'inline', span, cited, isTextual: false, isInFootnote: isNote, written: recognised },
    });
  }
  return uses;
}

/** Where formatted text may stand, in document order; for each place what may belong to it, the longest first. */
export function formattedPlaces(draft: Draft): Span[][] {
  const { text } = draft;
  const pairs = parenthesesIn(draft);
  const ends = new Map(pairs.map(({ span }) => [span.start, withRaised(text, span.end)]));
  const bracketed = pairs.flatMap(({ span }) => {
    let end = withRaised(text, span.end);
    const alone = { start: span.start, end };
    for (let next = ends.get(end); next !== undefined; next = ends.get(end)) end = next;
    const chain = { start: span.start, end };
    // What is raised behind a bracket belongs to it, and with it what follows: no part is taken for the whole.
    const isRaised =
      text.slice(chain.start, chain.end).includes(')^') || text.slice(chain.start, chain.end).includes('）^');
    return [isRaised || end === alone.end ? [chain] : [chain, alone]];
  });
  const raised = scanDocument(draft.markdown).flatMap(({ block }) =>
    [...block.text.matchAll(RAISED_TITLE)].map(({ index, 0: words }) => [
      { start: block.start + index, end: block.start + index + words.length },
    ]),
  );
  return [...bracketed, ...raised].sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
}

/** `^[Title]第3段^`, as numeric styles cite a statement whose number nobody knows. */
const RAISED_TITLE = /\^(?:\\.|[^\s^\\])*\\\[(?:\\.|[^\s^\\])+\^/gu;
const RAISED = /\^(?:\\.|[^\s^\\[\]])+\^/uy;

/** The end of a bracket with what stands raised behind it. */
function withRaised(text: string, end: number): number {
  RAISED.lastIndex = end;
  return end + (RAISED.exec(text)?.[0].length ?? 0);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
