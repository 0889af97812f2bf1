import { beforeAll, expect, test } from 'vitest';
import type { Writing } from '../../server/src/service/writing.ts';
import { createWorld, shippedFiles, statementFile, WORKSPACE, type World } from './workspace.ts';
import { settings } from './writing.ts';

const A = 'cn-ru-2025-global-strategic-stability';
const B = 'cn-ru-2025-comprehensive-partnership';
const A11 = '双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为。';
const NOTE =
  '《中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明》，载《人民日报》，2025年5月9日，第3版，第11段';

let world: World;

beforeAll(async () => {
  const pact = statementFile('pact', 'One.\n\nTwo “three”.', 'title: The Pact\nlanguage: en\n');
  world = await createWorld({ ...shippedFiles(), [`${WORKSPACE}/pact.statement.md`]: pact });
});

async function compose(writing: Writing): Promise<string> {
  const notes = { ...settings.notes, style: 'cn-international-relations' as const };
  const result = await world.service.compose(writing, { ...settings, notes });
  return 'text' in result ? result.text : result.refused;
}

const a11: Pick<Writing, 'passages'> = { passages: [{ key: A, address: '11' }] };

test('a citation', async () => {
  expect(await compose(a11)).toBe(`[@${A}，第11段]`);
  expect(
    await compose({ passages: [...a11.passages, { key: B, address: '第四部分第3段' }], prefix: '见' }),
  ).toBe(`[见 @${A}，第11段; @${B}，第四部分第3段]`);
});

test('a footnote is what the note says', async () => {
  expect(await compose({ ...a11, form: 'footnote' })).toBe(`${NOTE}。`);
});

test('a citation in the line, and a link', async () => {
  expect(await compose({ ...a11, form: 'inline' })).toBe(`（${NOTE}）`);
  expect(await compose({ ...a11, form: 'link' })).toBe(
    `[《中俄全球战略稳定联合声明》第11段](pincite:${A}#11)`,
  );
});

test('a quotation between marks', async () => {
  expect(await compose({ ...a11, quotation: 'marks' })).toBe(`“${A11}”[@${A}，第11段]`);
  expect(await compose({ ...a11, quotation: 'marks', words: '双方谴责' })).toBe(`“双方谴责”[@${A}，第11段]`);
  expect(await compose({ ...a11, quotation: 'marks', words: '双方谴责', citation: 'none' })).toBe(
    '“双方谴责”',
  );
  expect(await compose({ ...a11, quotation: 'marks', words: '双方谴责', form: 'footnote' })).toBe(
    `“双方谴责”（${NOTE}）`,
  );
});

test('a quotation as a block', async () => {
  const passages = ['1', '2'].map((address) => ({ key: 'pact', address }));
  expect(await compose({ passages, quotation: 'block' })).toBe('> One.\n>\n> Two “three”. [@pact, ¶¶ 1-2]');
  expect(await compose({ passages: [...a11.passages, ...passages], quotation: 'block' })).toBe(
    `> ${A11}[@${A}，第11段]\n>\n> One.\n>\n> Two “three”. [@pact, ¶¶ 1-2]`,
  );
});

test('marks and spaces are those of the statement’s language', async () => {
  const passages = [{ key: 'pact', address: '2' }];
  expect(await compose({ passages, quotation: 'marks' })).toBe('“Two ‘three’.” [@pact, ¶ 2]');
});

test('what is not there is refused in a sentence', async () => {
  expect(await compose({ passages: [] })).toBe('Choose a passage to cite first.');
  expect(await compose({ ...a11, quotation: 'marks', words: '双方欢迎' })).toMatch(
    /^These words do not stand just so/,
  );
});
