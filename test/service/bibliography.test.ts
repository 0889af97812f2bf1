import { describe, expect, test } from 'vitest';
import { createDraft } from '../../server/src/service/draft.ts';
import { createWorld, statementFile, WORKSPACE } from './workspace.ts';

const files = {
  [`${WORKSPACE}/texts/a.statement.md`]: statementFile('a-1', '甲。'),
  [`${WORKSPACE}/texts/b.statement.md`]: statementFile('b-2', '乙。'),
  'file:///corpus/c.statement.md': statementFile('c-3', '丙。', 'title: 关于边境贸易和通关手续的联合声明\n'),
};

/** What the bibliography of a note holds, by key, and what it does not know; of what stands between ⟦ and ⟧ if they do. */
async function cited(marked: string): Promise<{ keys: string[]; unknown: readonly string[] }> {
  const { service } = await createWorld(files);
  const [start, end] = [marked.indexOf('⟦'), marked.indexOf('⟧')];
  const text = marked.replace(/[⟦⟧]/g, '');
  const draft = createDraft(`${WORKSPACE}/notes/n.md`, text);
  const result =
    start < 0
      ? await service.bibliography.of('csl-json', [draft])
      : await service.bibliography.ofPart('csl-json', draft, { start, end: end - 1 });
  const items = JSON.parse(result.text) as { id: string }[];
  expect(result.statements).toBe(items.length);
  return { keys: items.map(({ id }) => id), unknown: result.unknown };
}

describe('the bibliography of a draft', () => {
  test('has what it cites, once, in the order in which it first does', async () => {
    expect(await cited('甲 [@b-2，第1段] 乙 @c-3 丙 [-@b-2; 见 @a-1]。[^1]\n\n[^1]: [@c-3]')).toEqual({
      keys: ['b-2', 'c-3', 'a-1'],
      unknown: [],
    });
  });

  test('names the keys that no statement has', async () => {
    expect(await cited('[@li-2025; @a-1] @wang_2024 [@li-2025]')).toEqual({
      keys: ['a-1'],
      unknown: ['li-2025', 'wang_2024'],
    });
  });

  test('counts links to statements and nocite, and no title in running text', async () => {
    expect(
      await cited(
        '---\nnocite: |\n  @b-2\n---\n\n[甲](pincite:a-1#1) 《关于边境贸易和通关手续的联合声明》[乙](pincite:no-1)',
      ),
    ).toEqual({ keys: ['b-2', 'a-1'], unknown: ['no-1'] });
    expect((await cited('[甲](../texts/b.statement.md#1) [乙](../texts/none.statement.md)')).keys).toEqual([
      'b-2',
    ]);
  });

  test('passes over code, addresses of mail and comments', async () => {
    expect(await cited('`@a-1` x@b-2.org <!-- @c-3 -->\n\n```\n[@a-1]\n```\n')).toEqual({
      keys: [],
      unknown: [],
    });
  });

  test.each([
    ['[@a-1，⟦第1段⟧] @b-2', ['a-1']],
    ['[@a-1]⟦ 甲 ⟧@b-2', []],
    ['⟦[@a-1] @b⟧-2 [@c-3]', ['a-1', 'b-2']],
    ['[⟦甲⟧](pincite:c-3) [@a-1]', ['c-3']],
  ])('of a part of it: %s', async (text, keys) => {
    expect((await cited(text)).keys).toEqual(keys);
  });
});

describe('the bibliography of the workspace', () => {
  test('has what any of its drafts cites, what is open before what is on the disk', async () => {
    const { service } = await createWorld({
      ...files,
      [`${WORKSPACE}/one.md`]: '[@b-2]',
      [`${WORKSPACE}/sub/two.qmd`]: '[@c-3; @no-1]',
      'file:///elsewhere/three.md': '[@a-1]',
    });
    const keys = async (): Promise<string[]> => {
      const { text } = await service.bibliography.of('csl-json');
      return (JSON.parse(text) as { id: string }[]).map(({ id }) => id);
    };
    expect(await keys()).toEqual(['b-2', 'c-3']);
    service.loader.opened(`${WORKSPACE}/one.md`, '[@a-1]', 'markdown');
    expect(await keys()).toEqual(['a-1', 'c-3']);
    await service.loader.closed(`${WORKSPACE}/one.md`);
    expect(await keys()).toEqual(['b-2', 'c-3']);
  });
});

test('it waits until the statements are read: none is unknown before', async () => {
  const world = await createWorld(files);
  const held = world.files.hold();
  const loading = world.service.loader.reload();
  const asked = world.service.bibliography.of('csl-json', [createDraft(`${WORKSPACE}/n.md`, '[@a-1]')]);
  let isAnswered = false;
  void asked.then(() => (isAnswered = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect([held.held.length > 0, isAnswered]).toEqual([true, false]);
  await held.release();
  await loading;
  expect((await asked).unknown).toEqual([]);
});
