import { matchAt } from '../sticky.ts';
import { HAN_NUMERAL } from './number.ts';
import { numberAt, parenthesisedAt, single } from './number-path.ts';
import type { LevelKind, Unit, UnitItem, UnitReading } from './unit.ts';
import { readNumbers } from './unit-numbers.ts';

const HAN_UNITS: readonly (readonly [RegExp, LevelKind])[] = [
  [/(?:部分|部(?![门門委长長])|编|編)/uy, 'part'],
  [/章/uy, 'chapter'],
  [/[节節]/uy, 'section'],
  [/[条條]/uy, 'article'],
  [/(?:自然段|段落|段|款)/uy, 'paragraph'],
  [/[项項点點目]/uy, 'any'],
];
const HAN_SEPARATOR = / *(?:、|,|和|及|与|與) *(?:第 *)?/uy;
const HAN_RANGE = / *(?:-{1,2}|~|至|到) *(?:第 *)?/uy;
const HAN_OR_ARABIC = new RegExp(`(?:\\d{1,6}|${HAN_NUMERAL})`, 'uy');

/** 第四部分, 第3—5段, 第3、5段, 第四至第六部分; 3段 without 第; and, as Pandoc's Chinese terms have it, 段 3. */
export function readHanUnit(text: string, start: number): UnitReading | undefined {
  const ordinal = matchAt(/第 */uy, text, start);
  if (ordinal === undefined && !/\d/.test(text.charAt(start))) return readHanLabelFirst(text, start);
  const items: UnitItem[] = [];
  let at = start + (ordinal?.[0].length ?? 0);
  for (;;) {
    const from = numberAt(HAN_OR_ARABIC, text, at);
    if (from === undefined) return undefined;
    at = from.end;
    const range = matchAt(HAN_RANGE, text, at);
    const to = range === undefined ? undefined : numberAt(HAN_OR_ARABIC, text, at + range[0].length);
    items.push(
      to === undefined ? { from: single(from.value) } : { from: single(from.value), to: single(to.value) },
    );
    at = to?.end ?? at;
    const space = matchAt(/ */uy, text, at)?.[0].length ?? 0;
    for (const [pattern, kind] of HAN_UNITS) {
      const unit = matchAt(pattern, text, at + space);
      if (unit !== undefined) return withParenthesised(text, at + space + unit[0].length, { kind, items });
    }
    const separator = matchAt(HAN_SEPARATOR, text, at);
    if (separator === undefined || items.length > 50) return undefined;
    at += separator[0].length;
  }
}

function readHanLabelFirst(text: string, start: number): UnitReading | undefined {
  for (const [pattern, kind] of HAN_UNITS) {
    const label = matchAt(pattern, text, start);
    if (label !== undefined && kind !== 'any') return readNumbers(text, start + label[0].length, kind, false);
  }
  return undefined;
}

/** 第一部分（二）: what stands in parentheses right after a unit lies within it. */
function withParenthesised(text: string, at: number, unit: Unit): UnitReading {
  const inner: Unit[] = [];
  let end = at;
  const isSingle = unit.items.length === 1 && unit.items[0]?.to === undefined;
  while (isSingle && inner.length < 6) {
    const read = parenthesisedAt(text, end);
    if (read === undefined) break;
    inner.push({ kind: 'any', items: [{ from: single(read.value) }] });
    end = read.end;
  }
  return { units: [unit, ...inner], end };
}
