import type { Change } from './change-form-use.ts';
import type { Draft } from './draft.ts';
import { footnotesOf, type FootnoteDefinition } from './footnotes.ts';

/**
 * The changes that take definitions out of a draft with the lines that parted them from the text before, so that a
 * note that came and went leaves nothing behind.
 */
export function definitionRemovals(draft: Draft, gone: readonly FootnoteDefinition[]): Change[] {
  const { text } = draft;
  const changes: Change[] = [];
  for (const run of runsOf(text, gone)) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const start = text.slice(0, first.span.start).trimEnd().length;
    const next = last.span.end + (/^\s*/u.exec(text.slice(last.span.end))?.[0].length ?? 0);
    const between = text.slice(last.span.end, next);
    const isParted = next === text.length || /\n[ \t]*\r?\n/u.test(between);
    const isFirst = start === 0;
    // Behind a definition that stays, another may follow without an empty line; behind text it may not.
    const followsNote = footnotesOf(draft).definitions.some(({ span }) => span.end === start);
    const keepsNext = isFirst || (!isParted && !followsNote);
    changes.push(
      keepsNext ? { start: first.span.start, end: next, text: '' } : { start, end: last.span.end, text: '' },
    );
  }
  return changes;
}

/** Definitions that follow one another with nothing between. */
function runsOf(text: string, gone: readonly FootnoteDefinition[]): FootnoteDefinition[][] {
  const runs: FootnoteDefinition[][] = [];
  for (const definition of [...gone].sort((a, b) => a.span.start - b.span.start)) {
    const last = runs.at(-1)?.at(-1);
    const follows = last !== undefined && text.slice(last.span.end, definition.span.start).trim() === '';
    if (follows) runs.at(-1)?.push(definition);
    else runs.push([definition]);
  }
  return runs;
}
