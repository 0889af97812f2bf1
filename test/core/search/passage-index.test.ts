import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { resolveLocator } from '../../../server/src/core/citation/resolve-locator.ts';
import { findPassage } from '../../../server/src/core/passage.ts';
import type { Addresses } from '../../../server/src/core/search/matching/find-addressed.ts';
import { createPassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { statementEntry } from '../../../server/src/core/search/statement-entry.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { sea, stability, statement, trade } from './statements.ts';

const three = [stability, trade, sea];

function search(query: string, limit = 50, statements: readonly Statement[] = three) {
  const index = createPassageIndex({ addresses: addressesIn(statements) });
  for (const each of statements) index.put(statementEntry(each));
  return index.search(query, limit);
}

function addressesIn(statements: readonly Statement[]): Addresses {
  return ({ uri }, locators) => {
    const statement = statements.find((each) => each.uri === uri);
    if (statement === undefined) return undefined;
    const found = locators.flatMap((locator) => resolveLocator(locator, statement).found);
    const paragraphs = found.flatMap((address) => findPassage(statement, address)?.paragraphs ?? []);
    return new Set(paragraphs.map(({ address }) => address));
  };
}

/** `stability 1: 防止⟦外空军备竞赛⟧`: key's last word, address, the found words in their text. */
async function rendered(query: string, limit?: number): Promise<string[]> {
  return (await search(query, limit)).hits.map(({ key, address, text, matches }) => {
    let marked = '';
    let at = 0;
    for (const [start, end] of matches) {
      marked += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
      at = end;
    }
    return `${key.split('-').at(-1) ?? ''} ${address}: ${marked}${text.slice(at)}`;
  });
}

/** The places alone. */
async function places(query: string): Promise<string[]> {
  return (await rendered(query)).map((line) => line.split(':')[0] ?? '');
}

describe('words', () => {
  test('are found without spaces in Chinese', async () => {
    expect(await rendered('冷战思维')).toEqual([
      'stability 3: 核武器国家应摒弃⟦冷战思维⟧，降低战略风险，维护国际稳定。',
    ]);
  });

  test('are found in any order where a space parts them', async () => {
    const expected = ['trade 2.1: 双方深化⟦石油⟧和⟦天然气⟧合作。'];
    expect(await rendered('石油 天然气')).toEqual(expected);
    expect(await rendered('天然气　石油')).toEqual(expected);
  });

  test('must all be there; passages that have some are offered as near', async () => {
    expect((await search('石油 冷战')).isNear).toBe(true);
    expect(await rendered('石油 冷战')).toEqual([
      'stability 3: 核武器国家应摒弃⟦冷战⟧思维，降低战略风险，维护国际稳定。',
      'trade 2.1: 双方深化⟦石油⟧和天然气合作。',
    ]);
  });

  test('ignore punctuation, spaces and width', async () => {
    expect((await rendered('战略稳定')).slice(0, 1)).toEqual(['stability 2: 双方主张维护“⟦战略 稳定⟧”。']);
    expect((await rendered('“战略”——稳定'))[0]).toBe('stability 2: 双方主张维护“⟦战略 稳定⟧”。');
    expect(await rendered('g20')).toEqual(['trade 1.2: 双方支持⟦Ｇ２０⟧峰会，稳定战略物资供应。']);
    expect(await rendered('Ｇ20峰会，稳定')).toEqual(['trade 1.2: 双方支持⟦Ｇ２０峰会，稳定⟧战略物资供应。']);
  });

  test('may be rare characters, and match around emoji', async () => {
    expect(await rendered('𠮷林')).toEqual(['trade 2.2: 双方支持⟦𠮷林⟧的能源项目😀，反对外空军备竞赛。']);
    expect(await rendered('项目反对')).toEqual(['trade 2.2: 双方支持𠮷林的能源⟦项目😀，反对⟧外空军备竞赛。']);
    expect(await rendered('😀')).toEqual([]);
  });

  test('are every one of them marked', async () => {
    expect((await rendered('外空 双方'))[0]).toBe(
      'stability 1: ⟦双方⟧反对将⟦外空⟧用于武装对抗，防止⟦外空⟧军备竞赛。',
    );
  });

  test('may be a number, which is no address', async () => {
    expect(await rendered('2021')).toEqual(['trade 2.3: 双方将于⟦2021⟧年审议。']);
  });

  test('of nothing find nothing', async () => {
    for (const query of ['', '   ', '，。', '\u0000'])
      expect(await search(query)).toEqual({ hits: [], total: 0, more: false, isNear: false });
  });
});

describe('addresses', () => {
  test.each([
    ['一.2', ['sea 1.2.1', 'trade 1.2']],
    ['1.2', ['sea 1.2.1', 'trade 1.2']],
    ['§ 2 ¶ 2', ['trade 2.2']],
    ['sec. 2, para. 1', ['sea 2.1', 'trade 2.1']],
    ['第二部分第2段', ['trade 2.2']],
    ['第二部分', ['sea 2.1', 'trade 2.1', 'trade 2.2', 'trade 2.3']],
    ['第二至第三部分', ['trade 2.1', 'trade 2.2', 'trade 2.3', 'trade 3.1']],
    ['2.2-2.3', ['trade 2.2', 'trade 2.3']],
    ['2.3-3.1', ['trade 2.3', 'trade 3.1']],
    ['序言', ['trade 0.1']],
    ['第4段', ['stability 4']],
    ['第一部分第2段', ['sea 1.0.2', 'trade 1.2']],
    ['一（三）', []],
    ['第一部分（二）', ['sea 1.2.1', 'trade 1.2']],
    ['一.1 一.2', ['sea 1.1.1', 'sea 1.2.1', 'trade 1.1', 'trade 1.2']],
    ['九.9', []],
  ])('%s → %j', async (query, expected) => {
    expect(await places(query)).toEqual(expected);
  });

  test('narrow what words find', async () => {
    expect((await places('外空')).sort()).toEqual(['sea 2.1', 'stability 1', 'trade 2.2']);
    expect(await rendered('第二部分第2段 外空')).toEqual([
      'trade 2.2: 双方支持𠮷林的能源项目😀，反对⟦外空⟧军备竞赛。',
    ]);
    expect(await rendered('外空 § 2 ¶ 2')).toEqual([
      'trade 2.2: 双方支持𠮷林的能源项目😀，反对⟦外空⟧军备竞赛。',
    ]);
    expect(await places('第一部分 石油')).toEqual([]);
  });

  test('take a word of the title as a filter', async () => {
    expect(await places('第二部分 公报')).toEqual(['trade 2.1', 'trade 2.2', 'trade 2.3']);
    expect(await places('2.1 海洋')).toEqual(['sea 2.1']);
    expect(await places('1.2 2020')).toEqual(['trade 1.2']);
  });

  test('are not read out of words', async () => {
    expect(await places('三个口岸')).toEqual(['trade 1.1']);
  });
});

describe('words of a title, key or heading', () => {
  test('filter by statement', async () => {
    expect(await places('外空 公报')).toEqual(['trade 2.2']);
    expect(await places('jia-bing 外空')).toEqual(['trade 2.2']);
    expect(await places('2020 外空')).toEqual(['trade 2.2']);
  });

  test('filter by the heading above', async () => {
    expect(await places('双方 口岸')).toEqual(['trade 1.1', 'trade 1.2']);
  });

  test('alone bring the opening of the statement', async () => {
    expect(await places('边境贸易公报')).toEqual(['trade 0.1']);
    expect(await places('甲丁 宣言')).toEqual(['sea 1.0.1']);
  });
});

describe('ranking', () => {
  test('puts a phrase before terms, terms in order before terms out of it, terms here before terms in the title', async () => {
    expect(await places('战略 稳定')).toEqual([
      'stability 2', // 战略稳定: the phrase itself
      'stability 3', // 战略…稳定
      'trade 1.2', // 稳定战略: side by side, but the other way round
      'stability 4', // 稳定…战略: farther apart
    ]);
    expect(await places('反对 公报')).toEqual(['trade 2.2']);
  });

  test('puts the newer statement first, wherever in its paragraphs the phrase stands', async () => {
    expect(await places('外空军备竞赛')).toEqual(['sea 2.1', 'stability 1', 'trade 2.2']);
  });

  test('puts the newer statement first among equals, then the key, then the order of the text', async () => {
    expect(await places('双方将继续合作')).toEqual(['sea 1.0.1', 'stability 5', 'trade 3.1']);
  });

  test('does not depend on the order in which statements came', async () => {
    const twins = ['a-twin', 'b-twin'].map((key) => statement(key, '题', '2025-01-01', '同一段文字。'));
    for (const order of [twins, [...twins].reverse()]) {
      expect((await search('文字', 9, order)).hits.map((hit) => hit.key)).toEqual(['a-twin', 'b-twin']);
    }
  });

  test('scores fall from the first to the last', async () => {
    const scores = (await search('双方 合作')).hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.length).toBeGreaterThan(3);
  });

  test('keeps to the limit and counts all', async () => {
    const { hits, total } = await search('双方', 2);
    expect(hits).toHaveLength(2);
    expect(total).toBe(11);
    expect((await search('双方', 0)).hits).toEqual([]);
    expect((await search('双方', -1)).hits).toEqual([]);
  });
});

