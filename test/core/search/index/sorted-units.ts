import fc from 'fast-check';

/** Rising units, some side by side and some as far apart as numbers go. */
export const sortedUnits = fc
  .uniqueArray(
    fc.oneof(
      fc.nat(20),
      fc.nat(300),
      fc.nat(0xffff),
      fc.nat(1 << 22),
      fc.nat(0x7fffffff),
      fc.constantFrom(0, 127, 128, 0x3fff, 0x4000, 0x1fffff, 0x200000, 0xfffffff, 0x10000000, 0x7fffffff),
    ),
    { maxLength: 30 },
  )
  .map((units) => units.sort((a, b) => a - b));
