import { beforeAll, describe, expect, test } from 'vitest';
import { origins } from '../../server/src/core/corpus.ts';
import { changed, KEYS, offered } from './form-actions.ts';
import { createWorld, rootOf, SHIPPED, shippedWorld, statementFile, type World } from './workspace.ts';

const { partnership, stability, law } = KEYS;
const FIRST = '《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》，2025年5月9日，第3版';
const LATER = '《中俄全球战略稳定联合声明》';

let world: World;
beforeAll(async () => {
  world = await shippedWorld();
});

const back = (text: string, words: string, scope: 'one' | 'all' = 'one') =>
  changed(world.service, text, words, scope, 'pandoc');

/** A draft with one footnote. */
const noted = (note: string): string => `双方重申[^1]。\n\n又及。\n\n[^1]: ${note}\n`;
const CITED = `双方重申[@${stability}，第12段]。\n\n又及。\n`;

describe('a footnote', () => {
  test('becomes a citation, and its definition goes', async () => {
    expect(await back(noted(`${FIRST}，第12段。`), '[^1]')).toBe(CITED);
    expect(await back(noted(`${FIRST}，第12段。`), '载《')).toBe(CITED);
  });

  test.each([
    [
      'Chicago',
      `《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》, 人民日报, 2025年5月9日, 第12段, <http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html>.`,
    ],
    [
      'GB/T 7714-2015',
      `中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明\\[N/OL\\]. 人民日报, 2025-05-09(3): 第12段. <http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html>.`,
    ],
    [
      'Chicago in English',
      `“中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明,” 人民日报, May 9, 2025, para. 12, <http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html>.`,
    ],
    ['a short form', `《中俄全球战略稳定联合声明》，第12段。`],
    ['lines that are broken', FIRST.replace('，载', '，\n载') + '，\n    第12段。'],
  ])('is recognised in another form than that of the settings: %s', async (_, note) => {
    expect(await back(noted(note), '[^1]')).toBe(CITED);
  });

  test.each([
    ['a remark behind', `${FIRST}，第12段。这一点很重要。`],
    ['a remark before', `关于这一点的讨论，见${FIRST}，第12段。`],
    ['a remark in the place of a suffix', `${FIRST}，第12段，笔者以为未必如此。`],
    ['another page', `${FIRST.replace('第3版', '第4版')}，第12段。`],
    ['another date', `${FIRST.replace('9日', '10日')}，第12段。`],
    ['a passage that does not exist', `${FIRST}，第99段。`],
    ['a title with a slip', `${FIRST.replace('稳定', '穏定')}，第12段。`],
    ['another paragraph', `${FIRST}，第12段。\n\n    又及。`],
    ['a citation in the form of Pandoc', `见[@${stability}，第12段]。`],
    ['同上 with nothing before it', '同上，第12段。'],
    ['nothing', ''],
  ])('stays a note with %s', async (_, note) => {
    expect((await offered(world.service, noted(note), '[^1]')).filter((form) => form === 'pandoc')).toEqual(
      [],
    );
  });

  test('that is referred to twice stays a note', async () => {
    expect(await offered(world.service, `甲[^1]，乙[^1]。\n\n[^1]: ${FIRST}。\n`, '[^1]')).toEqual([]);
  });

  test('that is defined twice, or not at all, stays as it is', async () => {
    expect(
      await offered(world.service, `甲[^1]。\n\n[^1]: ${FIRST}。\n\n[^1]: ${FIRST}。\n`, '[^1]'),
    ).toEqual([]);
    expect(await offered(world.service, '甲[^1]。\n', '[^1]')).toEqual([]);
  });

  test('leaves the other notes and what stands around them', async () => {
    const law1 =
      '《中华人民共和国和俄罗斯联邦关于进一步加强合作维护国际法权威的联合声明》，2025年5月8日，第四部分。';
    const text = `a[^1] b[^2] c[^3]\n\n[^1]: Note.\n[^2]: ${law1}\n[^3]: Other.\n\nd\n`;
    expect(await back(text, '[^2]')).toBe(
      `a[^1] b [@${law}，第四部分] c[^3]\n\n[^1]: Note.\n[^3]: Other.\n\nd\n`,
    );
    const first = text.replace('[^1]: Note.\n', '').replace('a[^1] ', '');
    expect(await back(first, '[^2]')).toBe(`b [@${law}，第四部分] c[^3]\n\n[^3]: Other.\n\nd\n`);
  });

  test('in the line is one, too', async () => {
    expect(await back(`双方重申^[见${FIRST}，第12段。]。`, '见')).toBe(
      `双方重申[见 @${stability}，第12段]。`,
    );
  });

  test('is not written where a key would be read otherwise', async () => {
    // After a key in running text a bracket belongs to that key.
    expect(await offered(world.service, `@${partnership} [^1]\n\n[^1]: ${FIRST}。`, '[^1]')).not.toContain(
      'pandoc',
    );
  });
});

