import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactForm } from '../../server/src/core/exact-form.ts';

const isSame = (a: string, b: string): boolean => exactForm(a).text === exactForm(b).text;

describe('texts are the same word for word', () => {
  test.each([
    ['width', '《声明》，２０２５年', '《声明》,2025年'],
    ['script', '戰略穩定', '战略稳定'],
    ['white space', '双方 重申\n恪守', '双方重申恪守'],
    ['the style of quotation marks', '“核战争”', '「核战争」'],
    ['straight quotation marks', '“核战争”', '"核战争"'],
    ['inner quotation marks', '‘铁穹’', '『铁穹』'],
    ['dashes of any length', '稳定——安全', '稳定—安全'],
    ['an ellipsis of any number of dots', '稳定……安全', '稳定...安全'],
    ['full stops of either width', '稳定。', '稳定.'],
    ['letters composed or not', 'й', 'и\u0306'],
    ['soft hyphens and joiners', 'co\u00adoperation', 'cooperation'],
  ])('whatever their %s', (_what, a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  test.each([
    ['a digit that is written otherwise', '二〇二五年', '2025年'],
    ['the case of a letter', 'Peace', 'peace'],
    ['an accent', 'résumé', 'resume'],
    ['a mark that is another', '稳定。', '稳定；'],
    ['a comma of another kind', '内政、介入', '内政，介入'],
    ['a mark that is missing', '增长5.3%', '增长53%'],
    ['a stop and an ellipsis', '稳定。', '稳定……'],
    ['quotation marks of the other level', '“铁穹”', '‘铁穹’'],
  ])('but not where they differ in %s', (_what, a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});

test('every unit of the form knows the character that it comes from', () => {
  const { text, starts, ends } = exactForm('甲 “㈱……乙');
  expect(text).toBe('甲"(株)…乙');
  expect(starts).toEqual([0, 2, 3, 3, 3, 4, 6]);
  expect(ends).toEqual([1, 3, 4, 4, 4, 6, 7]);
});

test('any text has a form, and its places rise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const form = exactForm(text);
      expect(form.starts.length).toBe(form.text.length);
      expect(form.ends.length).toBe(form.text.length);
      const isRising = form.starts.every(
        (start, i) => start >= (form.starts[i - 1] ?? 0) && start < (form.ends[i] ?? 0),
      );
      expect(isRising).toBe(true);
    }),
  );
});
