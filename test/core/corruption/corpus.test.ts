import { describe, expect, test } from 'vitest';
import { checkCorruption } from '../../../server/src/core/corruption/check-corruption.ts';
import type { Statement } from '../../../server/src/core/statement/model.ts';
import { corpusFile, parsed, rendered } from './signs.ts';

const edited = [
  'cn-ru-2017-world-situation',
  'cn-ru-2025-comprehensive-partnership',
  'cn-ru-2025-global-strategic-stability',
  'cn-ru-2025-international-law',
  'cn-ru-2026-comprehensive-coordination',
].map((key) => parsed(`${key}.statement.md`, corpusFile(`statements/${key}.statement.md`)));

const [A, B, C, D, E] = [
  '001_0c5f77757cb6d9ee.txt',
  '000_b94e3d6e5a76abc0.txt',
  '002_e2ed939b4626dd69.txt',
  '003_34e1f9dcdff7bff3.txt',
  '004_b53941ea88822be2.txt',
] as const;

/** A received file, or some of its lines, counted from 1. */
function source(name: string, from = 1, to = Infinity): Statement {
  return parsed(
    name,
    corpusFile(`sources/${name}`)
      .split('\n')
      .slice(from - 1, to)
      .join('\n'),
  );
}

/** Every expectation is read from the sources: what a reader stumbles over there, as far as a machine can. */
describe('the shipped statements', () => {
  test.each([
    // The witness ends in 双方.
    ['cn-ru-2017-world-situation', ['broken-off 10.1: 续提升。⟦双方⟧']],
    // An item that ends with a comma; the next one begins anew.
    ['cn-ru-2025-comprehensive-partnership', ['broken-off 4.4: 合作组织⟦等多边平台框架内有关合作，⟧']],
    ['cn-ru-2025-global-strategic-stability', []],
    ['cn-ru-2025-international-law', []],
    [
      'cn-ru-2026-comprehensive-coordination',
      [
        'doubled-word 2.28: 保护区地⟦管理管理⟧',
        'doubled-word 3.7: 用，开展⟦展览展展⟧',
        'doubled-word 4.10: 任何企图⟦歪曲、歪曲⟧',
        'doubled-word 4.20: 和行动对⟦其其⟧',
        'broken-off 4.21: 否定了战⟦略进攻性与战略防御性武器，⟧',
      ],
    ],
  ])('%s', (key, signs) => {
    const statement = edited.find((each) => each.key === key);
    expect(statement && rendered(statement, { others: edited })).toEqual(signs);
  });
});

describe('the received files', () => {
  test('the sound witness of the strategic-stability statement shows nothing', () => {
    expect(rendered(source(A), { others: edited })).toEqual([]);
    expect(checkCorruption(source(A), edited)).toEqual([]);
  });

  test('the newspaper page shows its splices, breaks and foreign words', () => {
    expect(rendered(source(B), { others: edited })).toEqual([
      'foreign-word 0.1: 件精神 ⟦and⟧',
      'spliced-sentence 0.2: 的冲突，⟦发生核冲突的风险上升。⟧ → 0.4', // line 7, from line 11
      'broken-off 0.6: 国家在境⟦外部署陆基中程导弹的计划⟧', // line 15
      'spliced-sentence 0.10: 外空物体⟦严重破坏国际经济…边保护主义措施。⟧ → 7.5', // line 23, from line 63
      'broken-off 7.3: 还能作为⟦中间产品和终端产品生产者⟧', // line 59
      'unbalanced-marks 8.7: 器条约》⟦《⟧', // line 89, and below, line 103: the page jumps
      'broken-off 8.7: 条约》《⟦禁止⟧',
      'unbalanced-marks 9.5.2: 武器公约⟦》⟧',
      'broken-off 9.9.10: 的方针，⟦切实采取措⟧', // line 137
      'broken-off 9.9.11: ⟦的⟧', // line 139
      'foreign-word 9.9.11: 的规则 ⟦and⟧',
      'doubled-word 9.10.6: 持续发展⟦的的⟧',
    ]);
  });

  test('its part of the strategic-stability statement shows both splices if the other statements are there', () => {
    const part = source(B, 3, 23);
    const own = ['foreign-word 1: 件精神 ⟦and⟧', 'spliced-sentence 2: 的冲突，⟦发生核冲突的风险上升。⟧ → 4'];
    const broken = 'broken-off 6: 国家在境⟦外部署陆基中程导弹的计划⟧';
    expect(rendered(part)).toEqual([...own, broken]);
    expect(rendered(part, { others: edited })).toEqual([
      ...own,
      broken,
      'spliced-sentence 10: 国际经济⟦秩序、对全球产业…边保护主义措施。⟧ → cn-ru-2025-comprehensive-partnership 7.4',
    ]);
  });

  test('002 shows where it runs in a circle, its page breaks and its doubled words', () => {
    expect(rendered(source(C), { others: edited })).toEqual([
      'broken-off 2.14: 域合作,⟦逐步⟧', // line 49
      'doubled-word 2.29: 保护区地⟦管理管理⟧',
      'broken-off 2.36: 治环境。⟦在数字经济、⟧', // line 93
      'foreign-word 2.42: 北地区 ⟦and⟧',
      'doubled-word 3.7: 用,开展⟦展览展展⟧',
      'broken-off 3.9: 统医学、⟦药品和⟧', // line 127
      'broken-off 4.7: ”倡议,⟦该倡议旨在实现本地⟧', // line 171
      'doubled-word 4.11: 任何企图⟦歪曲、歪曲⟧',
      'doubled-word 4.21: 和行动对⟦其其⟧',
      'spliced-sentence 4.22: 盘否定了⟦战略进攻性与战略…家间的紧张关系。⟧ → 4.20', // line 201
      'repeated-passage 4.22: 张关系。⟦呼吁其他签署20…充分遵守其规定。⟧ → 4.20',
      'repeated-passage 4.23: ⟦双方指出,某些核…责,将联手应对。⟧ → 4.21', // line 203, from line 199
      'doubled-word 4.23: 和行动对⟦其其⟧',
    ]);
  });

  test('003 shows its page break and its end', () => {
    expect(rendered(source(D), { others: edited })).toEqual([
      'broken-off 6.1: 信息通信⟦技术安全问题上发挥关键作⟧',
      'broken-off 9.1.1: 续提升。⟦双方⟧',
    ]);
  });

  test('004 shows the paragraph that it gives three times, its page breaks and the splice at its end', () => {
    expect(rendered(source(E), { others: edited })).toEqual([
      'broken-off 2.3: 互契合,⟦构成⟧', // line 37
      'broken-off 4.4: 合作组织⟦等多边平台框架内有关合作,⟧',
      'repeated-passage 5.21: ⟦双方一致认为,塑…包括海洋污染)。⟧ → 5.20',
      'repeated-passage 5.22: ⟦双方一致认为,塑…包括海洋污染)。⟧ → 5.20',
      'broken-off 5.27: 东道主,⟦相互支持对方办好⟧', // line 159
      'spliced-sentence 7.6: 话机制,⟦重申发展议题全面正常运转在内⟧', // line 183
      'broken-off 7.6: 的话题,⟦推进包括恢复⟧',
    ]);
  });
});
