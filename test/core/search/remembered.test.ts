// What people remember of the shipped statements, and the passage that they mean.

import { describe, expect, test } from 'vitest';
import { indexOf, shipped } from './shipped-index.ts';
import { statement } from './statements.ts';

const index = await indexOf([
  ...shipped,
  statement(
    'parties-2019-arms',
    'Joint Statement on Arms',
    '2019-06-05',
    'The Parties met in the café of the Straße hotel.\n\nThe Parties reaffirm STRATEGIC Stability.',
  ),
  statement(
    'storony-2019-mir',
    'Совместное заявление',
    '2019-06-05',
    'Стороны подтверждают стратегическую стабильность.\n\nЁлка ещё зелёная; стра\u0301ны согласны.',
  ),
]);

/** `partnership 6.4`: what the key ends in, and the address. */
async function found(query: string): Promise<string[]> {
  const { hits } = await index.search(query, 10);
  return hits.map(({ key, address }) => `${key.split('-').at(-1) ?? ''} ${address}`);
}

/** A query, the first hit, and the next ones where they are determined too. */
function remember(name: string, rows: readonly (readonly [query: string, ...expected: string[]])[]): void {
  describe(name, () => {
    test.each(rows.map(([query, ...expected]) => ({ query, expected })))(
      '$query → $expected',
      async ({ query, expected }) => {
        expect((await found(query)).slice(0, expected.length)).toEqual(expected);
      },
    );
  });
}

remember('exact words', [
  ['斩首行动', 'stability 6'],
  ['长臂管辖', 'law 8.1'],
  ['黑瞎子岛', 'coordination 2.18', 'coordination 2.20'],
  ['和平共处五项原则', 'law 3.1'],
  ['致命性自主武器系统', 'stability 20'],
  ['靖国神社', 'partnership 1.8'],
  ['上海精神', 'partnership 6.4', 'situation 9.1'],
  ['纽伦堡国际军事法庭', 'partnership 1.5', 'partnership 1.6', 'partnership 1.7'],
  ['人类命运共同体', 'coordination 4.5', 'partnership 5.11', 'law 3.1', 'situation 9.3'],
  ['strategic stability', 'arms 2'],
  ['стратегическую стабильность', 'mir 1'],
]);

remember('words as they are typed', [
  ['斩', 'coordination 4.20', 'stability 6'],
  ['斩首', 'coordination 4.20', 'stability 6'],
  ['斩首行', 'stability 6'],
  ['铁', 'coordination 2.22'],
  ['铁穹', 'stability 8'],
  ['徐', 'coordination 2.14'],
  ['塑', 'partnership 5.20'],
  ['塑料', 'partnership 5.20'],
  ['strat', 'arms 2'],
  ['caf', 'arms 1'],
]);

remember('one wrong, missing or extra character', [
  ['斩手行动', 'stability 6'],
  ['斩首的行动', 'stability 6'],
  ['长臂管理', 'law 8.1'],
  ['黑瞎子到', 'coordination 2.18', 'coordination 2.20'],
  ['致命自主武器', 'stability 20'],
  ['致命性自主自武器', 'stability 20'],
  ['人类命运共通体', 'coordination 4.5', 'partnership 5.11', 'law 3.1', 'situation 9.3'],
  ['和平共处五项远则', 'law 3.1'],
  ['第2785号决议', 'coordination 4.11'],
  ['纽伦堡国际军事法亭', 'partnership 1.5', 'partnership 1.6', 'partnership 1.7'],
  ['stratgic', 'arms 2'],
  ['strategic stabilty', 'arms 2'],
  ['стабилность', 'mir 1'],
]);

remember('words apart, in any order', [
  ['金穹 势均力敌', 'coordination 4.21', 'stability 8'],
  ['势均力敌 金穹', 'coordination 4.21', 'stability 8'],
  ['大熊猫 金丝猴', 'coordination 2.28'],
  ['金丝猴 东北虎 大熊猫', 'coordination 2.28'],
  ['海洋 塑料', 'partnership 5.20'],
  ['以色列 巴勒斯坦', 'partnership 10.6'],
  ['朝鲜 图们江', 'coordination 2.20'],
  ['签署 普京', 'partnership 0.1'],
  ['日本 化学武器', 'stability 22'],
  ['stability parties', 'arms 2'],
]);

remember('a long quotation, errors included', [
  ['国际条约未经第三国同意，不得为该国创设义务和权利', 'law 5.1'],
  ['某些核武国家在境外部署路基中短程导弹的计划与行动令人关切', 'stability 7'],
  [
    '双方一致认为塑料污染是塑料废弃物在环境中不当泄露造成的，决心在尊重各国国情和主权基础上',
    'partnership 5.20',
  ],
  [
    '美国、英国、澳大利亚通过三方安全伙伴关系，企图将两个核武国家用于保障其核力量的设施建立在',
    'stability 19',
  ],
  [
    '双方愿加强跨境交通基础设施建设，提高中俄跨境客货运的效率，继续组织使用无人驾驶技术的货物运输',
    'coordination 2.21',
  ],
  ['任何国家的发展模式均不应视为特殊或更优越', 'law 7.1'],
]);

