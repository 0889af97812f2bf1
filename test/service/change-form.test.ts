import { beforeAll, describe, expect, test } from 'vitest';
import { changed, KEYS, offered } from './form-actions.ts';
import { shippedWorld, type World } from './workspace.ts';

const { partnership, stability, law, world: situation } = KEYS;
const STABILITY_FIRST =
  '《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》，2025年5月9日，第3版';
const STABILITY_LATER = '《中俄全球战略稳定联合声明》';
const LAW_FIRST = '《中华人民共和国和俄罗斯联邦关于进一步加强合作维护国际法权威的联合声明》，2025年5月8日';
const STYLE = 'cn-international-relations';

let world: World;
beforeAll(async () => {
  world = await shippedWorld();
});

const one = (text: string, form: 'footnote' | 'inline' | 'link' | 'pandoc', words = '@') =>
  changed(world.service, text, words, 'one', form, STYLE);
const all = (text: string, form: 'footnote' | 'inline' | 'link' | 'pandoc', words = '@') =>
  changed(world.service, text, words, 'all', form, STYLE);

describe('a citation in the form of Pandoc', () => {
  test('becomes a footnote whose definition stands at the end', async () => {
    const text = `双方重申[@${stability}，第12段]。\n\n又及。\n`;
    expect(await one(text, 'footnote')).toBe(
      `双方重申[^1]。\n\n又及。\n\n[^1]: ${STABILITY_FIRST}，第12段。\n`,
    );
  });

  test('becomes formatted text in the line, or a link, between parentheses', async () => {
    const text = `双方重申[@${stability}，第12段]。\n`;
    expect(await one(text, 'inline')).toBe(`双方重申（${STABILITY_FIRST}，第12段）。\n`);
    expect(await one(text, 'link')).toBe(
      `双方重申（[${STABILITY_LATER}第12段](pincite:${stability}#12)）。\n`,
    );
  });

  test('keeps everything of each item: what stands before, what stands behind, and a locator that nobody reads', async () => {
    const text = `双方重申[参见 @${stability}，第12段，强调为笔者所加; 又见 @${law}，附件二]。`;
    expect(await one(text, 'footnote')).toBe(
      `双方重申[^1]。\n\n[^1]: 参见${STABILITY_FIRST}，第12段，强调为笔者所加；又见${LAW_FIRST}，附件二。`,
    );
    expect(await one(text, 'inline')).toBe(
      `双方重申（参见${STABILITY_FIRST}，第12段，强调为笔者所加；又见${LAW_FIRST}，附件二）。`,
    );
    // A link cannot say a place that has no address.
    expect(await one(text, 'link')).toBeUndefined();
  });

  test('names a passage that does not exist as it is written', async () => {
    expect(await one(`重申[@${stability}，第99段]。`, 'footnote')).toBe(
      `重申[^1]。\n\n[^1]: ${STABILITY_FIRST}，第99段。`,
    );
  });

  test('keeps the emphasis of what stands before it', async () => {
    const text = `---\nlang: en\n---\n\nThey agree [*see* @${stability}, ¶ 12].\n`;
    expect(await changed(world.service, text, '@', 'one', 'inline', 'mla')).toBe(
      '---\nlang: en\n---\n\nThey agree (*see* “中俄全球战略稳定联合声明,” par. 12).\n',
    );
  });

  test('several passages of one statement are one citation of it', async () => {
    const text = `双方重申[@${law}，第一部分; @${law}，第三部分]。`;
    expect(await one(text, 'footnote')).toBe(`双方重申[^1]。\n\n[^1]: ${LAW_FIRST}，第一部分、第三部分。`);
  });

  test('in the sentence leaves the title there', async () => {
    const text = `@${stability} [第12段]指出。`;
    expect(await one(text, 'footnote')).toBe(
      `${STABILITY_LATER}[^1]指出。\n\n[^1]: ${STABILITY_FIRST}，第12段。`,
    );
    expect(await one(text, 'inline')).toBe(`${STABILITY_LATER}（${STABILITY_FIRST}，第12段）指出。`);
    expect(await one(text, 'link')).toBe(`[${STABILITY_LATER}第12段](pincite:${stability}#12)指出。`);
  });

  test('in a text that spaces its words loses the space before the mark of a footnote', async () => {
    const text = `---\nlang: en\n---\n\nThey agree [@${stability}，第12段].\n`;
    expect(await changed(world.service, text, '@', 'one', 'footnote', 'oscola')).toBe(
      [
        '---\nlang: en\n---\n\nThey agree[^1].\n\n[^1]: ‘中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明’ 人民日报 ',
        '(9 May 2025) para 12 \\<<http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html>\\>.\n',
      ].join(''),
    );
  });

  test('goes by the language of its statement where the draft says none, and by the style of the settings', async () => {
    const text = `They agree [@${stability}，第12段].`;
    expect(await changed(world.service, text, '@', 'one', 'inline', 'auto')).toBe(
      [
        'They agree （中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明\\[N/OL\\]. 人民日报，2025-05-09（3）：第12段. ',
        '<http://politics.people.com.cn/n1/2025/0509/c1001-40476042.html>）.',
      ].join(''),
    );
  });

  test('takes the next label, and its definition follows the others as they follow one another', async () => {
    const text = `a[^2] b[@${law}] c[^x]\n\n[^2]: Note.\n[^x]: Other.\n\nd`;
    expect(await one(text, 'footnote')).toBe(
      `a[^2] b[^3] c[^x]\n\n[^2]: Note.\n[^x]: Other.\n[^3]: ${LAW_FIRST}。\n\nd`,
    );
  });

  test.each([
    ['in a footnote', `a[^1]\n\n[^1]: 参见[@${law}]的说明。`, '@', ['inline', 'link']],
    ['in a note in the line', `a^[参见[@${law}]的说明。]`, '@', ['inline', 'link']],
    ['of a key that no statement has', '重申[@smith2020, p. 3]。', '@', []],
    ['of which one key is unknown', `重申[@${law}; @smith2020]。`, '@', []],
    ['that holds another', `重申[@${law}，见 [@${stability}]]。`, '@', []],
    ['that holds a footnote', `重申[@${law}[^1]]。\n\n[^1]: a`, '@', []],
    ['in the words of a link', `[重申 @${law} 等](https://example.org)`, '@', []],
    ['in code', `\`[@${law}]\``, '@', []],
    ['in front matter', `---\nnocite: "[@${law}]"\n---\n`, '@', []],
    ['that begins a line like a definition', `[@${law}]: 见此。`, '@', ['inline', 'link']],
    ['where no footnote can be defined', `重申[@${law}]。\n\n\`\`\`\ncode\n`, '@', ['inline', 'link']],
    ['beside the cursor', `重申[@${law}]。`, '[@', ['footnote', 'inline', 'link']],
    ['nowhere near the cursor', `重申[@${law}]。`, '重', []],
  ])('%s', async (_, text, words, forms) => {
    expect(await offered(world.service, text, words)).toEqual(forms);
  });
});

