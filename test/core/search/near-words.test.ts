import { describe, expect, test } from 'vitest';
import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { entry } from './entries.ts';

const index = createPassageIndex();
index.put(
  entry({
    key: 'jia-2025-arms',
    title: '甲国关于军备的声明',
    date: '2025-05-08',
    language: 'zh-CN',
    sections: [
      [undefined, ['双方认为，个别国家的冷战思维损害战略稳定。', '外空不应成为军备竞赛的战场。']],
      ['贸易', ['石油和天然气合作，稳定供应。']],
    ],
  }),
);
index.put(
  entry({
    key: 'yi-2017-peace',
    title: '乙国和平宣言',
    date: '2017-07-04',
    language: 'en',
    sections: [
      [
        undefined,
        ['冷战思维依然存在。', 'Strategic stability is undermined by an arms race in outer space.'],
      ],
    ],
  }),
);

/** `2025 0.1 ⟦冷战思维⟧ ⟦战略⟧` for each near hit. */
async function near(query: string): Promise<string[]> {
  const { hits, isNear } = await index.search(query, 10);
  expect(isNear).toBe(true);
  return hits.map(({ date, address, text, matches }) => {
    const marked = matches.map(([start, end]) => `⟦${text.slice(start, end)}⟧`);
    return [date.slice(0, 4), address, ...marked].join(' ');
  });
}

describe('a slip in one of several words', () => {
  test('is forgiven wherever in the passage they stand', async () => {
    expect(await near('战略稳定 冷占思维')).toEqual(['2025 0.1 ⟦冷战思维⟧ ⟦战略稳定⟧']);
    expect(await near('外空 军备竟赛')).toEqual(['2025 0.2 ⟦外空⟧ ⟦军备竞赛⟧']);
    expect(await near('stabilty space')).toEqual(['2017 0.2 ⟦stability⟧ ⟦space⟧']);
  });

  test('is forgiven in a short word too', async () => {
    expect(await near('外宇 军备竞赛')).toEqual(['2025 0.2 ⟦外⟧ ⟦军备竞赛⟧']);
  });

  test('is forgiven beside a year, a key, a language or a title', async () => {
    for (const filter of ['2017', '2017年', 'yi', 'english', '和平宣言'])
      expect(await near(`${filter} 冷占思维`)).toEqual(['2017 0.1 ⟦冷战思维⟧']);
    expect(await near('冷占思维')).toEqual(['2025 0.1 ⟦冷战思维⟧', '2017 0.1 ⟦冷战思维⟧']);
  });

  test('is not forgiven where fewer than four characters were typed', async () => {
    expect(await near('外空 竟')).toEqual(['2025 0.2 ⟦外空⟧']);
    expect(await near('宇 竟')).toEqual([]);
  });
});

describe('where no passage has all words', () => {
  test('those are offered that have some', async () => {
    expect(await near('天然气 外空')).toEqual(['2025 1.1 ⟦天然气⟧', '2025 0.2 ⟦外空⟧']);
    expect(await near('航天飞机 石油')).toEqual(['2025 1.1 ⟦石油⟧']);
  });

  test('else what comes near to one', async () => {
    expect(await near('航天飞机 冷占思维')).toEqual(['2025 0.1 ⟦冷战思维⟧', '2017 0.1 ⟦冷战思维⟧']);
  });

  test('a year that is wrong does not hide what is there', async () => {
    expect(await near('1999 军备竞赛')).toEqual(['2025 0.2 ⟦军备竞赛⟧']);
    expect(await near('2017 军备竞赛')).toEqual(['2025 0.2 ⟦军备竞赛⟧']);
  });
});
