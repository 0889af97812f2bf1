import { beforeAll, describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import type { DiagnosticsOptions } from '../../server/src/service/diagnostics.ts';
import { isRefusal } from '../../server/src/service/refusal.ts';
import { lineOf } from './shipped-lines.ts';
import { createWorld, filesOf, shippedWorld, show, SHIPPED, statementFile, type World } from './workspace.ts';

let world: World;

beforeAll(async () => {
  world = await shippedWorld();
});

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';
const WORLD = 'cn-ru-2017-world-situation';
const PARTNERSHIP = 'cn-ru-2025-comprehensive-partnership';
const COORDINATION = 'cn-ru-2026-comprehensive-coordination';
const uriOf = (key: string): string => `${SHIPPED}/${key}.statement.md`;

describe('diagnostics of a note', () => {
  async function check(note: string, options: Partial<DiagnosticsOptions> = {}): Promise<string[]> {
    const draft = createDraft('file:///notes/a.md', note);
    const findings = await world.service.diagnostics(draft, { unknownKey: 'information', ...options });
    return findings.map(
      ({ range, code, severity, message }) => `${show(range)} ${severity} ${code}: ${message}`,
    );
  }

  test('find nothing wrong in sound citations', async () => {
    expect(await check(`[@${STABILITY}，第11段]，@${LAW} [第四部分]，[@${WORLD}]`)).toEqual([]);
  });

  test('place a passage that does not exist at its locator', async () => {
    expect(await check(`第一行\n𠮷[@${LAW}，第四部分第3段]。`)).toEqual([
      '2:34-2:41 warning no-such-passage: “第四部分第3段” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
    ]);
  });

  test('say each thing once for each citation', async () => {
    expect(await check(`[@${LAW}，第四部分第3段; @${STABILITY}，第26段; @${WORLD}，第四部分]`)).toHaveLength(
      2,
    );
  });

  test('tell a slip of a known key from a key of another bibliography', async () => {
    const note = '[@cn-ru-2025-international-lwa] [@smith2020]';
    const slip = `1:3-1:31 warning unknown-key: No statement has the key cn-ru-2025-international-lwa. The nearest is ${LAW}.`;
    expect(await check(note)).toEqual([
      slip,
      '1:35-1:44 information unknown-key: No statement has the key smith2020.',
    ]);
    expect((await check(note, { unknownKey: 'hint' }))[1]).toMatch(/ hint /);
    expect((await check(note, { unknownKey: 'warning' }))[1]).toMatch(/ warning /);
    expect(await check(note, { unknownKey: 'off' })).toEqual([slip]);
  });

  test('speak of links too', async () => {
    expect(await check(`[x](pincite:${LAW}#4.3) [y](pincite:nobody)`, { unknownKey: 'off' })).toEqual([
      '1:5-1:45 warning no-such-passage: “4.3” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
      '1:51-1:65 warning unknown-key: No statement has the key nobody.',
    ]);
  });

  test('are silent in code', async () => {
    expect(await check('`[@smith2020]`\n\n```\n[@cn-ru-2025-international-lwa]\n```')).toEqual([]);
  });
});

describe('diagnostics of a statement file', () => {
  test('are the problems of the file, not of citations in it', async () => {
    const uri = 'file:///corpus/a.statement.md';
    const text = statementFile('a-b', '一、见[@nobody]。\n\n二、乙。\n\n二、丙。');
    const { service } = await createWorld({ [uri]: text });
    const findings = await service.diagnostics(createDraft(uri, text), { unknownKey: 'warning' });
    expect(findings.map(({ range, code, severity }) => `${show(range)} ${severity} ${code}`)).toEqual([
      '10:1-10:3 error section-duplicate',
    ]);
  });
});

describe('the tree', () => {
  test('holds the statements, newest first', () => {
    expect(
      world.service
        .tree()
        .map(({ key, label, description, hasChildren }) => [key, label, description, hasChildren]),
    ).toEqual([
      [COORDINATION, '中俄加强全面战略协作联合声明', '2026-05-20 · breaks off', true],
      [PARTNERSHIP, '中俄深化全面战略协作伙伴关系联合声明', '2025-05-08', true],
      [STABILITY, '中俄全球战略稳定联合声明', '2025-05-08', true],
      [LAW, '中俄维护国际法权威联合声明', '2025-05-08 · breaks off', true],
      [WORLD, '中俄世界形势和重大国际问题联合声明', '2017-07-04 · breaks off', true],
    ]);
  });

  test('holds sections below a statement and paragraphs below a section', () => {
    expect(world.service.tree(WORLD).map(({ kind, address }) => `${kind} ${address}`)).toEqual(
      Array.from({ length: 11 }, (_, i) => `section ${String(i)}`),
    );
    expect(world.service.tree(WORLD, '').map(({ label }) => label)[4]).toBe('第四部分');
    const paragraphs = world.service.tree(WORLD, '4');
    expect(paragraphs.map(({ kind, address, hasChildren }) => [kind, address, hasChildren])).toEqual([
      ['paragraph', '4.1', false],
      ['paragraph', '4.2', false],
      ['paragraph', '4.3', false],
      ['paragraph', '4.4', false],
    ]);
    expect(paragraphs[1]).toMatchObject({
      key: WORLD,
      uri: uriOf(WORLD),
      range: { start: { line: lineOf(WORLD, 18) - 1, character: 0 } },
    });
  });

  test('holds paragraphs right below a statement without sections', () => {
    expect(world.service.tree(STABILITY).map(({ address }) => address)).toEqual(
      Array.from({ length: 25 }, (_, i) => String(i + 1)),
    );
  });

  test('holds nothing below a paragraph or below what does not exist', () => {
    expect(world.service.tree(WORLD, '4.1')).toEqual([]);
    expect(world.service.tree(WORLD, '99')).toEqual([]);
    expect(world.service.tree('nobody')).toEqual([]);
  });
});

describe('sections', () => {
  test('come all for an empty query: 5 statements, 11 + 0 + 10 + 11 + 5 sections', () => {
    const found = world.service.sections('', 2000);
    expect(found.filter(({ address }) => address === '')).toHaveLength(5);
    expect(found).toHaveLength(5 + 11 + 10 + 11 + 5);
    expect(found[0]).toMatchObject({ key: COORDINATION, address: '', locator: '' });
  });

  test('are found by number and a word of the title', () => {
    const [first] = world.service.sections('第四部分 国际法', 10);
    expect(first).toMatchObject({
      key: LAW,
      title: '中俄维护国际法权威联合声明',
      address: '4',
      locator: '第四部分',
      heading: '',
      uri: uriOf(LAW),
      range: { start: { line: lineOf(LAW, 8) - 1, character: 0 } },
    });
    expect(first?.opening).toMatch(/^中华人民共和国和俄罗斯联邦共同认为，主权平等原则/);
  });
});

describe('search', () => {
  test('gives passages with their place and the offsets of the words', async () => {
    const { passages, total } = await world.service.search('作战疆域', 10);
    expect(total).toBe(2);
    const found = passages.find(({ key }) => key === PARTNERSHIP);
    expect(found).toMatchObject({
      title: '中俄深化全面战略协作伙伴关系联合声明',
      address: '8.5',
      locator: '第八部分第5段',
      uri: uriOf(PARTNERSHIP),
      range: { start: { line: lineOf(PARTNERSHIP, 192) - 1, character: 0 } },
    });
    expect(found?.text).toMatch(/^双方重申反对个别国家将外空界定并用于“作战疆域”，/);
    expect(found?.matches.map(([start, end]) => found.text.slice(start, end))).toEqual(['作战疆域']);
    expect(found?.score).toBeGreaterThan(0);
  });

  test('answers from what is indexed so far', async () => {
    const { service, files } = await createWorld({
      'file:///corpus/a.statement.md': statementFile('a-b', '甲乙丙。'),
    });
    expect((await service.search('丁戊', 5)).total).toBe(0);
    await files.write('file:///corpus/c.statement.md', statementFile('c-d', '丁戊己。'));
    expect((await service.search('丁戊', 5)).passages.map(({ key }) => key)).toEqual(['c-d']);
    await files.remove('file:///corpus/c.statement.md');
    expect((await service.search('丁戊', 5)).total).toBe(0);
  });
});

describe('show, cite and resolve', () => {
  test.each([
    ['11', '11', '第11段'],
    ['第11段', '11', '第11段'],
    ['10-11', '10-11', '第10—11段'],
    ['', '', ''],
  ])('show takes %j', (asked, address, locator) => {
    expect(world.service.show(STABILITY, asked)).toMatchObject({ key: STABILITY, address, locator });
  });

  test('show gives every paragraph with its place', () => {
    const shown = world.service.show(LAW, '四.1');
    expect(shown).toEqual({
      key: LAW,
      title: '中华人民共和国和俄罗斯联邦关于进一步加强合作维护国际法权威的联合声明',
      address: '4.1',
      locator: '第四部分第1段',
      heading: '四',
      passages: [
        {
          address: '4.1',
          text: '中华人民共和国和俄罗斯联邦共同认为，主权平等原则对国际关系的稳定至关重要。根据此原则，各国在独立、平等的基础上享有权利，并在相互尊重的基础上承担义务和责任。',
          uri: uriOf(LAW),
          range: {
            start: { line: lineOf(LAW, 8) - 1, character: 2 },
            end: { line: lineOf(LAW, 8) - 1, character: 80 },
          },
        },
      ],
    });
    const whole = world.service.show(STABILITY, '');
    expect(isRefusal(whole) ? 0 : whole.passages.length).toBe(25);
  });

  test.each([
    ['nobody', '', 'No statement has the key nobody.'],
    [
      'cn-ru-2025-international-lwa',
      '4',
      `No statement has the key cn-ru-2025-international-lwa. The nearest is ${LAW}.`,
    ],
    [
      LAW,
      '4.3',
      '“4.3” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
    ],
    [LAW, 'hello', '“hello” is not understood as a place in a statement.'],
    [LAW, '4.1 and so on', '“4.1 and so on” is not understood as a place in a statement.'],
    [LAW, '4.1-', '“4.1-” is not understood as a place in a statement.'],
  ])('%s#%s is refused in one sentence', async (key, address, refused) => {
    expect(world.service.show(key, address)).toEqual({ refused });
    expect(await world.service.cite(key, address)).toEqual({ refused });
  });

  test.each([
    [STABILITY, '', `[@${STABILITY}]`],
    [STABILITY, '11', `[@${STABILITY}，第11段]`],
    [STABILITY, '3-5', `[@${STABILITY}，第3—5段]`],
    [LAW, '4.1', `[@${LAW}，第四部分第1段]`],
    [LAW, '4', `[@${LAW}，第四部分]`],
    [WORLD, '0.1', `[@${WORLD}，序言第1段]`],
  ])('cite writes %s#%s as %s, and resolve reads it back', async (key, address, text) => {
    expect(await world.service.cite(key, address)).toEqual({ text });
    expect(world.service.resolve(text)).toMatchObject([
      { key, addresses: address === '' ? [] : [address], problems: [] },
    ]);
  });

  test('resolve gives every citation with its place, also those with problems', () => {
    const text = `甲\n𠮷[@${STABILITY}，第11段; @nobody，第四部分第3段]`;
    expect(world.service.resolve(text)).toEqual([
      {
        range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 + STABILITY.length + 6 } },
        raw: `@${STABILITY}，第11段`,
        key: STABILITY,
        addresses: ['11'],
        locator: '第11段',
        problems: [],
      },
      {
        range: {
          start: { line: 1, character: 3 + STABILITY.length + 8 },
          end: { line: 1, character: 3 + STABILITY.length + 8 + 15 },
        },
        raw: '@nobody，第四部分第3段',
        key: 'nobody',
        addresses: ['4.3'],
        locator: '第四部分第3段',
        problems: [{ code: 'unknown-key', message: 'No statement has the key nobody.' }],
      },
    ]);
  });

  test('every paragraph of every statement is cited and read back', async () => {
    for (const { key } of world.service.list()) {
      const shown = world.service.show(key, '');
      for (const { address } of isRefusal(shown) ? [] : shown.passages) {
        const cited = await world.service.cite(key, address);
        if (isRefusal(cited)) throw new Error(cited.refused);
        expect(world.service.resolve(`见${cited.text}。`)).toMatchObject([
          { key, addresses: [address], problems: [] },
        ]);
      }
    }
  });
});

