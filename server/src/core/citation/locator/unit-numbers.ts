import { matchAt } from '../sticky.ts';
import { readPath } from './number-path.ts';
import type { LevelKind, UnitItem, UnitReading } from './unit.ts';

/** The numbers after a label: one or a run; after a plural, a list of them. */
export function readNumbers(
  text: string,
  start: number,
  kind: LevelKind,
  isPlural: boolean,
): UnitReading | undefined {
  const items: UnitItem[] = [];
  let end = start;
  let at = start + (matchAt(/ */uy, text, start)?.[0].length ?? 0);
  for (;;) {
    const from = readPath(text, at);
    if (from === undefined || isWordAt(text, from.end)) break;
    end = from.end;
    const range = matchAt(/ *(?:-{1,2}|~| to |至|到) */iuy, text, end);
    const to = range === undefined ? undefined : readPath(text, end + range[0].length);
    if (to === undefined || isWordAt(text, to.end)) items.push({ from });
    else {
      items.push({ from, to });
      end = to.end;
    }
    const separator = matchAt(
      isPlural ? / *(?:,? *(?:and|и) |[、,和及&]) */iuy : / *(?:and |[、和及&]) */iuy,
      text,
      end,
    );
    if (separator === undefined || items.length > 50) break;
    at = end + separator[0].length;
  }
  return items.length === 0 ? undefined : { units: [{ kind, items }], end };
}

/** True where a number runs into a word: `3rd`, `4abc`. A Han character may follow one directly. */
function isWordAt(text: string, at: number): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}%]/u.test(text.slice(at, at + 2));
}