describe('all citations of a document', () => {
  test('become footnotes, unknown ones stay as they are', async () => {
    const text = `甲[@${stability}，第1段]，乙[@smith2020]，丙[@${law}]。\n`;
    expect(await all(text, 'footnote')).toBe(
      `甲[^1]，乙[@smith2020]，丙[^2]。\n\n[^1]: ${STABILITY_FIRST}，第1段。\n\n[^2]: ${LAW_FIRST}。\n`,
    );
  });

  test('and those in footnotes stay there', async () => {
    const text = `甲[@${law}]，乙[^1]。\n\n[^1]: 关于这一点见[@${stability}]。\n`;
    expect(await offered(world.service, text, '@')).toEqual([
      'all inline',
      'all link',
      'footnote',
      'inline',
      'link',
    ]);
    expect(await one(text, 'footnote')).toBe(
      `甲[^2]，乙[^1]。\n\n[^1]: 关于这一点见[@${stability}]。\n\n[^2]: ${LAW_FIRST}。\n`,
    );
  });

  test('are offered only where there is more than the one at hand', async () => {
    expect(await offered(world.service, `甲[@${law}]。`, '@')).toEqual(['footnote', 'inline', 'link']);
    expect(await offered(world.service, `甲[@${law}]乙[@${law}]。`, '@')).toHaveLength(6);
  });

  test('in the line are full where they come first and short afterwards', async () => {
    const text = `甲[@${stability}，第1段]，乙[@${stability}，第2段]，丙[@${law}]，丁[@${stability}]。`;
    expect(await all(text, 'inline')).toBe(
      `甲（${STABILITY_FIRST}，第1段），乙（${STABILITY_LATER}，第2段），丙（${LAW_FIRST}），丁（${STABILITY_LATER}）。`,
    );
  });

  test('come from any form', async () => {
    const text = [
      `甲[@${law}]，乙（[${STABILITY_LATER}第1段](pincite:${stability}#1)），`,
      `丙（${STABILITY_FIRST}，第2段），丁[^1]。\n\n[^1]: ${STABILITY_FIRST}，第3段。\n`,
    ].join('');
    expect(await all(text, 'pandoc', '（[')).toBe(
      `甲[@${law}]，乙[@${stability}，第1段]，丙[@${stability}，第2段]，丁[@${stability}，第3段]。\n`,
    );
    expect(await all(text, 'link', '（[')).toBe(
      [
        `甲（[《中俄维护国际法权威联合声明》](pincite:${law})），`,
        ...['乙', '丙', '丁'].map(
          (word, i) =>
            `${word}（[${STABILITY_LATER}第${String(i + 1)}段](pincite:${stability}#${String(i + 1)})）${i < 2 ? '，' : '。'}`,
        ),
        '\n',
      ].join(''),
    );
  });
});