remember('punctuation of any width, or none', [
  ['互信,互利,平等,协商,尊重多样文明,谋求共同发展', 'partnership 6.4', 'situation 9.1'],
  ['互信互利平等协商尊重多样文明谋求共同发展', 'partnership 6.4', 'situation 9.1'],
  ['互信、互利、平等、协商、尊重多样文明、谋求共同发展', 'partnership 6.4', 'situation 9.1'],
  ['美国金穹(曾为"铁穹")计划', 'stability 8'],
  ['“单一窗口”', 'coordination 2.17'],
  ['２０２４－２０２５年“中俄文化年”', 'coordination 3.7', 'partnership 4.8'],
  ['核战争打不赢，也打不得', 'stability 15'],
]);

remember('traditional characters', [
  ['戰略穩定', 'coordination 4.17', 'coordination 4.21', 'partnership 8.1'],
  ['長臂管轄', 'law 8.1'],
  ['臺灣獨立', 'coordination 4.12', 'partnership 2.5'],
  ['黑瞎子島', 'coordination 2.18'],
  ['五個核武器國家領導人', 'coordination 4.19', 'partnership 8.4', 'stability 15'],
  ['斬手行動', 'stability 6'],
]);

remember('pinyin', [
  ['zlwd', 'coordination 4.17', 'coordination 4.21', 'partnership 8.1'],
  ['zhanlüewending', 'coordination 4.17', 'coordination 4.21', 'partnership 8.1'],
  ['zhanlve wending', 'coordination 4.17', 'coordination 4.21', 'partnership 8.1'],
  ['zhàn lüè wěn dìng', 'coordination 4.17', 'coordination 4.21', 'partnership 8.1'],
  ['zhanshouxingdong', 'stability 6'],
  ['斩首xd', 'stability 6'],
  ['cbgx', 'law 8.1'],
  ['长臂guanxia', 'law 8.1'],
  ['heixiazidao', 'coordination 2.18', 'coordination 2.20'],
  ['jinqiong shijunlidi', 'coordination 4.21', 'stability 8'],
  ['2017 zlwd', 'situation 1.1'],
  ['2.18 heixiazidao', 'coordination 2.18'],
]);

remember('numbers in other writings', [
  ['二十一世纪', 'coordination 1.1', 'partnership 5.9'],
  ['21世纪', 'partnership 5.9', 'coordination 1.1'],
  ['二〇二二年一月三日', 'coordination 4.19', 'partnership 8.4', 'stability 15'],
  ['二○二二年1月3日', 'coordination 4.19', 'partnership 8.4', 'stability 15'],
  ['第十一届部长级会议', 'situation 8.1'],
  ['第十四届部长级会议', 'partnership 7.5'],
  ['三十周年', 'coordination 1.1'],
  ['第二七五八号决议', 'coordination 4.11'],
]);

remember('an address, alone or with part of a title', [
  ['2.40', 'coordination 2.40'],
  ['§ 2 ¶ 40', 'coordination 2.40'],
  ['第二部分第40段', 'coordination 2.40'],
  ['九.1', 'partnership 9.1', 'law 9.1', 'situation 9.1'],
  ['九.1 世界形势', 'situation 9.1'],
  ['世界形势 九.1', 'situation 9.1'],
  ['8.1 国际法权威', 'law 8.1'],
  ['第8段 全球战略稳定', 'stability 8'],
  ['五.3 2017', 'situation 5.3'],
  ['0.1 伙伴关系', 'partnership 0.1'],
]);

remember('filters: a year, a key, a word of the title, a language', [
  ['冷战思维', 'partnership 8.2', 'stability 3', 'situation 1.1'],
  ['2017 冷战思维', 'situation 1.1'],
  ['冷战思维 2017年', 'situation 1.1'],
  ['2025 冷战思维', 'partnership 8.2', 'stability 3'],
  ['2025年5月 上海精神', 'partnership 6.4'],
  ['2017-07-04 上海精神', 'situation 9.1'],
  ['global 冷战思维', 'stability 3'],
  ['cn-ru-2017 上海精神', 'situation 9.1'],
  ['law 和平解决争端', 'law 10.1'],
  ['世界形势 上海精神', 'situation 9.1'],
  ['中文 上海精神', 'partnership 6.4', 'situation 9.1'],
  ['chinese 长臂管辖', 'law 8.1'],
  ['2017 冷战思唯', 'situation 1.1'],
]);

remember('case, accents and ё', [
  ['STRASSE', 'arms 1'],
  ['cafe', 'arms 1'],
  ['CAFÉ', 'arms 1'],
  ['Strategic STABILITY', 'arms 2'],
  ['елка', 'mir 2'],
  ['ЕЩЕ ЗЕЛЕНАЯ', 'mir 2'],
  ['страны', 'mir 2'],
]);

remember('a title alone', [
  ['中俄维护国际法权威联合声明', 'law 1.1'],
  ['joint statement on arms', 'arms 1'],
]);

describe('what is nowhere', () => {
  test.each([
    ['2026 冷战思维', 'partnership 8.2'],
    ['english 长臂管辖', 'law 8.1'],
    ['东北虎和大熊猫的保护', 'coordination 2.28'],
  ])('%s: the nearest is offered and called so: %s', async (query, expected) => {
    expect((await index.search(query, 10)).isNear).toBe(true);
    expect((await found(query))[0]).toBe(expected);
  });

  test.each(['量子计算机', 'нейтрино', 'iiiiii', '九.99'])('%s: nothing', async (query) => {
    expect(await found(query)).toEqual([]);
  });
});
