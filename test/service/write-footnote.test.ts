import { beforeAll, describe, expect, test } from 'vitest';
import type { StyleName } from '../../server/src/core/format/style-name.ts';
import type { Writing } from '../../server/src/service/writing.ts';
import { createWorld, SHIPPED, shippedFiles, statementFile, type World } from './workspace.ts';
import { settings, write } from './writing.ts';

const A = 'cn-ru-2025-global-strategic-stability';

let world: World;

beforeAll(async () => {
  const other = statementFile('other', '甲。\n\n乙。', 'title: 关于开放科学的宣言\n');
  world = await createWorld({ ...shippedFiles(), [`${SHIPPED}/other.statement.md`]: other });
});

const FIRST = '《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》，2025年5月9日，第3版';
const LATER = '《中俄全球战略稳定联合声明》';

/** Cites the twelfth paragraph of A, or something else, in the style of Chinese journals of international relations. */
async function note(
  marked: string,
  writing: Partial<Writing> = {},
  style: StyleName = 'cn-international-relations',
): Promise<string> {
  const whole: Writing = { passages: [{ key: A, address: '12' }], form: 'footnote', ...writing };
  return (await write(world, marked, whole, { notes: { ...settings.notes, style } })).text;
}

describe('a footnote', () => {
  test('is a reference at the cursor, and a definition at the end', async () => {
    expect(await note('双方声明|。')).toBe(`双方声明[^1]。\n\n[^1]: ${FIRST}，第12段。`);
    expect(await note('双方声明|。\n\n下文。\n')).toBe(
      `双方声明[^1]。\n\n下文。\n\n[^1]: ${FIRST}，第12段。\n`,
    );
    expect(await note('|')).toBe(`[^1]\n\n[^1]: ${FIRST}，第12段。`);
  });

  test('has the next number, and never a label that exists', async () => {
    expect(await note('甲[^1]乙[^7]丙|\n\n[^1]: 子\n\n[^7]: 丑\n')).toBe(
      `甲[^1]乙[^7]丙[^8]\n\n[^1]: 子\n\n[^7]: 丑\n\n[^8]: ${FIRST}，第12段。\n`,
    );
    expect(await note('甲[^a]乙|\n\n[^a]: 子\n')).toBe(
      `甲[^a]乙[^1]\n\n[^a]: 子\n\n[^1]: ${FIRST}，第12段。\n`,
    );
    expect(await note('甲[^3]乙|\n')).toBe(`甲[^3]乙[^4]\n\n[^4]: ${FIRST}，第12段。\n`);
  });

  test('stands behind a citation and sets no space before it', async () => {
    expect(await note('They agree|.')).toContain('They agree[^1].');
    expect(await note('甲[@other，第1段|]。')).toContain('甲[@other，第1段][^1]。');
    expect(await note('甲|[^1]。\n\n[^1]: 子\n')).toContain('甲[^2][^1]。');
  });

  test('at each cursor has a number of its own', async () => {
    expect(await note('甲|乙|')).toBe(`甲[^1]乙[^2]\n\n[^1]: ${FIRST}，第12段。\n\n[^2]: ${LATER}，第12段。`);
  });

  test('names several passages, and what introduces them', async () => {
    const passages = ['12', '13', '3'].map((address) => ({ key: A, address }));
    expect(await note('甲|', { passages, prefix: '参见' })).toBe(
      `甲[^1]\n\n[^1]: 参见${FIRST}，第12—13、3段。`,
    );
  });

  test('is written behind the quotation', async () => {
    expect(
      await note('称|。', { quotation: 'marks', words: '双方谴责', passages: [{ key: A, address: '11' }] }),
    ).toBe(`称“双方谴责”[^1]。\n\n[^1]: ${FIRST}，第11段。`);
    const block = await note('称：|\n\n下', {
      quotation: 'block',
      words: '双方谴责',
      passages: [{ key: A, address: '11' }],
    });
    expect(block).toBe(`称：\n\n> 双方谴责[^1]\n\n下\n\n[^1]: ${FIRST}，第11段。`);
  });

  test('has the style of the settings, by the language that the draft says it is in', async () => {
    const inEnglish = '---\nlang: en\n---\n\nThey agree|.\n';
    const style = { notes: { ...settings.notes, style: 'auto' as const } };
    const asked: Writing = { passages: [{ key: 'other', address: '2' }], form: 'footnote' };
    expect((await write(world, inEnglish, asked, style)).text).toContain('para. 2');
    expect((await write(world, '双方同意|。\n', asked, style)).text).toContain('第2段');
  });
});