describe('notes that go by those before them', () => {
  const text = [
    `甲[^1]，乙[^2]，丙[^3]，丁[^4]。\n\n[^1]: ${FIRST.replace('，2025', '2025')}，第1段。\n\n[^2]: 同上注，第2段。\n\n`,
    `[^3]: 某书，第5页。\n\n[^4]: 同前注，${LATER}，第3段。\n`,
  ].join('');

  test('are resolved', async () => {
    expect(await back(text, '[^1]', 'all')).toBe(
      `甲[@${stability}，第1段]，乙[@${stability}，第2段]，丙[^3]，丁[@${stability}，第3段]。\n\n[^3]: 某书，第5页。\n`,
    );
  });

  test('one by one leave the others right', async () => {
    const FULL = FIRST.replace('，2025', '2025');
    expect(await back(text, '[^1]')).toBe(
      [
        `甲[@${stability}，第1段]，乙[^2]，丙[^3]，丁[^4]。\n\n[^2]: ${FULL}，第2段。\n\n`,
        `[^3]: 某书，第5页。\n\n[^4]: 同前注，${LATER}，第3段。\n`,
      ].join(''),
    );
    expect(await back(text, '[^2]')).toBe(
      text.replace('[^2]，', `[@${stability}，第2段]，`).replace('[^2]: 同上注，第2段。\n\n', ''),
    );
  });

  test('are no citations behind a note that nobody knows', async () => {
    const unknown = `甲[^1]，乙[^2]。\n\n[^1]: 某书。\n\n[^2]: 同上注，第2段。\n`;
    expect(await offered(world.service, unknown, '[^2]')).toEqual([]);
  });
});

describe('formatted text in the line', () => {
  test.each([
    [`（${FIRST}，第12段）`, `[@${stability}，第12段]`],
    // So OSCOLA prints it, but for a space.
    [`（${LATER}第12段）`, `[@${stability}，第12段]`],
    [`（参见${LATER}，第12段，强调为笔者所加）`, `[参见 @${stability}，第12段，强调为笔者所加]`],
    [
      `（${LATER}，第1段；《中俄维护国际法权威联合声明》，第四部分）`,
      `[@${stability}，第1段; @${law}，第四部分]`,
    ],
    [`(“中俄全球战略稳定联合声明,” 2025, para. 12)`, `[@${stability}，第12段]`],
  ])('%s becomes a citation', async (written, citation) => {
    expect(await back(`双方重申${written}。\n`, written.slice(0, 2))).toBe(`双方重申${citation}。\n`);
  });

  test.each([
    [`（${LATER}，第12段，双方在此重申）`],
    [`（${LATER}，附件二）`],
    [`（详见正文）`],
    [`（双方在${LATER}中重申）`],
    [`\`（${LATER}，第12段）\``],
  ])('%s stays as it is', async (written) => {
    expect(await offered(world.service, `双方重申${written}。\n`, written.slice(0, 3))).toEqual([]);
  });
});

describe('a link', () => {
  test('becomes a citation by its target', async () => {
    expect(await back(`重申（[${LATER}第12段](pincite:${stability}#12)）。`, '[')).toBe(
      `重申[@${stability}，第12段]。`,
    );
    expect(
      await back(
        `重申（见[${LATER}第12段](pincite:${stability}#12)；[《中俄维护国际法权威联合声明》](pincite:${law})）。`,
        '见[',
      ),
    ).toBe(`重申[见 @${stability}，第12段; @${law}]。`);
  });

  test('with words of its own keeps them in the text', async () => {
    const text = `根据[那份声明](pincite:${stability}#12)，双方重申。`;
    expect(await back(text, '那份')).toBe(`根据那份声明[@${stability}，第12段]，双方重申。`);
    expect(await changed(world.service, text, '那份', 'one', 'footnote', 'cn-history')).toBe(
      `根据那份声明[^1]，双方重申。\n\n[^1]: ${FIRST.replace('，载', '，').replace('，2025', '2025')}，第12段。`,
    );
  });

  test('in the sentence becomes a key in it where one can stand', async () => {
    const link = `[${LATER}第12段](pincite:${stability}#12)`;
    expect(await back(`${link}指出。`, '[')).toBe(`@${stability} [，第12段]指出。`);
    expect(await back(`正如${link}指出。`, '[')).toBe(`正如${LATER}[@${stability}，第12段]指出。`);
  });

  test('among words stays between its parentheses', async () => {
    const text = `重申（双方在[${LATER}第12段](pincite:${stability}#12)中）。`;
    expect(await back(text, '[')).toBe(`重申（双方在${LATER}[@${stability}，第12段]中）。`);
  });

  test.each([
    ['to a passage that does not exist', `[a](pincite:${stability}#99)`],
    ['to an unknown key', '[a](pincite:nobody#1)'],
    ['that is an image', `![a](pincite:${stability}#12)`],
    ['to a page', '[a](https://example.org)'],
  ])('%s stays as it is', async (_, link) => {
    expect(await offered(world.service, `重申${link}。`, '[a]')).toEqual([]);
  });
});

test('a text that could be that of two statements is none of either', async () => {
  const front = 'title: 关于贸易合作的联合声明\nlanguage: zh-CN\n';
  const files = {
    [`${SHIPPED}/a.statement.md`]: statementFile('a', '一、甲。\n', front),
    [`${SHIPPED}/b.statement.md`]: statementFile('b', '一、乙。\n', front),
  };
  const two = await createWorld(files, [rootOf(SHIPPED, origins.shipped)]);
  expect(await offered(two.service, '重申（《关于贸易合作的联合声明》，第一部分）。', '《')).toEqual([]);
  const alone = await createWorld(
    { [`${SHIPPED}/a.statement.md`]: statementFile('a', '一、甲。\n', front) },
    [rootOf(SHIPPED, origins.shipped)],
  );
  expect(await offered(alone.service, '重申（《关于贸易合作的联合声明》，第一部分）。', '《')).toContain(
    'pandoc',
  );
});
