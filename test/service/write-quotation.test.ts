import { beforeAll, describe, expect, test } from 'vitest';
import { createWorld, shippedFiles, statementFile, WORKSPACE, type World } from './workspace.ts';
import { write } from './writing.ts';

const A = 'cn-ru-2025-global-strategic-stability';
const B = 'cn-ru-2025-comprehensive-partnership';

/** The paragraphs as the statements have them. */
const A6 =
  '与此同时，军事设施和先进攻击性、防御性武器的前沿部署不断增强，在加强反导拦截能力的同时，还可用来执行战略任务特别是“斩首行动”，这一动向引发严重关切。';
const A9 =
  '“美国金穹”计划公然提出大幅增加外空作战手段，包括研发、部署轨道拦截系统，将外空武器化并使之成为武装对抗场所，导致局势雪上加霜。';
const A11 = '双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为。';

let world: World;

beforeAll(async () => {
  const file = (id: string, language: string, body: string): readonly [string, string] => [
    `${WORKSPACE}/${id}.statement.md`,
    statementFile(id, body, `title: ${id}\nlanguage: ${language}\n`),
  ];
  world = await createWorld({
    ...shippedFiles(),
    ...Object.fromEntries([
      file(
        'pact',
        'en',
        'The Parties fight the “three evils” together.\n\nThey agree.\n\nIt is the People’s will.',
      ),
      file('dogovor', 'ru', 'Стороны осуждают доктрину «мягкой силы» и её следствия.'),
      file(
        'signs',
        'en',
        'Use *stars*, _lines_, [brackets](x) and a@b; <b>tags</b> \\ `code` $x$ #1 ^up^ ~down~ & | {a}.',
      ),
      file(
        'parts',
        'zh-CN',
        '## 一、合作\n\n甲方说明合作的内容。\n\n乙方同意上述各项内容。\n\n## 二、安全\n\n丙方支持安全方面的努力。',
      ),
    ]),
  });
});

const of = (key: string, ...addresses: string[]) => ({
  passages: addresses.map((address) => ({ key, address })),
});

async function inMarks(marked: string, key: string, address: string, words?: string): Promise<string> {
  const quotation = { quotation: 'marks', ...(words === undefined ? {} : { words }) } as const;
  return (await write(world, marked, { ...of(key, address), ...quotation })).text;
}

describe('a quotation in the sentence', () => {
  test('stands between marks, with its citation behind them', async () => {
    expect(await inMarks('声明称：|。', A, '11')).toBe(`声明称：“${A11}”[@${A}，第11段]。`);
  });

  test('is just the words that were selected', async () => {
    expect(await inMarks('双方|。', A, '11', '谴责将商业航天系统用于干涉主权国家内政')).toBe(
      `双方“谴责将商业航天系统用于干涉主权国家内政”[@${A}，第11段]。`,
    );
    expect(await inMarks('|', A, '11', '介入他国武装冲突的行为。')).toBe(
      `“介入他国武装冲突的行为。”[@${A}，第11段]`,
    );
  });

  test('has the characters of the statement, however the words were given', async () => {
    expect(await inMarks('|', A, '11', '譴責將商業航天系統 用於干涉主權國家內政,介入')).toMatch(
      /^These words/,
    );
    expect(await inMarks('|', A, '11', '譴責將商業航天系統\n用於干涉')).toBe(
      `“谴责将商业航天系统用于干涉”[@${A}，第11段]`,
    );
  });

  test('changes the marks inside of it as the language of the draft has them', async () => {
    const words = '特别是“斩首行动”，这一动向';
    expect(await inMarks('|', A, '6', words)).toBe(`“特别是‘斩首行动’，这一动向”[@${A}，第6段]`);
    const traditional = '---\nlang: zh-Hant\n---\n\n';
    expect(await inMarks(`${traditional}|`, A, '6', words)).toBe(
      `${traditional}「特别是『斩首行动』，这一动向」[@${A}，第6段]`,
    );
    expect(await inMarks('They say|.', 'pact', '1')).toBe(
      'They say “The Parties fight the ‘three evils’ together.” [@pact, ¶ 1].',
    );
    expect(await inMarks('|', 'dogovor', '1')).toBe(
      '«Стороны осуждают доктрину „мягкой силы“ и её следствия.» [@dogovor, ¶ 1]',
    );
  });

  test('joins paragraphs that are neighbours, and parts others', async () => {
    const { text } = await write(world, 'So: |', { ...of('pact', '2', '3'), quotation: 'marks' });
    expect(text).toBe('So: “They agree. It is the People’s will.” [@pact, ¶¶ 2-3]');
    const parted = await write(world, '|', { ...of('pact', '1', '3'), quotation: 'marks' });
    expect(parted.text).toBe(
      '“The Parties fight the ‘three evils’ together.” [@pact, ¶ 1] “It is the People’s will.” [@pact, ¶ 3]',
    );
  });

  test('leaves the cursor behind its citation', async () => {
    const { snippets } = await write(world, '|', { ...of(A, '11'), quotation: 'marks', words: '双方谴责' });
    expect(snippets).toEqual([`“双方谴责”[@${A}，第11段]$0`]);
  });

  test('may do without citation', async () => {
    const { text } = await write(world, '称|。', {
      ...of(A, '11'),
      ...{ quotation: 'marks', words: '双方谴责', citation: 'none' },
    });
    expect(text).toBe('称“双方谴责”。');
  });

  test('stands behind a citation that the cursor is in', async () => {
    expect(await inMarks(`[@${B}|]。`, A, '11', '双方谴责')).toBe(`[@${B}]“双方谴责”[@${A}，第11段]。`);
  });

  test('shows the very signs of the statement', async () => {
    expect(await inMarks('|', 'signs', '1')).toBe(
      '“Use \\*stars\\*, \\_lines\\_, \\[brackets\\](x) and a\\@b; \\<b\\>tags\\</b\\> \\\\ \\`code\\` \\$x\\$ \\#1 ' +
        '\\^up\\^ \\~down\\~ \\& \\| \\{a\\}.” [@signs, ¶ 1]',
    );
  });
});