describe('the list of statements', () => {
  test('counts sections without the preamble', () => {
    expect(
      world.service
        .list()
        .map(({ key, sections, paragraphs, witnesses }) => [key, sections, paragraphs, witnesses]),
    ).toEqual([
      [COORDINATION, 4, 2 + 5 + 41 + 22 + 21, ['A']],
      [PARTNERSHIP, 10, 2 + 10 + 10 + 9 + 14 + 20 + 9 + 9 + 13 + 11 + 12, ['A', 'B']],
      [STABILITY, 0, 25, ['A', 'B']],
      [LAW, 10, 10, ['A']],
      [WORLD, 10, 2 + 2 + 2 + 1 + 4 + 5 + 1 + 1 + 3 + 3 + 1, ['A']],
    ]);
  });

  test('gives empty strings for what a statement does not say', async () => {
    const { service } = await createWorld(
      filesOf('//- file:///corpus/a.statement.md\n---\nid: a-b\ntitle: 题\n---\n\n段。\n'),
    );
    expect(service.list()).toEqual([
      {
        ...{ key: 'a-b', title: '题', titleShort: '', eventDate: '', issued: '', language: 'zh-CN' },
        ...{
          completeness: 'unknown',
          sections: 0,
          paragraphs: 1,
          witnesses: [],
          uri: 'file:///corpus/a.statement.md',
        },
      },
    ]);
  });
});
