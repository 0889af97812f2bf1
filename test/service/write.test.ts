import { beforeAll, describe, expect, test } from 'vitest';
import { createWorld, SHIPPED, shippedFiles, statementFile, WORKSPACE, type World } from './workspace.ts';
import { write } from './writing.ts';

const A = 'cn-ru-2025-global-strategic-stability';
const B = 'cn-ru-2025-comprehensive-partnership';

let world: World;

beforeAll(async () => {
  const english = '## I. Peace\n\nThe first.\n\nThe second.\n\n## II. Trade\n\nThe third.';
  world = await createWorld({
    ...shippedFiles(),
    [`${WORKSPACE}/pact.statement.md`]: statementFile('pact', english, 'title: The Pact\nlanguage: en\n'),
  });
  expect(world.service.status().problems.filter(({ uri }) => uri.startsWith(SHIPPED))).toEqual([]);
});

const cite = (key: string, ...addresses: string[]) => ({
  passages: addresses.map((address) => ({ key, address })),
});

/** What becomes of a note when the twelfth paragraph of A is cited in it. */
async function cited(marked: string): Promise<string> {
  return (await write(world, marked, cite(A, '12'))).text;
}

describe('a citation in Pandoc’s form', () => {
  test('goes to the cursor', async () => {
    expect(await cited('双方声明|。')).toBe(`双方声明[@${A}，第12段]。`);
    expect(await cited('|')).toBe(`[@${A}，第12段]`);
    expect(await cited('甲\n\n- |\n')).toBe(`甲\n\n- [@${A}，第12段]\n`);
  });

  test('goes after what is selected, before the break of a line that is selected whole', async () => {
    expect(await cited('他说⟦“某某”⟧。')).toBe(`他说“某某”[@${A}，第12段]。`);
    expect(await cited('⟦双方声明。\n⟧\n乙')).toBe(`双方声明。[@${A}，第12段]\n\n乙`);
  });

  test('is set off by a space where the script has spaces', async () => {
    expect(await cited('They declare|.')).toBe(`They declare [@${A}，第12段].`);
    expect(await cited('They declare |.')).toBe(`They declare [@${A}，第12段].`);
    expect(await cited('Стороны заявляют|.')).toBe(`Стороны заявляют [@${A}，第12段].`);
    expect(await cited('“a quotation”|.')).toBe(`“a quotation” [@${A}，第12段].`);
  });

  test('is one bracket for several passages, neighbours joined', async () => {
    const passages = [...cite(A, '12', '3').passages, ...cite(B, '4.3').passages, ...cite(A, '4').passages];
    expect((await write(world, '|', { passages })).text).toBe(
      `[@${A}，第12段; @${A}，第3—4段; @${B}，第四部分第3段]`,
    );
    expect((await write(world, 'x|', cite('pact', '1.1', '1.2', '2'))).text).toBe(
      'x [@pact, § 1, ¶¶ 1-2; @pact, § 2]',
    );
  });

  test('has what introduces it before the key, with the space that Pandoc needs', async () => {
    const { text, snippets } = await write(world, '|', { ...cite(A, '12'), prefix: '参见' });
    expect(text).toBe(`[参见 @${A}，第12段]`);
    expect(snippets).toEqual([`[$\{1:参见} @${A}，第12段]$0`]);
  });

  test('of a whole statement has room for a locator, which can be left out', async () => {
    const { text, snippets } = await write(world, '|', cite(A, ''));
    expect(text).toBe(`[@${A}]`);
    expect(snippets).toEqual([`[@${A}$\{1}]$0`]);
    expect((await write(world, '|', cite(A, '12'))).snippets).toEqual([]);
  });

  test('is kept apart from what would make it a link', async () => {
    expect(await cited('声明|(2025)')).toBe(`声明[@${A}，第12段] (2025)`);
    expect(await cited('[文]|')).toBe(`[文] [@${A}，第12段]`);
  });
});

describe('a citation joins the group that the cursor is in or touches', () => {
  test.each([
    ['behind its last item', `[@${B}|]`, `[@${B}; @${A}，第12段]`],
    ['with a suffix', `[@${B}，第四部分 及其后|]`, `[@${B}，第四部分 及其后; @${A}，第12段]`],
    ['within an item', `[见 @${B}，第|四部分; @pact]`, `[见 @${B}，第四部分; @${A}，第12段; @pact]`],
    ['after the bracket', `声明[@${B}，第四部分]|。`, `声明[@${B}，第四部分; @${A}，第12段]。`],
    ['before the bracket', `声明|[见 @${B}]。`, `声明[@${A}，第12段; 见 @${B}]。`],
    ['after a semicolon', `[@${B}; |]`, `[@${B}; @${A}，第12段]`],
    ['after a semicolon without a space', `[@${B};|]`, `[@${B}; @${A}，第12段]`],
    ['between semicolons', `[@${B}; |; @pact]`, `[@${B}; @${A}，第12段; @pact]`],
    ['after a full-width semicolon, which becomes an ASCII one', `[@${B}；|]`, `[@${B}; @${A}，第12段]`],
    ['in an empty bracket', '声明[|]。', `声明[@${A}，第12段]。`],
    ['in a bracket with an introduction', '[参见|]', `[参见 @${A}，第12段]`],
    ['in a bracket with any words and a space', '[另外 |]', `[另外 @${A}，第12段]`],
    ['in a bracket that is not closed yet', `声明[@${B}; |`, `声明[@${B}; @${A}，第12段]`],
    ['after a key in the text', `@${B} [第四部分|]说`, `@${B} [第四部分; @${A}，第12段]说`],
    ['behind a comma that waits for a locator', `[@${A}，|]`, `[@${A}，第12段]`],
    ['behind a comma that waits for another', `[@${B}，|]`, `[@${B}，; @${A}，第12段]`],
    ['of keys that nobody knows', '[@smith2020, p. 3|]', `[@smith2020, p. 3; @${A}，第12段]`],
  ])('%s', async (_where, marked, expected) => {
    expect(await cited(marked)).toBe(expected);
  });

  test.each([
    ['the paragraph before', `[@${A}，第11段]|`, `[@${A}，第11—12段]`],
    ['the paragraph after', `[见 @${A}，第13段|]`, `[见 @${A}，第12—13段]`],
    ['a run', `[@pact; @${A}，第13—14段]|`, `[@pact; @${A}，第12—14段]`],
    [
      'but not where words follow its locator',
      `[@${A}，第11段，特别是末句]|`,
      `[@${A}，第11段，特别是末句; @${A}，第12段]`,
    ],
    ['but not one that is no neighbour', `[@${A}，第10段]|`, `[@${A}，第10段; @${A}，第12段]`],
  ])('and makes a run with %s', async (_what, marked, expected) => {
    expect(await cited(marked)).toBe(expected);
  });

  test('but does not cite again what is cited there', async () => {
    expect(await cited(`[@${A}，第12段]|`)).toBe('This is cited here already.');
    expect(await cited(`[@${A}，第10—14段|]`)).toBe('This is cited here already.');
    expect((await write(world, `[@${A}，第12段]|`, cite(A, '12', '9'))).text).toBe(
      `[@${A}，第12段; @${A}，第9段]`,
    );
  });

  test('and several cursors in it write one citation', async () => {
    expect(await cited(`[@${B}|，第四部分|]|`)).toBe(`[@${B}，第四部分; @${A}，第12段]`);
  });
});

