import { describe, expect, test } from 'vitest';
import { caseClasses } from '../../../bench/quotations/classes.ts';
import { judgeClass } from '../../../bench/quotations/judge-cases.ts';
import { readMaterials } from '../../../bench/quotations/material.ts';

/** Cases of each class and language; the benchmark makes thousands of them. */
const CASES = 40;
/** The least share of altered quotations that is to be told: where a passage is cited, and where none is. */
const LEAST_TOLD = { cited: 0.9, uncited: 0.75 };

describe.each(readMaterials())('quotations of known damage, in $language', (material) => {
  const classes = caseClasses.filter(({ languages }) => languages?.includes(material.language) ?? true);
  test.each(classes)('$name, uncited: $isUncited, are $expected', (one) => {
    const { cases, verdicts, wrongPlaces, missed } = judgeClass(one, material, CASES, 20261120);
    // Whatever the verdict, no place is named that the words are not from.
    expect(wrongPlaces.map(({ words }) => words)).toEqual([]);
    if (one.expected === 'altered') {
      expect(verdicts.verbatim + verdicts.misplaced).toBe(0);
      const least = one.isUncited === true ? LEAST_TOLD.uncited : LEAST_TOLD.cited;
      expect(verdicts.altered).toBeGreaterThanOrEqual(least * cases);
    } else if (one.name === 'wrong locator') {
      // A paragraph may say the same as another: then the locator is not wrong after all.
      expect(verdicts.misplaced).toBeGreaterThanOrEqual(0.95 * cases);
      expect(verdicts.altered + verdicts['not-found']).toBe(0);
    } else {
      expect(missed.map(({ words }) => words)).toEqual([]);
    }
  });
});
