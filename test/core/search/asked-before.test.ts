import { expect, test } from 'vitest';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { entry } from './entries.ts';

function indexOf(entries: readonly StatementEntry[]) {
  const index = createPassageIndex();
  for (const each of entries) index.put(each);
  return index;
}

/** The answer is the same whether somebody typed pinyin before or not. */
async function check(entries: readonly StatementEntry[], query: string): Promise<void> {
  for (const limit of [1, 2, 5, 10, 50]) {
    const asked = indexOf(entries);
    await asked.search('zhanlue', 10);
    expect(await asked.search(query, limit)).toEqual(await indexOf(entries).search(query, limit));
  }
}

test('words in Chinese are not looked for as pinyin', async () => {
  const one = entry({
    key: 'k',
    sections: [[undefined, ['双方合作', '双方合作', '双方，合作', '合作，双方']]],
  });
  await check([one], '双方 合作');
});

test('what few passages hold may be pinyin, however many statements it names', async () => {
  const visits = Array.from({ length: 12 }, (_, i) =>
    entry({ key: `k${String(i)}`, title: 'State visit', sections: [[undefined, ['无']]] }),
  );
  const other = entry({ key: 'z', sections: [[undefined, ['上台安泰额', 'the state']]] });
  await check([...visits, other], 'state');
});
