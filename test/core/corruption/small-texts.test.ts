import { describe, expect, test } from 'vitest';
import type { SignKind } from '../../../server/src/core/corruption/sign.ts';
import { rendered, statementOf } from './signs.ts';

function check(kind: SignKind, paragraphs: readonly string[], language?: string): string[] {
  return rendered(statementOf(paragraphs, language), { kinds: [kind] }).map((line) =>
    line.replace(`${kind} `, ''),
  );
}

const SEA = '双方将保护海洋环境，建立共同的监测站网，每年交换海水温度、盐度和洋流的数据。';
const RAIL = '双方愿修建跨境铁路，统一轨距和信号标准，并在边境设立联合检查站以缩短货物通关时间。';

describe('a repeated passage', () => {
  test('is a paragraph that stands twice', () => {
    expect(check('repeated-passage', [SEA, RAIL, SEA])).toEqual([
      '3: ⟦双方将保护海洋环…度和洋流的数据。⟧ → 1',
    ]);
  });

  test('is named once for each copy', () => {
    expect(check('repeated-passage', [SEA, SEA, SEA])).toEqual([
      '2: ⟦双方将保护海洋环…度和洋流的数据。⟧ → 1',
      '3: ⟦双方将保护海洋环…度和洋流的数据。⟧ → 1',
    ]);
  });

  test('may run over several paragraphs and differ in width and spaces', () => {
    const again = RAIL.replaceAll('，', ', ').replace('联合', '联 合');
    expect(check('repeated-passage', [SEA, RAIL, '双方将定期会晤。', SEA, again])).toEqual([
      '4: ⟦双方将保护海洋环…度和洋流的数据。⟧ → 1',
      '5: ⟦双方愿修建跨境铁…短货物通关时间。⟧ → 2',
    ]);
  });

  test('may be a long run inside a paragraph', () => {
    expect(check('repeated-passage', [`双方指出：${SEA}双方同意。`, `甲方表示。${SEA}乙方赞同。`])).toEqual([
      '2: 方表示。⟦双方将保护海洋环…度和洋流的数据。⟧ → 1',
    ]);
  });

  test('counts a third for letters', () => {
    const long =
      'The parties shall exchange data on the temperature, salinity and currents of the sea every year, by the end of March.';
    const formula = 'The parties reaffirm their commitment to the Charter of the United Nations.';
    expect(check('repeated-passage', [long, 'They agree.', long], 'en')).toHaveLength(1);
    expect(
      check(
        'repeated-passage',
        [`${formula.slice(0, -1)}, and to peace.`, `${formula.slice(0, -1)}, and to trade.`],
        'en',
      ),
    ).toEqual([]);
  });

  test.each([
    [['双方将继续合作。', SEA, '双方将继续合作。'], 'a short paragraph'],
    [
      [
        '双方支持在中俄《防止在外空放置武器、对外空物体使用或威胁使用武力条约》草案基础上谈判。',
        '这与《防止在外空放置武器、对外空物体使用或威胁使用武力条约》草案宗旨一致。',
      ],
      'the title of a treaty',
    ],
    [
      ['尊重纽伦堡国际军事法庭和远东国际军事法庭的判决。', '纽伦堡国际军事法庭和远东国际军事法庭认定罪行。'],
      'the long name of courts',
    ],
    [
      ['一', '二', '三', '四'].map(
        (number) =>
          `第${number}条 ${number}。单位犯前款罪的，对单位判处罚金，并对其直接负责的主管人员，依照前款的规定处罚。`,
      ),
      'a formula that stands in many places',
    ],
  ])('is not %j: %s', (paragraphs) => {
    expect(check('repeated-passage', paragraphs)).toEqual([]);
  });
});

