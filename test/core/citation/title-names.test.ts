import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedTitles, statementsEndingWith } from '../../../server/src/core/citation/title-names.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';

function statementOf(title: string, short: string, index: number): Statement {
  const front = JSON.stringify({
    id: `s-${String(index)}`,
    title,
    ...(short !== '' && { 'title-short': short }),
  });
  const { statement } = parseStatement(
    `file:///s${String(index)}.statement.md`,
    `---\n${front}\n---\n\n甲。\n`,
  );
  if (statement === undefined) throw new Error(title);
  return statement;
}

/** Few letters, so that many titles end alike; one is a pair of UTF-16 units. */
const name = fc.stringMatching(/^[甲乙𠮷]{1,4}$/u);

test('finds what going through all titles finds, whatever list was asked about before', () => {
  const statements = fc
    .array(fc.tuple(name, fc.oneof(name, fc.constant(''))), { maxLength: 8 })
    .map((titles) => titles.map(([title, short], index) => statementOf(title, short, index)));
  const asked = fc.tuple(statements, fc.array(fc.tuple(name, fc.nat()), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(asked, ([all, questions]) => {
      for (const [title, seed] of questions) {
        // Some of them, in another order: as after a change of the corpus.
        const some = all.filter((_, index) => ((seed >> index) & 1) === 0).reverse();
        const naive = some.filter((each) => foldedTitles(each).some((known) => known.endsWith(title)));
        const found = statementsEndingWith(title, some);
        expect(found.length).toBe(Math.min(naive.length, 2));
        for (const each of found) expect(naive).toContain(each);
      }
    }),
  );
});
