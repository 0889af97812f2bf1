import { beforeAll, describe, expect, test } from 'vitest';
import { createWorld, shippedFiles, statementFile, WORKSPACE, type World } from './workspace.ts';

const A = 'cn-ru-2025-global-strategic-stability';
const B = 'cn-ru-2025-comprehensive-partnership';

let world: World;

beforeAll(async () => {
  const file = (id: string, body: string, front: string): Readonly<Record<string, string>> => ({
    [`${WORKSPACE}/${id}.statement.md`]: statementFile(id, body, front),
  });
  world = await createWorld({
    ...shippedFiles(),
    ...file(
      'pact',
      'The Parties reaffirm that a nuclear war cannot be won.\n\nIt must never be fought by anybody.',
      'title: The Pact\nlanguage: en\nevent-date: 2024-01-01\n',
    ),
    ...file(
      'echo',
      '## 一\n\n双方谴责将商业航天系统用于干涉主权国家内政的一切做法。\n\n第二段说的是别的事情。\n\n## 二\n\n第三段说的又是别的事情。',
      'title: 关于回声的声明\nlanguage: zh-CN\nevent-date: 2026-01-01\n',
    ),
  });
});

async function places(text: string): Promise<string[]> {
  return (await world.service.locate(text)).map(({ key, address }) => `${key}#${address}`);
}

describe('words are told their passage', () => {
  test.each([
    ['of a part of a sentence', '计划公然提出大幅增加外空作战手段', [`${A}#9`]],
    ['in the other script, width and spacing', '計劃公然提出大幅增加外空作戰手段, 包括研發', [`${A}#9`]],
    ['between quotation marks', '「这一动向引发严重关切。」', [`${A}#6`]],
    ['as a Markdown quotation', '> 这一动向引发严重关切。\n>\n> 某些核武器国家在境外部署', [`${A}#6-7`]],
    ['over two paragraphs', '这一动向引发严重关切。\n\n某些核武器国家在境外部署', [`${A}#6-7`]],
    [
      'over two paragraphs without their break',
      '这一动向引发严重关切。某些核武器国家在境外部署',
      [`${A}#6-7`],
    ],
    [
      'of lines that were broken anywhere',
      'The Parties reaffirm that\na nuclear war cannot be won.',
      ['pact#1'],
    ],
    [
      'of every place, the newest first',
      '双方谴责将商业航天系统用于干涉主权国家内政',
      ['echo#1.1', `${A}#11`],
    ],
  ])('%s', async (_how, text, expected) => {
    expect(await places(text)).toEqual(expected);
  });
});

describe('words are told none', () => {
  test.each([
    ['where one of them is another', '计划公然提出大幅减少外空作战手段'],
    ['where one of them is left out', '计划公然提出增加外空作战手段'],
    ['where a numeral is written otherwise', '双方重申恪守二〇二二年1月3日发表的'],
    ['where they go over the end of a section', '第二段说的是别的事情。\n第三段说的又是别的事情。'],
    ['where they are too few to say where they come from', '双方强调要'],
    ['where they are too few in letters', 'The Parties reaffirm that'.slice(0, 20)],
    ['where they end within a word', 'The Parties reaffirm that a nuclear war cannot be wo'],
    ['where there are none', '……'],
    ['of what is not in the corpus', '今天天气很好我们去公园散步吧'],
  ])('%s', async (_how, text) => {
    expect(await places(text)).toEqual([]);
  });
});

test('a place has its title, its locator and the words as the statement has them', async () => {
  expect(await world.service.locate('特別是“斬首行動”，這一動向引發嚴重關切。某些核武器国家')).toEqual([
    {
      key: A,
      address: '6-7',
      title: '中俄全球战略稳定联合声明',
      locator: '第6—7段',
      words: '特别是“斩首行动”，这一动向引发严重关切。\n某些核武器国家',
    },
  ]);
});

test('every paragraph that is long enough is found by itself', async () => {
  for (const key of [A, B]) {
    const shown = world.service.show(key, '');
    if ('refused' in shown) throw new Error(shown.refused);
    for (const { address, text } of shown.passages) {
      if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) < 6) continue;
      expect(await places(text)).toContain(`${key}#${address}`);
    }
  }
});
