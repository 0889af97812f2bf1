import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StyleName } from '../../server/src/core/format/style-name.ts';
import type { Preview } from '../../server/src/service/preview.ts';
import { createWorld, settle, shippedWorld, SHIPPED, statementFile, type World } from './workspace.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const PARTNERSHIP = 'cn-ru-2025-comprehensive-partnership';

let shipped: World;
beforeAll(async () => {
  shipped = await shippedWorld();
});

const show = (text: string, style: StyleName | 'auto' = 'auto'): Promise<Preview> =>
  shipped.service.preview(text, style);
const texts = async (text: string, style?: StyleName): Promise<string[]> =>
  (await show(text, style)).citations.map((citation) => citation.text);

/** The line, counted from 1, of the file that begins with these words; read from the disk. */
function lineThatBegins(key: string, words: string): number {
  const file = path.join(import.meta.dirname, `../../corpus/statements/${key}.statement.md`);
  const at = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(words));
  expect(at).toBeGreaterThan(0);
  return at + 1;
}

describe('a citation is shown', () => {
  test('by its short title and locator, with the words of the passage and the way to it', async () => {
    const words = '双方反对个别国家将外空用于武装对抗的企图';
    const { citations } = await show(`前文[@${STABILITY}，第10段]。`);
    expect(citations).toEqual([
      {
        raw: `[@${STABILITY}，第10段]`,
        text: '（《中俄全球战略稳定联合声明》第10段）',
        passage: expect.stringMatching(new RegExp(`^第10段\n${words}`)) as string,
        isBroken: false,
        problem: '',
        target: `${SHIPPED}/${STABILITY}.statement.md#L${String(lineThatBegins(STABILITY, words))}`,
      },
    ]);
  });

  test.each([
    [`[见 @${STABILITY}，第10段]`, '（见《中俄全球战略稳定联合声明》第10段）'],
    [`[@${STABILITY}]`, '（《中俄全球战略稳定联合声明》）'],
    [`[@${STABILITY}, 4]`, '（《中俄全球战略稳定联合声明》第4段）'],
    [`[-@${STABILITY}，第3—5段]`, '（《中俄全球战略稳定联合声明》第3—5段）'],
    [
      `[@${STABILITY}，第1段; @${PARTNERSHIP}，第四部分第3段]`,
      '（《中俄全球战略稳定联合声明》第1段；《中俄深化全面战略协作伙伴关系联合声明》第四部分第3段）',
    ],
    [`[@${STABILITY}，第1段，着重号为引者所加]`, '（《中俄全球战略稳定联合声明》第1段，着重号为引者所加）'],
    [`@${STABILITY} 指出`, '《中俄全球战略稳定联合声明》'],
    [`@${STABILITY} [第10段]`, '《中俄全球战略稳定联合声明》（第10段）'],
    // Places that nobody understands stay as they are written.
    [`[@${STABILITY}，附件二]`, '（《中俄全球战略稳定联合声明》，附件二）'],
    [`[@${STABILITY}, {附件二}]`, '（《中俄全球战略稳定联合声明》附件二）'],
    [`@${STABILITY} [附件二]`, '《中俄全球战略稳定联合声明》（附件二）'],
    // A bibliography of the writer's own, beside one of ours.
    [`[@smith2020, p. 3; @${STABILITY}，第1段]`, '（@smith2020, p. 3；《中俄全球战略稳定联合声明》第1段）'],
  ])('%s as %s', async (written, shown) => {
    expect(await texts(written)).toEqual([shown]);
  });

  test('in the marks of the language of the statement', async () => {
    const front = 'title: Declaration on Trade\nlanguage: en\n';
    const file = statementFile('trade', '## 4. Ports\n\nFirst.\n\nSecond.', front);
    const { service } = await createWorld({ 'file:///corpus/trade.statement.md': file });
    const { citations } = await service.preview(
      'As said [see @trade, § 4, ¶ 2]. And @trade [¶ 9] too.',
      'auto',
    );
    expect(citations.map(({ text, isBroken }) => [text, isBroken])).toEqual([
      ['(see Declaration on Trade, § 4, ¶ 2)', false],
      ['Declaration on Trade (¶ 9)', true],
    ]);
  });

  test('as a style has it that sets authors and dates in the text', async () => {
    const [apa] = await texts(`[@${STABILITY}，第10段]`, 'apa');
    expect(apa).toMatch(/^[(（].*《中俄全球战略稳定联合声明》.*2025.*第10段[)）]$/);
    // A number would have to come from a list, and a note from the foot of the page.
    for (const style of ['gb7714-2025-numeric', 'chicago-note'] as const) {
      expect(await texts(`[@${STABILITY}，第10段]`, style)).toEqual([
        '（《中俄全球战略稳定联合声明》第10段）',
      ]);
    }
  });
});

