import { describe, expect, test } from 'vitest';
import { inPlaceOf } from '../../client/src/paste/inPlaceOf.ts';

describe('what is written in place of a selection', () => {
  test('takes its place', () => {
    expect(inPlaceOf([{ start: 2, end: 5 }], [{ start: 2, end: 2, text: '新' }])).toEqual([
      { start: 2, end: 5, text: '新' },
    ]);
  });

  test('is written at a cursor where nothing is selected', () => {
    const edits = [{ start: 2, end: 2, text: '新' }];
    expect(inPlaceOf([{ start: 2, end: 2 }], edits)).toEqual(edits);
  });

  test('may change what stands before the selection', () => {
    expect(inPlaceOf([{ start: 4, end: 6 }], [{ start: 0, end: 4, text: '[@a; @b]' }])).toEqual([
      { start: 0, end: 6, text: '[@a; @b]' },
    ]);
  });

  test('may write elsewhere, too', () => {
    const note = { start: 9, end: 9, text: '\n\n[^1]: 注' };
    expect(inPlaceOf([{ start: 2, end: 5 }], [{ start: 2, end: 2, text: '[^1]' }, note])).toEqual([
      { start: 2, end: 5, text: '[^1]' },
      note,
    ]);
  });

  test('is nothing where it would change what is to go', () => {
    expect(inPlaceOf([{ start: 2, end: 5 }], [{ start: 2, end: 4, text: '新' }])).toBeUndefined();
    expect(
      inPlaceOf(
        [{ start: 2, end: 5 }],
        [
          { start: 2, end: 2, text: '新' },
          { start: 4, end: 4, text: '注' },
        ],
      ),
    ).toBeUndefined();
  });

  test('is nothing where a selection would be left as it is', () => {
    expect(
      inPlaceOf(
        [
          { start: 0, end: 1 },
          { start: 4, end: 6 },
        ],
        [{ start: 0, end: 0, text: '新' }],
      ),
    ).toBeUndefined();
  });
});