describe('near hits', () => {
  test('are offered for a slip of the finger', async () => {
    expect(await places('防止外空军备竟赛')).toEqual(['stability 1']);
  });

  test('are not offered where there are exact ones', async () => {
    expect(await places('外空军备竞赛不在')).toEqual(['sea 2.1']);
  });

  test('are not offered for what is far from anything, nor for two characters', async () => {
    expect(await places('完全无关的词句')).toEqual([]);
    expect(await places('外太')).toEqual([]);
  });

  test('never stand at an address that was not asked for', async () => {
    expect(await places('九.9 外空军备竞赛')).toEqual([]);
  });
});

describe('matches', () => {
  const piece = fc.constantFrom(
    '战略',
    '稳定',
    '双方',
    '𠮷',
    '😀',
    'e\u0301',
    'é',
    '，',
    '“',
    ' ',
    'Ｇ２０',
    'g20',
    '㍿',
    '株式',
    '社',
    '葛\u{e0100}',
    '\u200d',
  );
  const texts = fc.array(piece, { minLength: 1, maxLength: 20 }).map((pieces) => `段${pieces.join('')}`);

  test('are in order, apart, within the text, and hold what was asked', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.array(piece, { minLength: 1, maxLength: 3 }), async (text, words) => {
        const { hits } = await search(words.join(' '), 10, [statement('a-b-c', '题', '2025-01-01', text)]);
        for (const { text: found, matches } of hits) {
          let last = 0;
          for (const [start, end] of matches) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
            const word = found.slice(start, end);
            expect(word).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
            expect(word).not.toMatch(/^[\s，“]|[\s，“]$/);
          }
          expect(last).toBeLessThanOrEqual(found.length);
        }
      }),
    );
  });

  test('of a word taken from the text are that word', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(), async (text, a, b) => {
        const [paragraph] = statement('a-b-c', '题', '2025-01-01', text).paragraphs;
        const original = paragraph?.text ?? '';
        const [start = 0, end = 0] = [a % (original.length + 1), b % (original.length + 1)].sort(
          (x, y) => x - y,
        );
        const word = original.slice(start, end).replace(/\s+/g, '');
        const { hits } = await search(word, 10, [statement('a-b-c', '题', '2025-01-01', text)]);
        // A word of marks alone, or one cut within a character, may find nothing; anything else is there.
        if (!/^[战略稳定双方g20]+$/.test(word)) return;
        expect(hits).toHaveLength(1);
        expect(hits[0]?.matches.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('an index that changes', () => {
  const all = [stability, trade, sea];
  const queries = ['双方', '外空军备竞赛', '战略 稳定', '第二部分', '双方将继续合作', '外空军备竟赛', '公报'];

  test('answers as one made anew, whatever came and went before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(2)), { maxLength: 12 }), async (steps) => {
        const index = createPassageIndex({ addresses: addressesIn(all) });
        const present = new Set<Statement>();
        for (const [adds, i] of steps) {
          const each = all[i] ?? stability;
          if (adds) {
            index.put(statementEntry(each));
            present.add(each);
          } else {
            index.remove(each.uri);
            present.delete(each);
          }
        }
        for (const query of queries) {
          expect(await index.search(query, 50)).toEqual(
            await search(
              query,
              50,
              all.filter((each) => present.has(each)),
            ),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('what is too much to be taken up by one query is found by the next', async () => {
  const index = createPassageIndex({ pause: () => new Promise((resolve) => setImmediate(resolve)) });
  const paragraphs = Array.from({ length: 700 }, (_, i) => `第${String(i)}段谈外空。`).join('\n\n');
  index.put(statementEntry(statement('large', '题', '2025-01-01', paragraphs)));
  expect((await index.search('外空', 1)).total).toBe(0);
  await vi.waitFor(async () => {
    expect((await index.search('外空', 1)).total).toBe(700);
  });
});
