import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../server/src/core/fold.ts';
import { indexOf, shipped, shippedEntries } from './shipped-index.ts';

const index = await indexOf(shipped);
const passages = shippedEntries.flatMap(({ key, units }) =>
  units.map(({ kind, address, text }) => ({ place: `${key} ${kind} ${address}`, folded: fold(text) })),
);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = [
  ...new Set(
    shippedEntries
      .flatMap(({ units }) => units.flatMap(({ text }) => [...segmenter.segment(text)]))
      .map(({ segment }) => segment)
      .filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && !/^.[三二四]/.test(word)),
  ),
];

function aloud(text: string): string[] {
  return pinyin(text, { toneType: 'none', v: true, type: 'array' });
}

const WAYS = {
  'in full': (word) => aloud(word).join(''),
  'in full, u for ü': (word) => aloud(word).join('').replaceAll('v', 'u'),
  'in full, with spaces': (word) => aloud(word).join(' '),
  'with tone marks': (word) => pinyin(word).replaceAll(' ', ''),
  'with tone marks and spaces': (word) => pinyin(word),
  'with tone digits': (word) => pinyin(word, { toneType: 'num' }).replaceAll(/[0 ]/g, ''),
  'in capitals': (word) => aloud(word).join('').toUpperCase(),
  'the first character, then pinyin': (word) => word.slice(0, 1) + aloud(word).slice(1).join(''),
  // In di三 the numeral would read as a tone.
  'pinyin, then characters': (word) => (aloud(word)[0] ?? '') + word.slice(1),
  'the first character, a space, then pinyin': (word) =>
    `${word.slice(0, 1)} ${aloud(word).slice(1).join('')}`,
} satisfies Record<string, (word: string) => string>;

/** Where the passages stand that hold a word but are not found with the word marked in them. */
async function missed(query: string, word: string): Promise<string[]> {
  const { hits } = await index.search(query, 1000);
  const found = new Map(hits.map((hit) => [`${hit.key} ${hit.kind} ${hit.address}`, hit.matches]));
  const { text: characters } = fold(word);
  return passages
    .filter(({ place, folded: { text, offsets } }) => {
      const at = text.indexOf(characters);
      const [start, last] = [offsets[at] ?? 0, offsets[at + characters.length - 1] ?? 0];
      return at >= 0 && found.get(place)?.some((match) => match[0] <= start && match[1] > last) !== true;
    })
    .map(({ place }) => place);
}

/** Every so-manieth word, others for each way. */
function sample(way: number): readonly string[] {
  return words.filter((_, i) => i % 9 === way % 9);
}

describe.each(Object.entries(WAYS).map(([name, type], i) => [name, type, sample(i)] as const))(
  'words of the corpus are found when they are typed %s',
  (_, type, typed) => {
    test('in every passage that has them, and are marked', async () => {
      expect(typed.length).toBeGreaterThan(150);
      const failed: string[] = [];
      for (const word of typed) {
        const places = await missed(type(word), word);
        if (places.length > 0) failed.push(`${word} ${type(word)} ${places.join(', ')}`);
      }
      expect(failed).toEqual([]);
    });
  },
);

test('by initials they are found in every passage, if they are three characters or more', async () => {
  const typed = words.filter((word) => word.length > 2);
  expect(typed.length).toBeGreaterThan(100);
  const failed: string[] = [];
  for (const word of typed) {
    const initials = aloud(word)
      .map((syllable) => syllable.charAt(0))
      .join('');
    // zh may as well be one initial, and another word with it stand in the same passage.
    if (/[zcs]h/.test(initials)) continue;
    if ((await missed(initials, word)).length > 0) failed.push(`${word} ${initials}`);
  }
  expect(failed).toEqual([]);
});

test.each([
  ['zlwd', '战略稳定'],
  ['zhlwd', '战略稳定'],
  ['zhanlüewending', '战略稳定'],
  ['zhanlue wending', '战略稳定'],
  ['zhanlve wending', '战略稳定'],
  ['zhan lve wen ding', '战略稳定'],
  ['zhàn lüè wěn dìng', '战略稳定'],
  ['Zhan4lüe4 wen3ding4', '战略稳定'],
  ['zhanluewend', '战略稳定'],
  ['zlwend', '战略稳定'],
  ['战略wd', '战略稳定'],
  ['zhanlve稳定', '战略稳定'],
  ['戰略 wending', '战略稳定'],
  ['qqzlwd', '全球战略稳定'],
  ['rlmygtt', '人类命运共同体'],
  ['21sj', '21世纪'],
  ['ershiyishiji', '二十一世纪'],
  ['2030nian', '2030年'],
  ['shanghaijingshen', '上海精神'],
  ['changbiguanxia', '长臂管辖'],
  ['heixiazidao', '黑瞎子岛'],
])('%s finds %s', async (query, word) => {
  const { hits, isNear } = await index.search(query, 10);
  expect(isNear).toBe(false);
  const marked = hits[0]?.matches.map(([start, end]) => fold(hits[0]?.text.slice(start, end) ?? '').text);
  expect(marked).toContain(fold(word).text);
});
