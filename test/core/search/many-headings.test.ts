import { expect, test } from 'vitest';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { entry } from './entries.ts';

/** A statement in which every section is called the same. */
function large(key: string, date: string, sections: number): StatementEntry {
  return entry({
    key,
    date,
    sections: Array.from({ length: sections }, (_, i) => ['合作', [`第${String(i)}项能源`]] as const),
  });
}

async function found(entries: readonly StatementEntry[], query: string): Promise<string[]> {
  const index = createPassageIndex();
  for (const each of entries) {
    index.put(each);
    // A segment for each.
    await index.takeIn();
  }
  return (await index.search(query, 10)).hits.map(({ key, address }) => `${key} ${address}`);
}

test('where thousands of sections are called so, the newest come first, whichever was put in first', async () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((key, i) => large(key, `800${String(i)}`, 500));
  const newest = Array.from({ length: 10 }, (_, i) => `e ${String(i + 1)}.1`);
  expect(await found(all, '合作 能源')).toEqual(newest);
  expect(await found(all.toReversed(), '合作 能源')).toEqual(newest);
});
