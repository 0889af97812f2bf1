import { beforeAll, describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import type { Provenance } from '../../server/src/service/provenance.ts';
import type { Service } from '../../server/src/service/service.ts';
import { shippedCorpusWorld, sourceLine } from './sources.ts';
import { sources, trade, TRADE, tradeWorld } from './trade-corpus.ts';
import { createWorld, noteWithCursor, SHIPPED, show, type World } from './workspace.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const PARTNERSHIP = 'cn-ru-2025-comprehensive-partnership';
const A = 'file:///corpus/sources/one.txt';
const B = 'file:///corpus/sources/two.txt';

/** The parts of a hover between blank lines, of a statement file at the first place of some words. */
async function hoverIn(service: Service, uri: string, text: string, words: string): Promise<string[]> {
  const hover = await service.hover(createDraft(uri, text), text.lastIndexOf(words), { maxCharacters: 99 });
  return hover?.contents.split('\n\n') ?? [];
}

async function hoverCitation({ service }: World, citation: string): Promise<string[]> {
  const { draft, offset } = noteWithCursor(citation);
  const hover = await service.hover(draft, offset, { maxCharacters: 99 });
  return hover?.contents.split('\n\n').slice(1, -1) ?? [];
}

describe('hovering a paragraph of a statement file', () => {
  test('shows its address, its witnesses, and what they have there', async () => {
    const { service } = await tradeWorld();
    expect(await hoverIn(service, TRADE, trade, '并简化')).toEqual([
      '**第1段** · `1`',
      `**A** [one.txt, line 5](${A}#L5)  \n**B** [two.txt, lines 2–3](${B}#L2)`,
      'Variants\n- 年前开放〔三〕个口岸，: A as here, B “四” (other words). 三字从证本A。',
      'Doubts\n- “三个口岸”. 数目待考。',
    ]);
    expect(await hoverIn(service, TRADE, trade, '会晤')).toEqual([
      '**第2段** · `2`',
      `**A** [one.txt, line 7](${A}#L7)  \n**B** [two.txt, line 4](${B}#L4)`,
      expect.stringMatching(/^Variants\n- .*: A as here, B “定期” \((?:added|repeated)\)$/u) as string,
      'Emendations\n- “研究和办理”, in the witness “研究and办理”. 中文句内误作英文“and”。',
    ]);
  });

  test('shows nothing in the front matter, and the address alone without witnesses', async () => {
    const { service } = await tradeWorld();
    expect(await hoverIn(service, TRADE, trade, 'regularised')).toEqual([]);
    const uri = 'file:///notes/a.statement.md';
    const text = '---\nid: a\ntitle: 题\n---\n\n一、甲。\n\n乙。\n';
    const plain = await createWorld({ [uri]: text });
    expect(await hoverIn(plain.service, uri, text, '乙。')).toEqual(['**第一部分第2段** · `1.2`']);
  });

  test('says which witness lacks it, and cuts a long list with a sign', async () => {
    const many = '甲丙戊庚壬子寅辰午申'.split('').map((word) => `双方${word}同意各项安排的内容`);
    const others = many.map((words) => words.replace('各', '诸'));
    const text = trade
      .replace(/\n\n双方同意[^]*$/, `\n\n${many.join('，')}。\n\n双方将定期会晤。\n`)
      .replace(/emendations:[^]*?\n---/, 'emendations: []\n---')
      .replace('[[3, 7]]', '[[1, 3]]')
      .replace('[[1, 4]]', '[[1, 2]]');
    const { service } = await tradeWorld({
      [TRADE]: text,
      [A]: `甲国和乙国关于边境贸易的联合声明\n${many.join('，')}。\n双方将定期会晤。`,
      [B]: `甲国和乙国关于边境贸易的联合声明\n${others.join('，')}。`,
    });
    const [, , variants = ''] = await hoverIn(service, TRADE, text, '双方甲');
    expect(variants.split('\n')).toHaveLength(8);
    expect(variants).toMatch(/\n- … and 4 more doubtful places$/);
    expect((await hoverIn(service, TRADE, text, '会晤'))[1]).toContain('**B** lacks this passage');
  });
});

describe('hovering a citation', () => {
  test('says in one line where witnesses differ, and where the text is emended or doubtful', async () => {
    const world = await tradeWorld();
    expect(await hoverCitation(world, '[@trade，第1段|]')).toEqual([
      '**第1段**',
      '> 双方同意在2020年前开放三个口岸，并简化通关手续。',
      '⚠ The witnesses differ: 年前开放〔三〕个口岸，: B “四”  \n⚠ Doubtful: “三个口岸”. 数目待考。',
    ]);
    expect((await hoverCitation(world, '[@trade，第2段|]')).at(-1)).toMatch(
      /^⚠ The witnesses differ: .* {2}\n⚠ Emended: /u,
    );
  });

  test('says nothing of marks, spaces and the division into paragraphs', async () => {
    const same = sources[B].replace('四', '三').replace('定期定期', '定期').replace('and', 'and');
    const world = await tradeWorld({
      [B]: same,
      [TRADE]: trade.replace(/variants:[^]*?\n---/, 'variants: []\n---'),
    });
    expect(await hoverCitation(world, '[@trade，第1段|]')).toEqual([
      '**第1段**',
      '> 双方同意在2020年前开放三个口岸，并简化通关手续。',
    ]);
  });

  test('follows its sources', async () => {
    const world = await tradeWorld();
    const warnings = async (): Promise<string> =>
      (await hoverCitation(world, '[@trade，第1段|]')).at(-1) ?? '';
    expect(await warnings()).toContain('B “四”');
    await world.files.write(B, sources[B].replace('四', '五'));
    expect(await warnings()).toContain('B “五”');
    await world.files.remove(B);
    expect(await warnings()).not.toContain('witnesses');
  });

  test('waits for sources, and asks for them once', async () => {
    const world = await tradeWorld();
    const gate = world.files.hold();
    const first = hoverCitation(world, '[@trade，第1段|]');
    const second = hoverCitation(world, '[@trade，第1段|]');
    for (let i = 0; i < 4; i++) await gate.release(gate.held.at(-1));
    await gate.release();
    expect((await first).at(-1)).toContain('B “四”');
    expect(await second).toEqual(await first);
    expect(gate.held.filter((uri) => uri === B).length).toBeLessThanOrEqual(1);
  });
});

describe('diagnostics of a statement file', () => {
  async function check(world: World, uri: string, text: string): Promise<string[]> {
    const findings = await world.service.diagnostics(createDraft(uri, text), {
      unknownKey: 'off',
      doubtfulPlaces: 'information',
    });
    return findings.map(
      ({ range, code, severity, related = [] }) =>
        `${show(range)} ${severity} ${code}${related.map((each) => ` → ${each.uri.split('/').at(-1) ?? ''} ${show(each.range)} ${each.message}`).join('')}`,
    );
  }

  test('name doubtful places, with the lines of the witnesses beside them', async () => {
    const world = await tradeWorld();
    expect(await check(world, TRADE, trade)).toEqual([
      '24:14-24:15 information variant → one.txt 5:16-5:17 A as here → two.txt 2:14-2:15 B “四”',
      '24:14-24:18 information doubt',
      expect.stringMatching(
        /^26:\d-26:\d information variant → one.txt .* A as here → two.txt 4:\d-4:\d B “定期”$/u,
      ) as string,
    ]);
  });

  test('are as grave as the setting says, and none if it says off', async () => {
    const { service } = await tradeWorld();
    const draft = createDraft(TRADE, trade);
    const hints = await service.diagnostics(draft, { unknownKey: 'off', doubtfulPlaces: 'hint' });
    expect(new Set(hints.map(({ severity }) => severity))).toEqual(new Set(['hint']));
    expect(await service.diagnostics(draft, { unknownKey: 'off', doubtfulPlaces: 'off' })).toEqual([]);
  });
});

describe('where a passage comes from', () => {
  const provenance = async (world: World, key: string, address: string): Promise<string[]> =>
    ((await world.service.provenance(key, address)) as Provenance).witnesses.map(
      ({ siglum, source, ranges }) => [siglum, source, ...ranges.map(show)].join(' '),
    );

  test('is told by witness and place', async () => {
    const world = await tradeWorld();
    expect(await provenance(world, 'trade', '1')).toEqual(['A one.txt 5:1-5:29', 'B two.txt 2:1-3:6']);
    expect(await provenance(world, 'trade', '')).toEqual(['A one.txt 3:1-7:17', 'B two.txt 1:1-4:19']);
    expect(await world.service.provenance('trade', '9')).toEqual({
      refused: '“9” is not in the statement 甲国和乙国关于边境贸易的联合声明. The nearest passage is 第2段.',
    });
    expect(await world.service.provenance('nobody', '')).toMatchObject({
      refused: expect.any(String) as string,
    });
  });

  test('is found in the folder of the statement or one above it, never outside the folder of sources', async () => {
    const statement = trade.replace('source: two.txt', 'source: ../../secret.txt');
    const world = await tradeWorld({
      'file:///corpus/secret.txt': sources[B],
      'file:///secret.txt': sources[B],
      [TRADE]: statement,
    });
    expect(await provenance(world, 'trade', '1')).toEqual(['A one.txt 5:1-5:29']);
  });
});

describe('texts to compare', () => {
  test('are regularised alike, with a line for each paragraph and declared emendations not made', async () => {
    const { service } = await tradeWorld();
    const text = async (address: string, siglum?: string): Promise<string | undefined> =>
      (await service.witnessText('trade', address, siglum))?.text;
    expect(await text('1')).toBe('双方同意在2020年前开放三个口岸，并简化通关手续。\n');
    expect(await text('1', 'A')).toBe('双方同意在2020年前开放三个口岸，并简化通关手续。\n');
    expect(await text('1', 'B')).toBe('双方同意在2020年前开放四个口岸，并简化通关手续。\n');
    expect(await text('', 'B')).toBe(
      '甲国和乙国关于边境贸易的联合声明\n双方同意在2020年前开放四个口岸，并简化通关手续。\n双方将定期定期会晤，研究and办理。\n',
    );
    expect(await text('2')).toBe('双方将定期会晤，研究和办理。\n');
    expect(await text('9')).toBeUndefined();
    expect(await text('1', 'C')).toBeUndefined();
  });
});

describe('the shipped corpus', () => {
  let world: World;
  beforeAll(async () => {
    world = await shippedCorpusWorld();
  });

  // Read in 001, lines 9 and 17, and in 000, lines 7 and 15.
  test('tells of the end that witness B gives to the second paragraph on strategic stability', async () => {
    expect(sourceLine('000_b94e3d6e5a76abc0.txt', 7)).toMatch(/消弭国家间的冲突，发生核冲突的风险上升。$/);
    expect((await hoverCitation(world, `[@${STABILITY}，第2段|]`)).at(-1)).toBe(
      '⚠ The witnesses differ: 的冲突，〔共同在全球构建全面、综合、可持续安全〕。: B “发生核冲突的风险上升”',
    );
  });

  test('tells of the character that witness B leaves out in the sixth', async () => {
    expect(sourceLine('000_b94e3d6e5a76abc0.txt', 15)).toContain('加强反拦截能力');
    const uri = `${SHIPPED}/statements/${STABILITY}.statement.md`;
    const content = await world.files.read(uri);
    const text = content.kind === 'text' ? content.text : '';
    const parts = await hoverIn(world.service, uri, text, '与此同时，军事设施');
    expect(parts[2]?.split('\n')).toEqual([
      'Variants',
      '- 在加强反〔导〕拦截能力: A as here, B nothing (left out)',
      '- 重关切。〔¶〕: A as here, B goes on without a new paragraph (other paragraphs)',
    ]);
  });

  test('is silent about sound passages', async () => {
    expect(await hoverCitation(world, `[@${STABILITY}，第3段|]`)).toHaveLength(2);
    expect(await hoverCitation(world, `[@${STABILITY}，第11—25段|]`)).not.toContainEqual(
      expect.stringContaining('⚠'),
    );
  });

  test('knows the witnesses of each end of a statement put together from two', async () => {
    const places = async (address: string): Promise<string[]> =>
      ((await world.service.provenance(PARTNERSHIP, address)) as Provenance).witnesses.map(
        ({ siglum, ranges }) => `${siglum} ${ranges.map(show).join(' ')}`,
      );
    // 004 has the first paragraph in line 5; 000 has the third of 十 in line 163.
    expect((await places('0.1')).map((place) => place.replace(/:.*/, ''))).toEqual(['A 5', 'B ']);
    expect((await places('10.3')).map((place) => place.replace(/:.*/, ''))).toEqual(['A ', 'B 163']);
  });
});
