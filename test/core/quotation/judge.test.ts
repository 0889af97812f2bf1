import { describe, expect, test } from 'vitest';
import { editsOf, judged, shipped, shippedStatement, verdictOf } from './judging.ts';

const stability = shippedStatement('cn-ru-2025-global-strategic-stability');
const law = shippedStatement('cn-ru-2025-international-law');

describe('verbatim', () => {
  test.each([
    ['a sentence', '并非所有核武器国家都奉行上述立场', '4'],
    ['with another mark at its end', '并非所有核武器国家都奉行上述立场，', '4'],
    ['between marks', '“并非所有核武器国家都奉行上述立场。”', '4'],
    ['in a block', '> 并非所有核武器国家\n> 都奉行上述立场。', '4'],
    ['with emphasis', '并非**所有**核武器国家都奉行上述立场', '4'],
    ['with a title in it', '在中俄《防止在外空放置武器、对外空物体使用或威胁使用武力条约》草案基础上', '10'],
    ['with a number in it', '双方重申恪守2022年1月3日发表的', '15'],
    ['with the source’s own brackets', '使用前沿部署的核武器和（或）其他核武器', '12'],
    ['of the statement’s title', '中俄全球战略稳定联合声明', ''],
    [
      'with words left out',
      '双方反对个别国家将外空用于武装对抗的企图……尽快启动具有法律约束力的多边文书谈判',
      '10',
    ],
    ['with words left out before and behind', '……个别国家将外空用于武装对抗的企图……', '10'],
    ['with a remark', '反对个别国家将外空[原文如此]用于武装对抗的企图', '10'],
    ['with words of the writer in place of some', '[中俄]反对个别国家将外空用于武装对抗的企图', '10'],
  ])('%s', (_, text, address) => {
    const judgement = judged(text, stability, [address === '' ? '1' : address]);
    expect(verdictOf(judgement)).toBe(`verbatim ${address}`);
    expect(editsOf(text, judgement)).toEqual([]);
  });

  test.each([
    ['half-width marks', '遗憾的是,并非所有核武器国家', '4', ['width , → ，']],
    ['traditional script', '並非所有核武器國家', '4', ['script 並 → 并', 'script 國 → 国']],
    ['corner brackets', '特别是「斩首行动」，这一动向', '6', ['marks 「 → “', 'marks 」 → ”']],
    ['a space', '并非所有 核武器国家', '4', ['spacing   → ']],
  ])('%s, and says so', (_, text, address, edits) => {
    const judgement = judged(text, stability, [address]);
    expect(verdictOf(judgement)).toBe(`verbatim ${address}`);
    expect(editsOf(text, judgement)).toEqual(edits);
  });

  test('the source is marked where the words stand', () => {
    const { place } = judged('并非所有核武器国家都奉行上述立场', stability, ['4']);
    expect(place?.spans.map(({ start, end }) => stability.source.slice(start, end))).toEqual([
      '并非所有核武器国家都奉行上述立场',
    ]);
  });

  test('over two paragraphs, if both are cited', () => {
    const text = '国际倡议/政治承诺。双方谴责将商业航天系统用于干涉主权国家内政';
    expect(verdictOf(judged(text, stability, ['10-11']))).toBe('verbatim 10-11');
    expect(verdictOf(judged(text, stability, ['10', '11']))).toBe('verbatim 10-11');
    expect(verdictOf(judged(text, stability, ['']))).toBe('verbatim 10-11');
  });

  test('without a citation, with every other place', () => {
    const { verdict, place, elsewhere } = judged('具有法律约束力的', stability, []);
    expect(verdict).toBe('verbatim');
    const places = [place, ...elsewhere].map((each) => `${each?.statement.key ?? ''}#${each?.address ?? ''}`);
    expect(places.sort()).toEqual([
      'cn-ru-2025-comprehensive-partnership#5.20',
      'cn-ru-2025-global-strategic-stability#10',
      'cn-ru-2025-global-strategic-stability#21',
    ]);
  });
});

