import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stylesTable } from '../../../scripts/styles-table.mjs';

test('docs/styles.md says what the styles print; if not, run `node scripts/styles-table.mjs`', () => {
  expect(readFileSync(new URL('../../../docs/styles.md', import.meta.url), 'utf8')).toBe(stylesTable());
});
