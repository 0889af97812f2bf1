import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFoldBuffer, fold, foldInto } from '../../../../server/src/core/fold.ts';
import { ByteSink } from '../../../../server/src/core/search/index/postings.ts';
import { readResidue, writeResidue } from '../../../../server/src/core/search/index/residue.ts';
import { readShipped } from '../../../corpus/shipped.ts';
import { anyText } from '../any-text.ts';

/** Texts written one after another into one sink, and read again. */
function roundTrip(texts: readonly string[]) {
  const sink = new ByteSink(1);
  const buffer = createFoldBuffer();
  const starts = texts.map((text) => {
    const start = sink.length;
    foldInto(text, buffer);
    writeResidue(sink, text, buffer.units, buffer.offsets, buffer.length);
    return start;
  });
  const bytes = sink.finish();
  return texts.map((text, i) => readResidue(fold(text).text, bytes, starts[i] ?? 0));
}

function expected(text: string) {
  return { original: text, ...fold(text) };
}

function sizeOf(text: string): number {
  const sink = new ByteSink();
  const buffer = createFoldBuffer();
  foldInto(text, buffer);
  writeResidue(sink, text, buffer.units, buffer.offsets, buffer.length);
  return sink.length;
}

describe('the residue', () => {
  test.each([
    ['', 'nothing'],
    ['战略稳定', 'what folds to itself'],
    ['，。“”', 'marks alone'],
    ['“战略 稳定”，二〇二五年。', 'marks between words, and digits'],
    ['戰略穩定', 'traditional characters'],
    ['Ｇ２０峰会', 'full-width forms'],
    ['㈱㍿社', 'one character for several'],
    ['Straße, GROẞ', 'one letter for two'],
    ['𠮷𡞵㜢', 'rare Han, within the BMP and beyond it'],
    ['e\u0301ѓ г\u0301й и\u0306', 'letters with marks, composed and not'],
    ['葛\u{e0100}城\ufe0f', 'variation selectors'],
    ['😀稳👨‍👩‍👧定🇨🇳', 'emoji'],
    ['\ud842稳\udfb7\ud83d', 'lone surrogates'],
    ['กำลัง한한カ\u3099', 'Thai, Hangul and kana'],
    ['一\r\n二\n三\t四', 'line breaks'],
    ['\u0301a.\u0301', 'marks without a letter'],
    ['\u0000\uffff\ue000', 'what no text should have'],
    ['文'.repeat(100_000), 'a long run'],
    ['！'.repeat(9999), 'much that is left out'],
    ['\ufdfa'.repeat(400), 'much that expands'],
  ])('gives back %j: %s', (text) => {
    expect(roundTrip([text])).toEqual([expected(text)]);
  });

  test('gives back any text, with the offsets of its fold', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
        expect(roundTrip(texts)).toEqual(texts.map(expected));
      }),
      { numRuns: 1000 },
    );
  });

  test('gives back the shipped files', () => {
    const texts = [...readShipped().values()];
    expect(texts.length).toBeGreaterThan(9);
    expect(roundTrip(texts)).toEqual(texts.map(expected));
  });

  test('is small: a byte for what folds to itself, two for a common mark', () => {
    expect(sizeOf('战略稳定与国际安全')).toBe(1);
    expect(sizeOf('战略稳定，国际安全')).toBe(3);
    expect(sizeOf('战略稳定”，国际安全')).toBe(4);
    expect(sizeOf('战略稳定☃国际安全')).toBe(5);
  });
});
