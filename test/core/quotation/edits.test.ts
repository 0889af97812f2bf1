import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseClasses } from '../../../bench/quotations/classes.ts';
import { casesOf, judgeCase } from '../../../bench/quotations/judge-cases.ts';
import { readMaterials } from '../../../bench/quotations/material.ts';
import { isFormal, type QuotationEdit } from '../../../server/src/core/quotation/edits.ts';
import { judged, shippedStatement } from './judging.ts';

const stability = shippedStatement('cn-ru-2025-global-strategic-stability');
// 双方坚信，各国人民命运与共，各国及各组织不能以牺牲他国安全来保障自身安全。
const SECOND = stability.source.indexOf('双方坚信，各国人民命运与共');

/** Each edit with its ranges: in the draft, and in the source counted from the start of paragraph 2. */
function ranges(text: string): string[] {
  const { edits } = judged(text, stability, ['2']);
  return edits.map(
    ({ kind, draft, source }) =>
      `${kind} ${String(draft.start)}-${String(draft.end)} ← ${String(source.start - SECOND)}-${String(source.end - SECOND)}`,
  );
}

describe('an edit names the characters in the draft and those of the source', () => {
  test.each([
    ['in place of another', '双方坚信，各国人民命运相共', ['substitution 11-12 ← 11-12']],
    ['left out', '双方坚信，各国人民运与共', ['omission 9-9 ← 9-10']],
    ['too much', '双方坚信，各国的人民命运与共', ['addition 7-8 ← 7-7']],
    ['in the first place', '各方坚信，各国人民命运与共', ['substitution 0-1 ← 0-1']],
    ['before the first', '我双方坚信，各国人民命运与共', ['addition 0-1 ← 0-0']],
    ['in the last place', '双方坚信，各国人民命运与同', ['substitution 12-13 ← 12-13']],
    [
      'in two places',
      '双方坚信，各国命运与共，各国及各组织不可以牺牲他国安全来保障自身安全',
      ['omission 7-7 ← 7-9', 'substitution 19-20 ← 21-22'],
    ],
    ['of a sign alone', '双方坚信、各国人民命运与共', ['substitution 4-5 ← 4-5']],
    [
      'beside words left out',
      '双方坚信……各国及各组织不可以牺牲他国安全来保障自身安全',
      ['substitution 13-14 ← 21-22'],
    ],
    ['beside words of the writer', '双方坚信，[他们]命运相共，各国及各组织', ['substitution 11-12 ← 11-12']],
    ['in another script', '雙方堅信，各国人民命运与共', ['script 0-1 ← 0-1', 'script 2-3 ← 2-3']],
  ])('%s', (_, text, expected) => {
    expect(ranges(text)).toEqual(expected);
  });
});

/** The text with the words of the source in place of what differs, as somebody would restore it. */
function restored(text: string, edits: readonly QuotationEdit[], source: string): string {
  let result = text;
  for (const edit of edits.toReversed()) {
    if (isFormal(edit)) continue;
    // Between two words there is a space, whichever of them is put in.
    const words = source.slice(edit.source.start, edit.source.end).replace(/\s*\n\s*/g, ' ');
    const before = result.slice(0, edit.draft.start);
    const behind = result.slice(edit.draft.end);
    const isApart = (one: string, other: string): boolean =>
      /[\p{L}\p{N},;.]$/u.test(one) && /^\p{L}/u.test(other);
    const space = (one: string, other: string): string =>
      isApart(one, other) && !/\p{Script=Han}/u.test(one.slice(-1) + other.charAt(0)) ? ' ' : '';
    result = before + space(before, words) + words + space(before + words, behind) + behind;
  }
  return result;
}

describe.each(readMaterials())('in $language, words that are restored are verbatim', (material) => {
  const classes = caseClasses.filter(
    ({ expected, isUncited, languages }) =>
      expected === 'altered' && isUncited === false && (languages?.includes(material.language) ?? true),
  );
  test.each(classes)('$name', (one) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const each of casesOf(one, material, 2, seed)) {
          const { verdict, place, edits } = judgeCase(each, material);
          if (verdict !== 'altered' || place === undefined) continue;
          expect(edits.some((edit) => !isFormal(edit))).toBe(true);
          const words = restored(each.words, edits, place.statement.source);
          expect(judgeCase({ ...each, words }, material).verdict, `${each.words} → ${words}`).toBe(
            'verbatim',
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