describe('the positions of notes', () => {
  const FIRST = '《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》2025年5月9日，第3版';

  test('are those of the whole document', async () => {
    const text = [
      `甲[@${stability}，第1段]，乙[@${stability}，第2段]，`,
      `丙[@${law}，第一部分]，丁[@${stability}，第3段]，戊[参见 @${stability}，第4段]，己[@${stability}，第5段]。\n`,
    ].join('');
    const after = await changed(world.service, text, '@', 'all', 'footnote', 'cn-law');
    expect(after?.split('\n').filter((line) => line.startsWith('[^'))).toEqual([
      `[^1]: ${FIRST}，第1段。`,
      '[^2]: 同上注，第2段。',
      `[^3]: ${LAW_FIRST}，第一部分。`,
      `[^4]: 同前注，${STABILITY_LATER}，第3段。`,
      '[^5]: 参见同上注，第4段。',
      // 同上 would stand for 参见, too.
      `[^6]: 同前注，${STABILITY_LATER}，第5段。`,
    ]);
  });

  const notes = `甲[^1]，乙[@${law}]，丙[^2]。\n\n[^1]: ${FIRST}，第1段。\n\n[^2]: 同上注，第2段。\n`;

  test('a note that comes between two on one statement parts them', async () => {
    expect(await changed(world.service, notes, '@', 'one', 'footnote', 'cn-law')).toBe(
      [
        `甲[^1]，乙[^3]，丙[^2]。\n\n[^1]: ${FIRST}，第1段。\n\n`,
        `[^2]: 同前注，${STABILITY_LATER}，第2段。\n\n[^3]: ${LAW_FIRST}。\n`,
      ].join(''),
    );
  });

  test('the note behind one that goes is the first', async () => {
    expect(await changed(world.service, notes, '[^1]', 'one', 'pandoc', 'cn-law')).toBe(
      `甲[@${stability}，第1段]，乙[@${law}]，丙[^2]。\n\n[^2]: ${FIRST}，第2段。\n`,
    );
  });

  test.each([['同上，另有说明。'], ['Ibid., with a remark.'], ['参见同上。']])(
    'nothing comes before a note that nobody can put right: %s',
    async (note) => {
      const text = `甲[^1]，乙[@${law}]，丙[^2]。\n\n[^1]: 某书。\n\n[^2]: ${note}\n`;
      expect(await offered(world.service, text, '@')).toEqual(['inline', 'link']);
    },
  );

  test('no note changes its number where another note names one', async () => {
    const text = `甲[^1]，乙[@${law}]，丙[^2]。\n\n[^1]: 某书。\n\n[^2]: 见注1，另有说明。\n`;
    expect(await offered(world.service, text, '@')).toEqual(['inline', 'link']);
  });

  test('what nobody knows is neither first nor the same', async () => {
    const text = `甲[^1]，乙[@${stability}，第2段]。\n\n[^1]: ${FIRST}，第1段。这一点很重要。\n`;
    expect(await changed(world.service, text, '@', 'one', 'footnote', 'cn-law')).toContain(
      `[^2]: ${FIRST}，第2段。`,
    );
  });

  test('of several in one note each has its own', async () => {
    const text = `甲[@${stability}，第1段]，乙[@${situation}; @${stability}，第2段]，丙[@${partnership}，第四部分第1段]。\n`;
    const after = await changed(world.service, text, '@', 'all', 'footnote', 'cn-law');
    expect(after?.split('\n').find((line) => line.startsWith('[^2]'))).toBe(
      `[^2]: 《中华人民共和国和俄罗斯联邦关于当前世界形势和重大国际问题的联合声明》，2017年7月4日；同前注，${STABILITY_LATER}，第2段。`,
    );
  });
});