describe('a later note is short', () => {
  const before = (text: string): string => `甲[^1]乙|\n\n[^1]: ${text}\n`;

  test.each([
    ['after a note in the same style', `${FIRST}，第3段。`],
    ['after a note that names the statement among other words', `参看${LATER}及各方评论。`],
    ['after a note with a citation of it', `[@${A}，第3段]`],
    ['after a note with a link to it', `[声明](pincite:${A}#3)`],
  ])('%s', async (_after, text) => {
    expect(await note(before(text))).toContain(`[^2]: ${LATER}，第12段。`);
  });

  test('but not after a note on another statement, or one that comes later in the text', async () => {
    expect(await note(before('《关于开放科学的宣言》，第1段。'))).toContain(`[^2]: ${FIRST}，第12段。`);
    expect(await note(`甲|乙[^1]\n\n[^1]: ${FIRST}，第3段。\n`)).toContain(`[^2]: ${FIRST}，第12段。`);
    expect(await note(`甲|\n\n[^1]: ${FIRST}，第3段。\n`)).toContain(`[^2]: ${FIRST}，第12段。`);
  });

  test('and 同上 right after a note that is on the statement and nothing else', async () => {
    const gb = 'gb7714-2025-note';
    const first = (await note('甲|', {}, gb)).split('[^1]: ')[1]?.trim() ?? '';
    expect(await note(before(first), {}, gb)).toContain('[^2]: 同上：第12段');
    expect(await note(`甲[^1]乙[^2]丙|\n\n[^1]: ${first}\n\n[^2]: 同上：第3段.\n`, {}, gb)).toContain(
      '[^3]: 同上：第12段',
    );
    expect(await note(before(`${first} 另有评论。`), {}, gb)).not.toContain('同上');
    expect(await note(`甲[^1]乙[^2]丙|\n\n[^1]: ${first}\n\n[^2]: 作者注。\n`, {}, gb)).not.toContain('同上');
    expect(await note(before(`[@${A}，第3段]`), {}, gb)).not.toContain('同上');
  });
});

describe('what is written between two notes', () => {
  const gb = 'gb7714-2025-note';

  test('takes nothing from a 同上 that follows', async () => {
    const refused =
      /^The next note, “同上：第3段\.”, stands for the note before it, and would stand for the new one\./;
    const draft = '甲[^1]乙|丙[^2]\n\n[^1]: 某书，第8页。\n\n[^2]: 同上：第3段.\n';
    expect(await note(draft, {}, gb)).toMatch(refused);
    const first = (await note('甲|', {}, gb)).split('[^1]: ')[1]?.trim() ?? '';
    const same = `甲[^1]乙|丙[^2]\n\n[^1]: ${first}\n\n[^2]: 同上：第3段.\n`;
    expect(await note(same, {}, gb)).toContain('乙[^3]丙[^2]');
    expect(await note(same, { passages: [{ key: 'other', address: '1' }] }, gb)).toMatch(refused);
  });
});

describe('in a footnote no footnote is written', () => {
  test('but the citation in the line', async () => {
    expect(await note('甲[^1]\n\n[^1]: 双方已有声明|。\n')).toBe(
      `甲[^1]\n\n[^1]: 双方已有声明（${FIRST}，第12段）。\n`,
    );
    expect(await note('甲^[双方已有声明|]。')).toBe(`甲^[双方已有声明（${FIRST}，第12段）]。`);
  });

  test('or, where the note is empty, the citation as its words', async () => {
    expect(await note('甲[^1]\n\n[^1]: |\n')).toBe(`甲[^1]\n\n[^1]: ${FIRST}，第12段。\n`);
  });
});

describe('a citation in the line', () => {
  const inline = (marked: string, style?: StyleName) => note(marked, { form: 'inline' }, style);

  test('stands in parentheses of the draft’s language', async () => {
    expect(await inline('双方声明|。')).toBe(`双方声明（${FIRST}，第12段）。`);
    expect(await inline('---\nlang: en\n---\n\nThey agree|.')).toMatch(
      /They agree \([^()]*para\. 12[^()]*\)\.$/,
    );
  });

  test('has the brackets of a style that has no notes', async () => {
    const text = await inline('---\nlang: en\n---\n\nThey agree|.', 'apa');
    expect(text).toMatch(/They agree \([^()]*2025, para\. 12\)\.$/);
  });
});