describe('words that do not stand just so are refused', () => {
  test.each([
    ['where one is another', '双方谴责将商业航天系统用于干预主权国家内政'],
    ['where one is left out', '双方谴责商业航天系统'],
    ['where they stand in another passage', '这一动向引发严重关切'],
    ['where there are none', '……'],
  ])('%s', async (_where, words) => {
    expect(await inMarks('|', A, '11', words)).toBe(
      'These words do not stand just so in 第11段 of “中俄全球战略稳定联合声明”. Select them in the statement again.',
    );
  });

  test('and none goes over the gap between two passages', async () => {
    const { text } = await write(world, '|', {
      ...of('pact', '1', '3'),
      ...{ quotation: 'marks', words: 'together. It is the People’s will' },
    });
    expect(text).toBe('These words do not stand just so in “pact”. Select them in the statement again.');
  });
});

describe('words that go from one section into the next', () => {
  const words = '乙方同意上述各项内容。\n\n## 二、安全\n\n丙方支持';

  test('are quoted without its heading', async () => {
    const { text } = await write(world, '|', { ...of('parts', '1.2-2.1'), quotation: 'block', words });
    expect(text).toBe('> 乙方同意上述各项内容。\n>\n> 丙方支持[@parts，第一部分第2段至第二部分第1段]');
  });
});

describe('a quotation as a block', () => {
  const block = async (marked: string, ...addresses: string[]): Promise<string> =>
    (await write(world, marked, { ...of(A, ...addresses), quotation: 'block' })).text;
  const Q11 = `> ${A11}[@${A}，第11段]`;

  test.each([
    ['on an empty line', '上\n\n|\n\n下', `上\n\n${Q11}\n\n下`],
    ['in an empty draft', '|', Q11],
    ['after a text', '上：|', `上：\n\n${Q11}`],
    ['right below a text', '上\n|\n下', `上\n\n${Q11}\n\n下`],
    ['within a text', '上：|下', `上：\n\n${Q11}\n\n下`],
    ['before a text', '|下', `${Q11}\n\n下`],
    ['before the stop of a sentence', '上|。\n\n下', `上。\n\n${Q11}\n\n下`],
    ['in a list', '- 上|\n- 下', `- 上\n\n  ${Q11}\n\n- 下`],
    ['in a numbered list', '10. 上|', `10. 上\n\n    ${Q11}`],
    ['as an item', '- |', `- ${Q11}`],
    ['in a quotation', '> 上|', `> 上\n>\n> ${Q11}`],
    ['after a heading', '# 上|\n\n下', `# 上\n\n${Q11}\n\n下`],
    ['with the line breaks of the draft', '上|下\r\n', `上\r\n\r\n${Q11}\r\n\r\n下\r\n`],
  ])('%s', async (_where, marked, expected) => {
    const text = await block(marked, '11');
    expect(text.replace(/\n *\n/g, '\n\n')).toBe(expected);
  });

  test('has each paragraph by itself, and a citation after each run', async () => {
    expect(await block('|', '6', '11', '9')).toBe(
      `> ${A6}[@${A}，第6段]\n>\n> ${A11}[@${A}，第11段]\n>\n> ${A9}[@${A}，第9段]`,
    );
    expect((await write(world, 'x|', { ...of('pact', '2-3'), quotation: 'block' })).text).toBe(
      'x\n\n> They agree.\n>\n> It is the People’s will. [@pact, ¶¶ 2-3]',
    );
  });

  test('has no place in a table', async () => {
    expect(await block('¦ 甲| ¦ 乙 ¦\n¦---¦---¦\n', '11')).toBe(
      'The table in line 1 has no room for a block. Quote between quotation marks, or put the cursor elsewhere.',
    );
  });
});
