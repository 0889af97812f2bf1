import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinNeighbours } from '../../../server/src/core/citation/compose-passages.ts';
import { composePandoc } from '../../../server/src/core/citation/compose-pandoc.ts';
import { findCitations } from '../../../server/src/core/citation/citations.ts';
import { resolveLocator } from '../../../server/src/core/citation/resolve-locator.ts';
import type { StatementPassage } from '../../../server/src/core/citation/statement-passage.ts';
import { findPassage } from '../../../server/src/core/passage.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import { addressesOf, joint, nested, plain, statementFrom } from './statement-fixture.ts';

function join(statement: Statement, ...addresses: string[]): string[] {
  return joinNeighbours(addresses.map((address) => ({ statement, address }))).map(({ address }) => address);
}

describe('neighbours are one run', () => {
  test.each([
    ['paragraphs', ['4.2', '4.3'], ['4.2-4.3']],
    ['in whatever order', ['4.3', '4.2'], ['4.2-4.3']],
    ['in the place of the first', ['4.1', '5.1', '4.2'], ['4.1-4.2', '5.1']],
    ['three of them', ['4.1', '4.3', '4.2'], ['4.1-4.3']],
    ['runs that touch', ['4.1-4.2', '4.3'], ['4.1-4.3']],
    ['runs that overlap', ['4.1-4.2', '4.2-4.3'], ['4.1-4.3']],
    ['sections', ['2', '3'], ['2-3']],
  ])('%s', (_what, addresses, expected) => {
    expect(join(joint, ...addresses)).toEqual(expected);
  });

  test.each([
    ['with a paragraph between them', ['4.1', '4.3'], ['4.1', '4.3']],
    ['of two sections', ['4.3', '5.1'], ['4.3', '5.1']],
    ['a section and a paragraph', ['4', '5.1'], ['4', '5.1']],
    ['a section and one inside of it', ['4', '4.1'], ['4', '4.1']],
    ['the preamble and the first section', ['0', '1'], ['0', '1']],
    ['a whole statement and a part of it', ['', '4'], ['', '4']],
  ])('but not %s', (_what, addresses, expected) => {
    expect(join(joint, ...addresses)).toEqual(expected);
  });

  test('the same passage is cited once', () => {
    expect(join(joint, '4.1', '5', '4.1', '')).toEqual(['4.1', '5', '']);
  });

  test('in a statement without sections too', () => {
    expect(join(plain, '2', '3', '5')).toEqual(['2-3', '5']);
  });

  test('never those of two statements', () => {
    const passages = [
      { statement: joint, address: '4.1' },
      { statement: plain, address: '4' },
      { statement: nested, address: '1' },
    ];
    expect(joinNeighbours(passages)).toEqual(passages);
  });
});

describe('a group', () => {
  const english = statementFrom('## I. First\n\nOne.\n\n## II. Second\n\nTwo.\n\nThree.', 'en');

  test.each<[string, StatementPassage[], string, string]>([
    ['of one', [{ statement: joint, address: '4.3' }], '', '@key，第四部分第3段'],
    ['of a run', [{ statement: joint, address: '4.2-4.3' }], '', '@key，第四部分第2—3段'],
    ['of a whole statement', [{ statement: joint, address: '' }], '', '@key'],
    [
      'of several, parted by ASCII semicolons',
      [
        { statement: joint, address: '4.3' },
        { statement: english, address: '2.1' },
      ],
      '',
      '@key，第四部分第3段; @key, § 2, ¶ 1',
    ],
    ['with words before it', [{ statement: joint, address: '4.3' }], ' 参见\n', '参见 @key，第四部分第3段'],
    ['with English words', [{ statement: english, address: '2' }], 'see, e.g.,', 'see, e.g., @key, § 2'],
  ])('%s', (_what, passages, prefix, expected) => {
    expect(composePandoc(passages, prefix)?.text).toBe(expected);
  });

  test.each(['a; b', '[见', '见]', '@other', '*见'])('is none with “%s” before it', (prefix) => {
    expect(composePandoc([{ statement: joint, address: '4.3' }], prefix)).toBeUndefined();
  });
});

const folder = path.join(import.meta.dirname, '../../../corpus/statements');
const shipped = readdirSync(folder).flatMap((name) => {
  const { statement } = parseStatement(`file:///${name}`, readFileSync(path.join(folder, name), 'utf8'));
  return statement === undefined ? [] : [statement];
});

describe('whatever is cited of the shipped statements', () => {
  const passage = fc
    .constantFrom(...shipped)
    .chain((statement) =>
      fc
        .constantFrom('', ...addressesOf(statement))
        .map((address): StatementPassage => ({ statement, address })),
    );

  test('reads back to the same passages, in the same order', () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 6 }), (passages) => {
        const joined = joinNeighbours(passages);
        const text = composePandoc(joined)?.text;
        if (text === undefined) throw new Error('not written');
        const read = findCitations(`[${text}]`).map(({ key, locator }) => {
          const statement = shipped.find((each) => each.key === key);
          if (statement === undefined) throw new Error(key);
          return [key, locator === undefined ? '' : resolveLocator(locator, statement).found.join()];
        });
        expect(read).toEqual(joined.map(({ statement, address }) => [statement.key, address]));
      }),
    );
  });

  test('is neither more nor less than was asked for', () => {
    const paragraphs = (passages: readonly StatementPassage[]): string[] =>
      passages.flatMap(({ statement, address }) =>
        (findPassage(statement, address)?.paragraphs ?? []).map((each) => `${statement.key} ${each.address}`),
      );
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 6 }), (passages) => {
        const joined = joinNeighbours(passages);
        expect(new Set(paragraphs(joined))).toEqual(new Set(paragraphs(passages)));
        expect(joined.length).toBeLessThanOrEqual(passages.length);
      }),
    );
  });
});