describe('what is wrong is said', () => {
  test('of a passage that does not exist, whose locator stays as it is written', async () => {
    const { citations } = await show(`[@${STABILITY}，第99段]`);
    expect(citations).toMatchObject([
      { text: '（《中俄全球战略稳定联合声明》第99段）', passage: '', isBroken: true },
    ]);
    expect(citations[0]?.problem).toContain('“第99段” is not in the statement 中俄全球战略稳定联合声明');
    expect(citations[0]).not.toHaveProperty('target');
  });

  test('of a slip in a key, and not of a key of somebody else', async () => {
    const { citations } = await show(
      '[@cn-ru-2025-global-strategic-stabilty，第1段] [@li-2024, p. 3] @li-2024',
    );
    expect(citations.map(({ text, isBroken }) => [text, isBroken])).toEqual([
      ['(@cn-ru-2025-global-strategic-stabilty, 第1段)', true],
    ]);
    expect(citations[0]?.problem).toContain(`The nearest is ${STABILITY}`);
  });
});

test('code, mathematics, comments, front matter and addresses hold nothing to be shown', async () => {
  const cite = `[@${STABILITY}，第1段]`;
  const text = [
    `---\nabstract: "${cite}"\n---`,
    `\`${cite}\` and $${cite}$ and <!-- ${cite} --> and me@${STABILITY}`,
    '```',
    cite,
    '```',
  ].join('\n');
  expect(await show(text)).toEqual({ citations: [], links: [] });
});

test('links by key lead to their passage, and links to files are left alone', async () => {
  const { links } = await show(
    `[稳定](pincite:${STABILITY}#10) <pincite:${STABILITY}> [x](pincite:${STABILITY}#99) [y](../a.statement.md#4)`,
  );
  expect(links.map(({ href, text, isBroken }) => [href, text, isBroken])).toEqual([
    [`pincite:${STABILITY}#10`, '《中俄全球战略稳定联合声明》第10段', false],
    [`pincite:${STABILITY}`, '《中俄全球战略稳定联合声明》', false],
    [`pincite:${STABILITY}#99`, '《中俄全球战略稳定联合声明》', true],
  ]);
  expect(links[0]?.target).toMatch(/#L\d+$/);
});

test('a statement that is cited as a whole shows its title, and that its text breaks off', async () => {
  const { citations } = await show('[@cn-ru-2017-world-situation]');
  expect(citations[0]?.passage).toMatch(
    /^中华人民共和国和俄罗斯联邦关于当前世界形势和重大国际问题的联合声明\n/,
  );
  expect(citations[0]?.passage).toContain('breaks off');
});

test('a long passage is cut with a sign', async () => {
  const { citations } = await show(`[@${PARTNERSHIP}，第四部分]`);
  expect(citations[0]?.passage.endsWith('…')).toBe(true);
  expect(citations[0]?.passage.length).toBeLessThan(700);
});

test('while statements are being read, nothing is called unknown', async () => {
  const file = statementFile('trade-2020', 'Text.');
  const { service, files } = await createWorld({ 'file:///corpus/a.statement.md': file });
  const gate = files.hold();
  const reading = service.loader.reload();
  await settle();
  const early = await Promise.race([
    service.preview('[@trade-2021]', 'auto'),
    settle().then(() => ({ citations: [] })),
  ]);
  expect(early.citations).toEqual([]);
  await gate.release();
  await reading;
  const { citations } = await service.preview('[@trade-2021]', 'auto');
  expect(citations.map(({ isBroken }) => isBroken)).toEqual([true]);
});
