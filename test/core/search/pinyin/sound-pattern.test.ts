import { describe, expect, test } from 'vitest';
import { fitsAt } from '../../../../server/src/core/search/pinyin/sound-pattern.ts';
import { patternsOf, rankOf, readings, render, unitsOf } from './typed.ts';

/** What was typed, and the patterns that it must give first; `…` for those that follow. */
function check(typed: string, expected: string): void {
  const found = patternsOf(typed).map(render);
  const [first, open] = expected.endsWith(' …') ? [expected.slice(0, -2), true] : [expected, false];
  const wanted = first === '' ? [] : first.split(' | ');
  expect(open ? found.slice(0, wanted.length) : found).toEqual(wanted);
}

describe('what typed letters may mean', () => {
  test.each([
    // Whole syllables; the shorter and the incomplete ones after them.
    ['zhanlvewending', 'zhan lve wen ding …'],
    ['xian', 'xian | xi an | xian* | xia n* | xi an* | xi a* n*'],
    ["xi'an", 'xian | xi an …'],
    ['fangan', 'fang an | fan gan …'],
    ['yange', 'yan ge | yang e* …'],
    ['wu', 'wu'],
    // ü.
    ['zhanlue', 'zhan lve …'],
    ['zhanlve', 'zhan lve …'],
    ['zhànlüè', 'zhan lve …'],
    ['lu', 'lu/lv | lu*'],
    ['lv', 'lv | lv*'],
    ['nu', 'nu/nv | nu*'],
    ['nv', 'nv | nv*'],
    ['jvn', 'jun | ju n*'],
    // Initials.
    ['zlwd', 'z* l* w* d*'],
    ['zhlwd', 'zh* l* w* d* | z* h* l* w* d*'],
    ['zh', 'zh* | z* h*'],
    ['lhgalh', 'l* h* ga l* h* | l* h* g* a* l* h*'],
    // Mixtures.
    ['zhanlwd', 'zhan l* w* d* …'],
    ['zhanlue稳定', 'zhan lve 稳 定 …'],
    ['戰略wd', '战 略 w* d*'],
    ['战lve稳d', '战 lve 稳 d* | 战 lv e* 稳 d*'],
    // The last syllable while it is typed.
    ['zhanlu', 'zhan lu/lv | zhan lu* …'],
    ['zhanlua', 'zhan luan* …'],
    ['zhanl', 'zhan l* …'],
    // Tones, and digits that are none.
    ['zhan4lve4', 'zhan lve | zhan lve 4 …'],
    ['e2luo2si1', 'e luo si …'],
    ['di3tiao', 'di tiao | di ti ao | di 3 tiao …'],
    ['di33tiao', 'di 3 3 tiao …'],
    ['2025nian', '2 0 2 5 nian …'],
    ['zhan6', 'zhan 6 …'],
    // Letters that stand in the text.
    ['g20fenghui', 'g 2 0 feng hui …'],
    ['g20', ''],
    ['covid19yiqing', 'c o v i d 1 9 yi qing …'],
    // No pinyin.
    ['', ''],
    ['战略', ''],
    ['2025', ''],
    ['стабильность', ''],
    ['in', ''],
    ['unveil', ''],
    ['战i', ''],
  ])('%s', check);

  test('there are eight at the most, and none twice', () => {
    const found = patternsOf('xianyifanganxian').map(render);
    expect(found).toHaveLength(8);
    expect(new Set(found).size).toBe(8);
  });

  test('letter by letter is never left out', () => {
    expect(patternsOf('zhangangan').map(render).at(-1)).toBe('z* h* a* n* g* a* n* g* a* n*');
  });

  test('a sentence without a space is no pinyin', () => {
    expect(patternsOf('a'.repeat(64))).not.toEqual([]);
    expect(patternsOf('a'.repeat(65))).toEqual([]);
    expect(patternsOf(`${'战'.repeat(990)}lve`)).not.toEqual([]);
  });

  test('the same sound is the same array', () => {
    const [first, second] = ['zhanl', '战zhan'].map((typed) =>
      patternsOf(typed)
        .flatMap(({ elements }) => elements)
        .find((element) => element.kind === 'sound' && element.isWhole),
    );
    expect(first).toBeDefined();
    expect(first).toBe(second);
  });
});

describe('words that are found', () => {
  test.each([
    [
      '战略稳定',
      'zhanlvewending zhanluewending ZhanLüeWenDing zhan4lve4wen3ding4 zlwd zhlwd zhanlwd zhanlue稳定 战略wd 战lve稳d zhanluewend',
    ],
    ['全球战略稳定', 'quanqiuzhanlvewending qqzlwd qqzhlwd quanqiuzlwd 全球zhanlve稳定 qqzl稳定'],
    ['外空', 'waikong wk waik wkong wai4kong1 外kong'],
    ['军备竞赛', 'junbeijingsai jbjs junbjs jvnbeijingsai jbjsai'],
    ['重申', 'chongshen cs chsh chs csh chongs zhongshen zs'],
    ['银行', 'yinhang yh yinh'],
    ['会计', 'kuaiji kj huiji hj'],
    ['女性', 'nvxing nuxing nǚxìng nx nvx nux nv3xing4'],
    ['率', 'lv lu lü shuai l s sh'],
    ['西安', 'xian xi’an xa xi1an1 xia'],
    ['俄罗斯', 'eluosi els eluos e2luo2si1'],
    ['中俄', 'zhonge ze zhe'],
    ['安全', 'anquan aq anq aquan'],
    ['两国', 'liangguo lg'],
    ['不同', 'butong bt bu4tong2 bu2tong2'],
    ['一个', 'yige yg 1ge'],
    ['第三条', 'disantiao dst di3tiao'],
    ['二十一世纪', 'ershiyishiji esysj ershi1世纪'],
    ['二〇二五年', 'erlingerwunian 2025nian 2025n'],
    ['2025年', 'erlingerwunian 二〇二五nian'],
    ['Ｇ２０峰会', 'g20fenghui g20fh'],
    ['戰略', 'zhanlve zl'],
  ])('%s', (word, typed) => {
    expect(typed.split(' ').filter((each) => rankOf(each, word) < 0)).toEqual([]);
  });

  test.each([
    ['战略', 'zhanlan zanlve zhanlie zl战 略zhan zhanlve1lve'],
    ['绿色', 'lase'],
    ['露天', 'lvtian'],
    ['银行', 'yinxia yinxg'],
    ['西安', 'xiang xin'],
  ])('%s is not found', (word, typed) => {
    expect(typed.split(' ').filter((each) => rankOf(each, word) >= 0)).toEqual([]);
  });

  test('a pattern must stand within its bounds', () => {
    const units = unitsOf('维护战略稳定');
    const [pattern] = patternsOf('zhanlve');
    if (pattern === undefined) throw new Error('no pattern');
    const places = (end: number) =>
      [0, 1, 2, 3, 4, 5, 6, 99].filter((at) => fitsAt(units, at, end, pattern, readings));
    expect(places(6)).toEqual([2]);
    expect(places(4)).toEqual([2]);
    expect(places(3)).toEqual([]);
    expect(places(999)).toEqual([2]);
  });
});
