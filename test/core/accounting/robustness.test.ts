import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, statement } from './corpus.ts';

const words = fc
  .array(
    fc.constantFrom(
      '双方',
      '重申',
      '，',
      ',',
      '。',
      '\n',
      '\n\n',
      ' ',
      '|',
      '# ',
      '**',
      '　',
      '一、',
      '2025',
      'and',
      '---\n',
      '\ud842',
      '𠀀',
      '\ufeff',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const field = fc.oneof(
  words,
  fc.constantFrom(
    '[[1, 99999999]]',
    '[[0, -3]]',
    '[[3, 1]]',
    '[]',
    '""',
    '{',
    '&a [*a]',
    '[{siglum: A, source: a.txt, lines: [[1, 2], [2, 3]]}]',
    '[{at: title, text: 双方, readings: {A: ""}}]',
    '[{at: "1", witness: 双方, reading: "", reason: 误}]',
  ),
);

test('no statement, source or furniture list can make the check throw, and every problem lies within its file', () => {
  fc.assert(
    fc.property(
      words,
      words,
      field,
      field,
      field,
      field,
      (body, source, witnesses, emendations, variants, furniture) => {
        const texts = {
          'statements/a.statement.md': statement(body, {
            witnesses: witnesses.replaceAll('\n', ' '),
            more: `emendations: ${emendations.replaceAll('\n', ' ')}\nvariants: ${variants.replaceAll('\n', ' ')}`,
          }),
          'statements/b.statement.md': statement(body, { more: 'variants: []' }),
          'sources/a.txt': source,
          'furniture.yaml': furniture,
        };
        for (const problem of check(texts).problems) {
          for (const { uri, span } of [problem, ...problem.related]) {
            const length = texts[uri as keyof typeof texts].length;
            expect(
              span.start >= 0 && span.start <= span.end && span.end <= length,
              `${problem.code} ${uri}`,
            ).toBe(true);
          }
        }
      },
    ),
    { numRuns: 1500 },
  );
});