describe('a spliced sentence', () => {
  test('has the end of an earlier sentence from amid a clause on', () => {
    const trade =
      '双方反对滥用出口管制等扰乱国际市场、对全球产业链供应链产生严重负面影响的单边限制措施和歧视性做法。';
    const space =
      '双方主张谈判，防止外空军备竞赛，防止对月球扰乱国际市场、对全球产业链供应链产生严重负面影响的单边限制措施和歧视性做法。';
    expect(check('spliced-sentence', [trade, SEA, space])).toEqual([
      '3: 止对月球⟦扰乱国际市场、对…施和歧视性做法。⟧ → 1',
    ]);
  });

  test('is the one whose beginning leads on to something else elsewhere', () => {
    const space =
      '双方主张谈判，防止对外空物体扰乱国际市场、对全球产业链供应链产生严重负面影响的单边限制措施和歧视性做法。';
    const trade = '双方反对扰乱国际市场、对全球产业链供应链产生严重负面影响的单边限制措施和歧视性做法。';
    expect(check('spliced-sentence', [space, '双方禁止对外空物体使用武力。', trade])).toEqual([
      '1: 外空物体⟦扰乱国际市场、对…施和歧视性做法。⟧ → 3',
    ]);
  });

  test('ends with the last clause of a paragraph near by', () => {
    expect(
      check('spliced-sentence', [
        '双方呼吁消除国家间的矛盾，两国渔业资源日益枯竭。',
        '各国应当消除国家间的矛盾和壁垒。',
        '遗憾的是，捕捞没有节制，两国渔业资源日益枯竭。',
      ]),
    ).toEqual(['1: 的矛盾，⟦两国渔业资源日益枯竭。⟧ → 3']);
  });

  test.each([
    [['双方将共同努力，推动构建人类命运共同体。', '双方愿加强协作，推动构建人类命运共同体。'], 'a formula'],
    [['双方重视渔业，资源日益枯竭。', '双方重视林业，资源日益枯竭。'], 'a short clause'],
    [
      ['双方加强版权保护方面的经验交流与实践分享。', '双方推进知识产权保护的经验交流与实践分享。'],
      'an end that is no clause of its own',
    ],
  ])('is not %j: %s', (paragraphs) => {
    expect(check('spliced-sentence', paragraphs)).toEqual([]);
  });

  test('has 在内 without 包括', () => {
    expect(
      check('spliced-sentence', ['双方重申发展议题全面正常运转在内的话题。双方支持包括贸易在内的合作。']),
    ).toEqual(['1: ⟦双方重申发展议题全面正常运转在内⟧']);
    expect(
      check('spliced-sentence', ['包括粮食、能源在内的安全，不干涉在内政问题上的立场，在内部讨论。']),
    ).toEqual([]);
  });

  test('may end in another statement, which speaks of something else', () => {
    const end = '秩序、对全球产业链供应链产生严重负面影响的非法单边限制措施和歧视性做法。';
    const yi = statementOf(
      [`双方反对滥施关税和滥用出口管制等扰乱国际经贸${end}`, '双方合作。'],
      'zh-CN',
      'yi',
    );
    const space = statementOf([
      `双方反对将外空用于武装对抗，主张尽快启动谈判，防止对外空物体扰乱国际经济${end}`,
      '双方会晤。',
    ]);
    const revised = statementOf([`双方强调，反对滥施关税、滥用出口管制和次级制裁等扰乱国际经济${end}`]);
    expect(rendered(space, { others: [space, yi] })).toEqual([
      'spliced-sentence 1: 国际经济⟦秩序、对全球产业…施和歧视性做法。⟧ → yi 1',
    ]);
    expect(rendered(space)).toEqual([]);
    expect(rendered(revised, { others: [revised, yi] })).toEqual([]);
  });
});

describe('a foreign word', () => {
  test.each([
    [['联合文件精神 and 其中所阐述的原则。'], ['1: 件精神 ⟦and⟧']],
    [['按照规则and原则办理。'], ['1: 按照规则⟦and⟧']],
    [['推动合作 и 交流不断深入。'], ['1: 动合作 ⟦и⟧']],
    [
      ['双方将认真落实有关各方 in accordance with 已经达成的协议和共识。'],
      ['1: 关各方 ⟦in accordance with⟧'],
    ],
  ])('%j', (paragraphs, signs) => {
    expect(check('foreign-word', paragraphs)).toEqual(signs);
  });

  test.each([
    ['支持二十国集团（G20）、APEC、AI和5G发展。', 'acronyms'],
    ['与Microsoft、iPhone和World Bank合作。', 'names'],
    ['距离 100 km 以内，功率 5 kw 以上。', 'units'],
    [
      '实施“open data”计划，人工智能（artificial intelligence）治理，《and》一书。',
      'quoted, bracketed, titles',
    ],
    ['详见 https://example.org/and/the 网页，邮箱 a@example.org。', 'addresses'],
    ['The parties 合作 and agree 双方 on trade 贸易 and peace。', 'a paragraph of two languages'],
  ])('is none in %j: %s', (paragraph) => {
    expect(check('foreign-word', [paragraph])).toEqual([]);
  });

  test('is looked for in Chinese only', () => {
    expect(check('foreign-word', ['The 中方 and 俄方 agree.'], 'en')).toEqual([]);
  });
});

describe('unbalanced marks', () => {
  test.each([
    [['维护《不扩散核武器条约》《禁止'], ['1: 器条约》⟦《⟧']],
    [['生物武器公约》等文书。'], ['1: 武器公约⟦》⟧']],
    [['双方（以下称“双方”声明如下：'], ['1: 双方⟦（⟧']],
    [['推动“上海精神深入人心。', '双方同意。'], ['1: 推动⟦“⟧']],
    [['推动上海精神”深入人心。'], ['1: 上海精神⟦”⟧']],
    [['《各国依〈联合国宪章》建立友好关系》。'], ['1: 《各国依⟦〈⟧', '1: 友好关系⟦》⟧']],
  ])('%j', (paragraphs, signs) => {
    expect(check('unbalanced-marks', paragraphs)).toEqual(signs);
  });

  test.each([
    [['“美国金穹（曾为‘铁穹’）”计划(草案）。'], 'nested marks, brackets of two widths'],
    [['甲方说：“中方坚持原则。', '“双方应当对话。”'], 'a quotation whose paragraphs all begin with the mark'],
    [['甲方说：“中方坚持原则。', '双方应当对话。”'], 'a quotation that the last paragraph closes'],
    [['双方同意：1)扩大贸易；2）便利签证；a) 加强往来。'], 'enumerators'],
    [['遵守People’s Republic of China的法律。'], 'an apostrophe'],
  ])('are none in %j: %s', (paragraphs) => {
    expect(check('unbalanced-marks', paragraphs)).toEqual([]);
  });

  test('in English are brackets only', () => {
    expect(check('unbalanced-marks', ['The parties’ “efforts (see above, continue.'], 'en')).toEqual([
      '1: rts ⟦(⟧',
    ]);
  });
});

