import type { Draft } from './draft.ts';
import type { GbMarks } from './gb7714.ts';
import { CHICAGO_LOCATORS } from './locator-words.ts';
import type { Rich, Run } from './rich.ts';
import { sourceOf } from './source.ts';
import { locatorIn, surrounded, type Work } from './work.ts';

/**
 * `[1]`, `[1-3,5]`, `[2]第四部分第3段`, raised. A statement whose number nobody knows is named by its short title in the
 * bracket: a number would be that of another.
 */
export function gbNumbers(works: readonly Work[], draft: Draft, marks: GbMarks): Rich {
  const runs: Run[] = [];
  let gathered: number[] = [];
  const close = (): void => {
    if (gathered.length > 0) runs.push(raised(`[${rangesOf(gathered)}]`));
    gathered = [];
  };
  for (const work of works) {
    const number = work.number ?? (works.length === 1 ? draft.number : undefined);
    const locator = locatorIn(work, draft, CHICAGO_LOCATORS);
    if (number !== undefined && locator === '' && work.prefix === '' && work.suffixes.length === 0) {
      gathered.push(number);
      continue;
    }
    close();
    const name = number === undefined ? sourceOf(work.statement).short : String(number);
    const text = surrounded(work, [{ text: `[${name}]${locator}` }], marks.comma);
    runs.push(...text.map(({ text: words }) => raised(words)));
  }
  close();
  return runs;
}

function raised(text: string): Run {
  return { text, superscript: true };
}

/** `1-3,5`: numbers that follow one another are joined. */
function rangesOf(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join(',');
}