describe('other brackets are text', () => {
  test.each([
    ['a remark', '[待核对|]', `[待核对[@${A}，第12段]]`],
    ['a note in the line', '^[注|]', `^[注[@${A}，第12段]]`],
    ['a key in the text', `@${B}| 指出`, `@${B} [@${A}，第12段] 指出`],
    [
      'a key that the cursor is in',
      `@cn-ru-2025-|comprehensive-partnership 指出`,
      `@${B} [@${A}，第12段] 指出`,
    ],
    ['a link whose parts the cursor is between', '[文]|(http://a.b)', `[文](http://a.b) [@${A}，第12段]`],
    ['the text of a link, behind which it goes', '[文|](http://a.b)', `[文](http://a.b) [@${A}，第12段]`],
  ])('%s', async (_what, marked, expected) => {
    expect(await cited(marked)).toBe(expected);
  });
});

const CLOSED = /^In line \d+ the cursor is in code, mathematics, front matter, or the target of a link/;
const SPOILS = /^In line \d+ a citation would not be read as one here, or would break what stands beside it/;

describe('nothing is written', () => {
  test.each([
    ['into code', '甲`乙|丙`'],
    ['into a block of code', '甲\n\n```\n|\n```\n'],
    ['into an indented block', '甲\n\n    乙|\n'],
    ['into front matter', '---\ntitle: |\n---\n'],
    ['into mathematics', '$a|b$'],
    ['into a comment', '<!-- | -->'],
    ['into the target of a link', '[甲](http://a|b)'],
    ['into the label of a link', '[甲][a|]\n\n[a]: http://b\n'],
    ['into the mark of a footnote', '甲[^1|]\n\n[^1]: 乙\n'],
  ])('%s', async (_where, marked) => {
    for (const form of ['pandoc', 'footnote', 'inline', 'link'] as const) {
      expect((await write(world, marked, { ...cite(A, '12'), form })).text).toMatch(CLOSED);
    }
  });

  test.each([
    ['after a backslash', '甲\\|'],
    ['where the definition of a link would be none', '[甲]\n\n[甲|]: http://a.b\n'],
  ])('%s', async (_where, marked) => {
    expect(await cited(marked)).toMatch(new RegExp(`${SPOILS.source}|${CLOSED.source}`));
  });

  test('at any cursor if not at all of them', async () => {
    expect(await cited('甲|\n\n`乙|`')).toMatch(/^In line 3 /);
  });

  test('of what is not there', async () => {
    expect((await write(world, '|', cite(A, '99'))).text).toContain('99');
    expect((await write(world, '|', cite('nobody', '1'))).text).toContain('nobody');
    expect((await write(world, '|', { passages: [] })).text).toBe('Choose a passage to cite first.');
    expect((await write(world, '|', { ...cite(A, '12'), prefix: '见 [' })).text).toBe(
      'After “见 [” Pandoc would not read this citation. Leave brackets, semicolons and @ out of it.',
    );
  });
});

test('a citation as a link has title and locator, and leads to the passage', async () => {
  expect((await write(world, '见|', { ...cite(A, '12'), form: 'link' })).text).toBe(
    `见[《中俄全球战略稳定联合声明》第12段](pincite:${A}#12)`,
  );
  expect((await write(world, '甲|', { ...cite(B, '4.3', '4.4', ''), form: 'link', prefix: '见' })).text).toBe(
    `甲见[《中俄深化全面战略协作伙伴关系联合声明》第四部分第3—4段](pincite:${B}#4.3-4.4)、` +
      `[《中俄深化全面战略协作伙伴关系联合声明》](pincite:${B})`,
  );
  const inEnglish = '---\nlang: en\n---\n\n';
  const { text } = await write(world, `${inEnglish}See|.`, { ...cite('pact', '1.2'), form: 'link' });
  expect(text).toMatch(/^---\nlang: en\n---\n\nSee \[“The Pact.*sec\. 1, para\. 2\]\(pincite:pact#1\.2\)\.$/);
});