describe('a paragraph that breaks off', () => {
  test.each([
    [['某些国家在境外部署导弹，双方认为有关计划'], ['1: 署导弹，⟦双方认为有关计划⟧']],
    [
      ['双方将加强多边平台框架内各项有关合作，', '双方扩大互派留学生规模。'],
      ['1: 将加强多⟦边平台框架内各项有关合作，⟧'],
    ],
    [['为两国申请人提供优质的服务。在数字经济、', '双方合作。'], ['1: 的服务。⟦在数字经济、⟧']],
    [['的权利，并有义务善意履行国际法。'], ['1: ⟦的⟧']],
    [['，推动缓和紧张局势。'], ['1: ⟦，⟧']],
  ])('%j', (paragraphs, signs) => {
    expect(check('broken-off', paragraphs)).toEqual(signs);
  });

  test('is found in English', () => {
    expect(
      check(
        'broken-off',
        ['The parties agree to exchange data every year, and to meet', 'They will meet again.'],
        'en',
      ),
    ).toHaveLength(1);
  });

  test.each([
    [['深化务实合作', '双方同意，继续合作。'], 'a heading'],
    [
      ['——扩大农产品贸易，便利货物通关和人员往来', '——推进互联互通，建设跨境铁路和公路网络'],
      'a list without marks',
    ],
    [
      ['——扩大农产品贸易，便利货物通关和人员往来；', '——推进互联互通，建设跨境铁路和公路网络。'],
      'a list with ；',
    ],
    [
      ['回顾其关于裁军的各项以往决议和主席声明，', '欢迎各方为此作出的外交努力和实际贡献，', '决定如下：'],
      'a preamble',
    ],
    [['双方同意，实现“主动抑制发射。”'], 'a mark within quotation marks'],
    [['双方同意，实现“主动抑制发射”。（完）'], 'a remark behind the last sentence'],
    [['双方同意，继续就此保持密切沟通。[12]', '双方同意，继续就此保持密切沟通。③'], 'a note'],
    [['| 中华人民共和国主席，国家元首 | 俄罗斯联邦总统，国家元首 |'], 'a table'],
    [['的确，双方关系良好。'], '的确'],
  ])('is none of %j: %s', (paragraphs) => {
    expect(check('broken-off', paragraphs)).toEqual([]);
  });
});

describe('a doubled word', () => {
  test.each([
    ['加强自然保护区管理管理经验交流。', ['1: 然保护区⟦管理管理⟧']],
    ['可持续发展的的重要因素。', ['1: 持续发展⟦的的⟧']],
    ['对其其他国家构成威胁。', ['1: 对⟦其其⟧']],
    ['开展展览展展、语言教学。', ['1: 开展⟦展览展展⟧']],
    ['反对歪曲、歪曲和篡改历史。', ['1: 反对⟦歪曲、歪曲⟧']],
    ['双方不不同意。', ['1: 双方⟦不不⟧']],
    ['维护全球战略稳定全球战略稳定的基础。', ['1: 维护⟦全球战略稳定全球战略稳定⟧']],
  ])('%s', (paragraph, signs) => {
    expect(check('doubled-word', [paragraph])).toEqual(signs);
  });

  test.each([
    '人人享有、家家户户、世世代代、方方面面、实实在在、一次一次。',
    '开展展览展示，合作作出贡献，发展展现活力，各国国家元首，扩大大会规模。',
    '为了了解情况，与与会国合作，存在在建项目，达到政治目的的行为，推动和平和平等。',
    '自二〇二〇年起，联合国及其其他机构，反对对别国施压，应对对方关切。',
    '经济合作、合作机制和合作项目，的的确确。',
  ])('is none in %s', (paragraph) => {
    expect(check('doubled-word', [paragraph])).toEqual([]);
  });

  test('is found in other scripts', () => {
    expect(
      check('doubled-word', ['The purposes of the the Charter, Baden Baden, that that is.'], 'en'),
    ).toEqual(['1:  of ⟦the the⟧']);
    expect(check('doubled-word', ['Растёт в в мире напряжённость.'], 'ru')).toEqual(['1: тёт ⟦в в⟧']);
  });
});
