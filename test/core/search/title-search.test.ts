import { describe, expect, test } from 'vitest';
import { createTitleSearch } from '../../../server/src/core/search/title-search.ts';
import { nearestKey } from '../../../server/src/core/search/nearest-key.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { sea, stability, trade } from './statements.ts';

const all = [stability, sea, trade];

function titles(query: string, statements: readonly Statement[] = all, limit = 50): string[] {
  const search = createTitleSearch(() => statements);
  for (const each of [...statements].reverse()) search.add(each);
  return search
    .search(query, limit)
    .map(({ statement, section }) =>
      `${statement.key.split('-').at(-1) ?? ''} ${section?.address ?? ''}`.trim(),
    );
}

describe('titles and headings', () => {
  test('come all, in the order of the corpus, for an empty query', () => {
    const expected = [
      'stability',
      'sea',
      'sea 1',
      'sea 1.1',
      'sea 1.2',
      'sea 2',
      'trade',
      'trade 0',
      'trade 1',
      'trade 2',
      'trade 3',
    ];
    expect(titles('')).toEqual(expected);
    expect(titles('  ')).toEqual(expected);
    expect(titles('', all, 3)).toEqual(expected.slice(0, 3));
  });

  test.each([
    ['战略稳定', 'stability'],
    ['贸易公报', 'trade'],
    ['jia-ding', 'sea'],
    ['2020', 'trade'],
    ['公报 能源', 'trade 2'],
    ['能源 公报', 'trade 2'],
    ['第二部分 海洋', 'sea 2'],
    ['结语', 'trade 3'],
  ])('%s finds %s first', (query, expected) => {
    expect(titles(query)[0]).toBe(expected);
  });

  test('are forgiven a slip', () => {
    expect(titles('全球战略稳钉的联合')[0]).toBe('stability');
    expect(titles('jia-bing-2020-tradr')[0]).toBe('trade');
  });

  test('that match nothing are not there', () => {
    expect(titles('天文望远镜')).toEqual([]);
  });

  test.each(['!', '^', '$', "'", '"', '=', '|', '\\', '(', '[', '*', '+', '😀', '\ud842'])(
    'a query of %j does no harm',
    (query) => {
      expect(() => titles(query)).not.toThrow();
    },
  );

  test('follow what is added and removed', () => {
    const order: Statement[] = [stability];
    const search = createTitleSearch(() => order);
    search.add(stability);
    expect(search.search('公报', 9)).toEqual([]);
    order.push(trade);
    search.add(trade);
    expect(search.search('公报', 9)[0]?.statement).toBe(trade);
    search.remove(trade);
    order.pop();
    expect(search.search('公报', 9)).toEqual([]);
  });
});

describe('the nearest key', () => {
  const keys = [
    'cn-ru-2026-comprehensive-coordination',
    'cn-ru-2025-comprehensive-partnership',
    'cn-ru-2025-global-strategic-stability',
    'cn-ru-2025-international-law',
    'cn-ru-2017-world-situation',
  ];

  test.each([
    ['cn-ru-2025-international-lwa', 'cn-ru-2025-international-law'],
    ['cn-ru-2024-international-law', 'cn-ru-2025-international-law'],
    ['cnru-2025-international-law', 'cn-ru-2025-international-law'],
    ['CN-RU-2017-World-Situation', 'cn-ru-2017-world-situation'],
    ['cn-ru-2025-strategic-stability', 'cn-ru-2025-global-strategic-stability'],
    ['global-stability', 'cn-ru-2025-global-strategic-stability'],
    ['stability', 'cn-ru-2025-global-strategic-stability'],
  ])('to %s is %s', (typed, expected) => {
    expect(nearestKey(typed, keys)).toBe(expected);
  });

  test.each([
    'smith2020',
    'cn',
    'c',
    '',
    'li-2025',
    'ru-2025',
    'cn-us-2025-trade',
    'law',
    'cn-ru-2025',
    '😀',
  ])('to %j is none', (typed) => {
    expect(nearestKey(typed, keys)).toBeUndefined();
  });

  test('does not depend on the order in which statements came', () => {
    expect(nearestKey('ab-1', ['ab-2', 'ab-3'])).toBe('ab-2');
    const search = createTitleSearch(() => all);
    for (const each of [trade, sea, stability]) search.add(each);
    expect(search.nearestKey('jia-ding-2025-sae')).toBe('jia-ding-2025-sea');
  });

  test('is found at once for a key as long as a book', () => {
    expect(nearestKey('a'.repeat(1_000_000), keys)).toBeUndefined();
  });
});