describe('altered', () => {
  test.each([
    ['a character', '反对个别国家将太空用于武装对抗的企图', '10', ['substitution 太 → 外']],
    ['a word at the start', '赞成个别国家将外空用于武装对抗的企图', '10', ['substitution 赞成 → 反对']],
    ['a word at the end', '反对个别国家将外空用于武装对抗的做法', '10', ['substitution 做法 → 企图']],
    ['a word left out', '反对个别国家将外空用于对抗的企图', '10', ['omission  → 武装']],
    [
      'a clause left out',
      '对国际安全和全球战略稳定负有特殊责任，应放弃采取引发战略风险的举措',
      '3',
      ['omission  → 摒弃冷战思维和零和博弈，并'],
    ],
    ['a word too much', '反对个别国家将外空资源用于武装对抗的企图', '10', ['addition 资源 → ']],
    [
      'a word before the first of the paragraph',
      '中俄双方反对个别国家将外空用于武装对抗',
      '10',
      ['addition 中俄 → '],
    ],
    ['a word behind the last of it', '携手应对这一领域的共同挑战和威胁问题', '25', ['addition 问题 → ']],
    [
      'two characters apart',
      '反对个别国家将太空用于武装冲突的企图',
      '10',
      ['substitution 太 → 外', 'substitution 冲突 → 对抗'],
    ],
    [
      'a character beside words left out, which are no edit',
      '反对个别国家将太空用于武装对抗的企图……尽快启动具有法律约束力的多边文书谈判',
      '10',
      ['substitution 太 → 外'],
    ],
    [
      'a character beside a difference in form',
      '遗憾的是,并非一切核武器国家都奉行上述立场',
      '4',
      ['width , → ，', 'substitution 一切 → 所有'],
    ],
  ])('%s', (_, text, address, edits) => {
    const judgement = judged(text, stability, [address]);
    expect(verdictOf(judgement)).toBe(`altered ${address}`);
    expect(editsOf(text, judgement)).toEqual(edits);
  });

  test('the place is found where the whole statement is cited, or nothing', () => {
    const text = '双方反对个别国家将太空用于武装对抗的企图';
    expect(verdictOf(judged(text, stability, ['']))).toBe('altered 10');
    expect(verdictOf(judged(text, stability, []))).toBe('altered 10');
  });

  test('over two paragraphs', () => {
    const text = '国际倡议/政治承诺。双方批评将商业航天系统用于干涉主权国家内政';
    const judgement = judged(text, stability, ['10-11']);
    expect(verdictOf(judgement)).toBe('altered 10-11');
    expect(editsOf(text, judgement)).toEqual(['substitution 批评 → 谴责']);
  });
});

describe('misplaced', () => {
  const places = ({ elsewhere }: ReturnType<typeof judged>): string[] =>
    elsewhere.map(({ statement: { key }, address }) => `${key}#${address}`);

  test('in another paragraph', () => {
    const judgement = judged('并非所有核武器国家都奉行上述立场', stability, ['3']);
    expect(judgement.verdict).toBe('misplaced');
    expect(judgement.place).toBeUndefined();
    expect(places(judgement)).toEqual([`${stability.key}#4`]);
  });

  test('in another statement', () => {
    const judgement = judged('主权平等原则对国际关系的稳定至关重要', stability, ['3']);
    expect(judgement.verdict).toBe('misplaced');
    expect(places(judgement)).toEqual([`${law.key}#4.1`]);
  });

  test('with all places, of the cited statement first', () => {
    const judgement = judged('具有法律约束力的', stability, ['3'], [stability]);
    expect(places(judgement)).toEqual([`${stability.key}#10`, `${stability.key}#21`]);
    const everywhere = places(judged('具有法律约束力的', stability, ['3']));
    expect(everywhere).toHaveLength(3);
    expect(everywhere.slice(0, 2)).toEqual([`${stability.key}#10`, `${stability.key}#21`]);
    expect(everywhere[2]).toMatch(/^cn-ru-2025-comprehensive-partnership#/);
  });

  test('partly outside of what is cited', () => {
    const text = '国际倡议/政治承诺。双方谴责将商业航天系统用于干涉主权国家内政';
    const judgement = judged(text, stability, ['10']);
    expect(judgement.verdict).toBe('misplaced');
    expect(places(judgement)).toEqual([`${stability.key}#10-11`]);
  });
});

describe('not found', () => {
  test.each([
    ['made up in the same register', '双方一致认为应建立全球海洋安全对话机制，定期举行部长级会晤'],
    ['made up of usual words', '双方强调愿在平等和相互尊重的基础上共同维护国际金融体系稳定'],
    ['put together from two paragraphs', '全力消弭国家间的冲突，认真履行各项条款'],
    ['put together from two statements', '全力消弭国家间的冲突，不为该国创设义务或权利'],
    ['another text', '床前明月光，疑是地上霜。举头望明月，低头思故乡。'],
    ['words too few to tell', '军备竟赛'],
  ])('%s', (_, text) => {
    for (const addresses of [['10'], ['1-25'], [''], []])
      expect(judged(text, stability, addresses)).toEqual({ verdict: 'not-found', edits: [], elsewhere: [] });
  });

  test('altered words of another passage than the one that is cited', () => {
    const text = '双方反对个别国家将太空用于武装对抗的企图';
    expect(judged(text, stability, ['3']).verdict).toBe('not-found');
    expect(judged(text, law, ['']).verdict).toBe('not-found');
  });

  test('pieces that stand far apart, but where all of it is cited', () => {
    const text = '各国人民命运与共……携手应对这一领域的共同挑战和威胁';
    expect(judged(text, stability, ['3']).verdict).toBe('not-found');
    expect(verdictOf(judged(text, stability, ['']))).toBe('verbatim 2-25');
  });

  test('pieces in another order than in the source', () => {
    const text = '尽快启动具有法律约束力的多边文书谈判……将外空用于武装对抗的企图';
    expect(judged(text, stability, ['10'], shipped).verdict).toBe('not-found');
  });
});
