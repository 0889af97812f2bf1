import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatLocator } from '../../../server/src/core/citation/format-locator.ts';
import { parseLocator } from '../../../server/src/core/citation/locator.ts';
import { resolveLocator } from '../../../server/src/core/citation/resolve-locator.ts';
import { parseStatement } from '../../../server/src/core/statement/parse.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import {
  addressesOf,
  communique,
  englishTreaty,
  joint,
  nested,
  plain,
  resolution,
  russian,
  statementFrom,
  statements,
  treaty,
} from './statement-fixture.ts';

describe('Chinese statements', () => {
  test.each([
    [joint, '4.3', '第四部分第3段'],
    [joint, '4', '第四部分'],
    [joint, '0', '序言'],
    [joint, '0.1', '序言第1段'],
    [joint, '4.1-4.3', '第四部分第1—3段'],
    [joint, '4.3-5.1', '第四部分第3段至第五部分第1段'],
    [joint, '0.2-1.1', '序言第2段至第一部分第1段'],
    [joint, '3-5', '第三至五部分'],
    [plain, '3', '第3段'],
    [plain, '2-4', '第2—4段'],
    [nested, '1.2', '第一部分（二）'],
    [nested, '1.2.2', '第一部分（二）第2段'],
    [nested, '1.0.2', '第一部分第2段'],
    [nested, '2.1', '第二部分第1项'],
    [nested, '2.2.2', '第二部分第2项第2段'],
    [treaty, '2', '第二章'],
    [treaty, '2.3', '第三条'],
    [treaty, '2.4.2', '第四条第2段'],
    [statementFrom('## 第一节 甲\n\n甲。\n\n## 第二节 乙\n\n乙。'), '2.1', '第二节第1段'],
    [statementFrom('## 第一節 甲\n\n甲。\n\n## 第二節 乙\n\n乙。', 'zh-Hant'), '2.1', '第二部分第1段'],
  ])('%#: %s', (statement: Statement, address, locator) => {
    expect(formatLocator(address, statement)).toBe(locator);
  });
});

describe('other languages', () => {
  test.each([
    [russian, '1.2', '§ 1, ¶ 2'],
    [russian, '0.1', 'preamble, ¶ 1'],
    [englishTreaty, '2', 'ch. 2'],
    [englishTreaty, '2.2', 'art. 2'],
    [englishTreaty, '1.1.2', 'art. 1, ¶ 2'],
    [englishTreaty, '2.2.2', 'art. 2(b)'],
    [resolution, '2', '¶ 2'],
    [resolution, '2.1', '¶ 2(a)'],
    [resolution, '1-3', '¶¶ 1-3'],
    [resolution, '0.2', 'preamble, ¶ 2'],
    [communique, '2', '§ 2'],
    [communique, '2.4', '¶ 4'],
    // The usual form would be two paragraphs, one in the other.
    [communique, '1.2.2', '§ 1.2.2'],
    [statementFrom('A.\n\nB.\n\nC.', 'en'), '2', '¶ 2'],
    [statementFrom('A.\n\nB.\n\nC.', 'en'), '2-3', '¶¶ 2-3'],
    [statementFrom('## I\n\nA.\n\nB.\n\nC.\n\n## II\n\nD.', 'en'), '1.2-1.3', '§ 1, ¶¶ 2-3'],
    [statementFrom('## I\n\nA.\n\n## II\n\nB.\n\n## III\n\nC.', 'en'), '1-3', '§§ 1-3'],
  ])('%#: %s', (statement: Statement, address, locator) => {
    expect(formatLocator(address, statement)).toBe(locator);
  });
});

test('what is no address of the statement is written by its numbers', () => {
  expect(formatLocator('9.9', joint)).toBe('9.9');
  expect(formatLocator('x', joint)).toBe('x');
  expect(formatLocator('', joint)).toBe('');
});

const folder = new URL('../../../corpus/statements/', import.meta.url);
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.statement.md'))
  .map(
    (name) => [name, parseStatement(name, readFileSync(new URL(name, folder), 'utf8')).statement] as const,
  );

describe('every address is read back from its locator', () => {
  test('the shipped statements are there', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(5);
  });

  test.each([...Object.entries(statements), ...shipped])('in %s', (_, statement) => {
    if (statement === undefined) throw new Error('The file is no statement.');
    for (const address of addressesOf(statement)) {
      const form = formatLocator(address, statement);
      const locator = parseLocator(form);
      if (locator === undefined) throw new Error(`${form} is no locator`);
      expect(locator.span).toEqual({ start: 0, end: form.length });
      expect(resolveLocator(locator, statement)).toEqual({ found: [address], missing: [] });
    }
  });
});
