import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StatementEntry } from '../../../server/src/core/search/entry.ts';
import { createPassageIndex, type PassageIndex } from '../../../server/src/core/search/passage-index.ts';
import { entry } from './entries.ts';

// Every opportunity to pause is taken: each look at the clock is a second after the one before.
beforeEach(() => {
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
});
afterEach(() => {
  vi.restoreAllMocks();
});

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const WORDS =
  '战略 稳定 国际 安全 合作 和平 发展 联合 声明 重申 支持 反对 国家 主权 平等 互利 共赢 二十一世纪 2025年 state';

/** So many paragraphs, all of which begin alike; drawn from the words, the same for the same seed. */
function paragraphs(seed: number, count: number): string[] {
  const words = WORDS.split(' ');
  let state = seed * 2_654_435_761 + 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => {
    const drawn = Array.from({ length: 3 + random(8) }, () => words[random(words.length)]);
    return `双方${drawn.join(random(2) === 0 ? '' : '，')}。`;
  });
}

const SIZES = [1, 3, 40, 130, 130, 130, 130, 130];

/** The statement with a number in some version; a few versions are of another date. */
function statement(number: number, version: number): StatementEntry {
  const [size = 1] = SIZES.slice(number);
  const all = paragraphs(number * 7 + version, size + (version % 2) * 5);
  return entry({
    key: `s${String(number)}-k`,
    title: number % 2 === 0 ? '国际声明' : 'state of peace',
    date: `20${String(20 + number)}-0${String(1 + (version % 3))}`,
    language: number % 3 === 0 ? 'en' : 'zh',
    version,
    sections: [
      [undefined, all.slice(0, 2)],
      ['战略合作', all.slice(2, 20)],
      [`合作${String(version)}`, all.slice(20)],
    ],
  });
}

/** Of every kind, some that most paragraphs answer to, some that few do. */
const QUERIES = [
  ...['双', '双方', '合作', '战略合作', '二十一世纪', '21世纪', 'state', 'peace', '2023 合作', '国际声明'],
  ...[
    '双方 合作',
    '合作 双方 战略',
    '中文 主权 平等',
    '声明 战略 互利 共赢',
    '平等 和平 安全 国家',
    '合作0 双方',
  ],
  ...['战略合佐', '稳定合做', '支持反对国价', '国家主权平等互利共营', '国际安全合作和平发展联合声名重申支持'],
  ...['双方国家主权平等支待互利共赢反对国际安全联合声明重申战略发展和平'],
  ...['sf', 'hz', 'zlhz', 'shuangfang', 'zhanluehezuo', 'zl hezuo', 'zhanlue 安全', 'peace 合作'],
];
const LIMITS = [1, 10, 50];

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('put'), number: fc.nat(7), version: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove'), number: fc.nat(7) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle') }) },
  // What comes next falls into the middle of it.
  { weight: 3, arbitrary: fc.record({ do: fc.constant('begin to settle'), turns: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), turns: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('search'),
      query: fc.constantFrom(...QUERIES),
      limit: fc.constantFrom(...LIMITS),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** An index made anew of some statements, in another order than they came in. */
async function fresh(present: ReadonlyMap<string, StatementEntry>): Promise<PassageIndex> {
  const index = createPassageIndex();
  for (const each of [...present.values()].reverse()) index.put(each);
  await index.settle();
  return index;
}

/** Does the steps; returns what is there after them. */
async function run(index: PassageIndex, steps: readonly Step[]): Promise<Map<string, StatementEntry>> {
  const present = new Map<string, StatementEntry>();
  for (const each of steps) {
    if (each.do === 'put' && 'version' in each) {
      const put = statement(each.number, each.version);
      present.set(put.uri, put);
      index.put(put);
    } else if (each.do === 'remove' && 'number' in each) {
      const { uri } = statement(each.number, 0);
      present.delete(uri);
      index.remove(uri);
    } else if (each.do === 'settle') {
      await index.settle();
    } else if (each.do === 'begin to settle' && 'turns' in each) {
      void index.settle();
      for (let i = 0; i < each.turns; i++) await turn();
    } else if ('turns' in each) {
      for (let i = 0; i < each.turns; i++) await turn();
    } else if ('query' in each) {
      const answer = index.search(each.query, each.limit);
      const isAll = index.waiting() === 0;
      const { hits } = await answer;
      for (const { uri, text } of hits)
        expect(present.get(uri)?.units.map((unit) => unit.text)).toContain(text);
      if (isAll && !/[a-z]/.test(each.query))
        expect(await answer).toEqual(await (await fresh(present)).search(each.query, each.limit));
    }
  }
  return present;
}

/** Every query has the same answer from both, at every limit. */
async function expectAlike(index: PassageIndex, other: PassageIndex): Promise<void> {
  for (const query of QUERIES) {
    for (const limit of LIMITS)
      expect({ query, limit, ...(await index.search(query, limit)) }).toEqual({
        ...{ query, limit },
        ...(await other.search(query, limit)),
      });
  }
}

test('whatever came, went and changed, be it while the index was written, it answers as one made anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), async (steps) => {
      const index = createPassageIndex({ pause: turn });
      const present = await run(index, steps);
      await index.settle();
      expect(index.waiting()).toBe(0);
      await expectAlike(index, await fresh(present));
    }),
    { numRuns: 30 },
  );
});

test('so it does where more passages answer than are counted, out of many segments and with what is gone in them', async () => {
  const index = createPassageIndex({ pause: turn });
  const present = new Map<string, StatementEntry>();
  // Each search makes a segment of what came in; nothing is joined.
  for (const version of [3, 2, 1]) {
    for (let number = 0; number < SIZES.length; number++) {
      if (version === 1 && number % 3 === 0) continue;
      const put = statement(number, version);
      present.set(put.uri, put);
      index.put(put);
      await index.search('双方', 1);
    }
  }
  const removed = statement(4, 1).uri;
  present.delete(removed);
  index.remove(removed);
  expect(index.segments.all.length).toBeGreaterThan(5);
  expect(index.segments.all.some(({ live }) => live.includes(0))).toBe(true);

  const anew = await fresh(present);
  expect(await anew.search('合作 双方', 10)).toMatchObject({ more: true });
  await expectAlike(index, anew);
  await index.settle();
  await expectAlike(index, anew);
});
