import { describe, expect, test } from 'vitest';
import { indexOf } from './shipped-index.ts';
import { statement } from './statements.ts';

const charter = statement(
  'jia-yi-2025-charter',
  '甲乙关于宪章的声明',
  '2025-05-08',
  [
    '甲国和乙国声明如下：',
    '## 一 武力',
    '双方谴责非经安理会根据宪章第七章授权的军事行动。',
    '双方将履行条约第二十五条，维护战略稳定。',
    '## 二 结语',
    '两国元首同意；双方将继续对话，维护大陆的战略稳定。',
  ].join('\n\n'),
);
const index = await indexOf([charter]);

async function places(query: string): Promise<string[]> {
  const { hits, isNear } = await index.search(query, 10);
  expect(isNear).toBe(false);
  return hits.map(({ address, text, matches }) => {
    return [address, ...matches.map(([start, end]) => text.slice(start, end))].join(' ');
  });
}

describe('words that read as a place', () => {
  test('are found where they stand in a text', async () => {
    expect(await places('第七章')).toEqual(['1.1 第七章']);
    expect(await places('第二十五条')).toEqual(['1.2 第二十五条']);
    expect(await places('第25条')).toEqual(['1.2 第二十五条']);
    expect(await places('宪章 第七章')).toEqual(['1.1 宪章第七章']);
  });

  test('lead to the place first if there is one', async () => {
    expect(await places('第一部分第2段')).toEqual(['1.2']);
    expect(await places('第二部分')).toEqual(['2.1']);
  });

  test('are not looked for as numbers', async () => {
    expect(await places('2.5')).toEqual([]);
    expect(await places('七（五）')).toEqual([]);
  });

  test('are words if they are a numeral alone, whatever characters it is written with', async () => {
    expect(await places('两')).toEqual(['2.1 两']);
    expect(await places('两 国')).toEqual(['2.1 两国']);
    expect(await places('陆')).toEqual(['2.1 陆']);
  });
});

describe('a place with words in pinyin', () => {
  test('is where the words stand', async () => {
    expect(await places('1.2 zlwd')).toEqual(['1.2 战略稳定']);
    expect(await places('第二部分 zhanlve wending')).toEqual(['2.1 战略稳定']);
    expect(await places('一.1 zlwd')).toEqual([]);
  });
});
