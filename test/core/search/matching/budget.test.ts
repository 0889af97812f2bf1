import { expect, test } from 'vitest';
import { createBudget } from '../../../../server/src/core/search/matching/budget.ts';

test('a budget lasts until so many are found, and is not spent soon on what is looked at in vain', () => {
  const budget = createBudget(3);
  for (let i = 0; i < 70; i++) expect(budget.spend(false)).toBe(true);
  expect([true, true, true].map((isFound) => budget.spend(isFound))).toEqual([true, true, false]);
});

test('where nothing is found it has an end too', () => {
  const budget = createBudget(3);
  let looked = 0;
  while (budget.spend(false)) looked++;
  expect(looked).toBeGreaterThan(70);
  expect(looked).toBeLessThan(100);
});
