import { describe, expect, test } from 'vitest';
import { createWorld, statementFile, WORKSPACE, type World } from './workspace.ts';

const PACT = `${WORKSPACE}/pact.statement.md`;
const pact = statementFile(
  'pact',
  '序。\n\n一、甲。\n\n乙。\n\n二、丙。\n\n（一）丁。\n\n（二）戊。',
  'title: 关于边境贸易的联合声明\nlanguage: zh-CN\n',
);

/** A line for each count: the words that it stands above, and its title. */
async function counts({ service }: World): Promise<string[]> {
  const passages = await service.workspace.citedPassages(PACT);
  return Promise.all(
    passages.map(async ({ uri, address, range }) => {
      const count = await service.workspace.citedCount(uri, address);
      const line = pact.split('\n')[range.start.line] ?? '';
      return `${line.slice(range.start.character)} | ${address} | ${count?.title ?? ''}`;
    }),
  );
}

describe('counts of citations', () => {
  test('stand at the title, at sections and paragraphs that are cited, and nowhere else', async () => {
    const world = await createWorld({
      [PACT]: pact,
      [`${WORKSPACE}/a.md`]: '[@pact，第一部分第1段] [@pact，第二部分（一）第1段] [@pact]',
      [`${WORKSPACE}/b.md`]: '[@pact，第一部分第1—2段] [@other]',
    });
    expect(await counts(world)).toEqual([
      '关于边境贸易的联合声明 |  | cited 4 times',
      '一、甲。 | 1 | section cited 2 times',
      '二、丙。 | 2 | section cited once',
      '（一）丁。 | 2.1 | section cited once',
      '甲。 | 1.1 | cited 2 times',
      '乙。 | 1.2 | cited once',
      '丁。 | 2.1.1 | cited once',
    ]);
  });

  test('are none for a statement that nobody cites, and follow the drafts', async () => {
    const world = await createWorld({ [PACT]: pact, [`${WORKSPACE}/a.md`]: '无' });
    expect(await counts(world)).toEqual([]);
    world.service.loader.opened(`${WORKSPACE}/a.md`, '[@pact]', 'markdown');
    expect(await counts(world)).toEqual(['关于边境贸易的联合声明 |  | cited once']);
    await world.service.loader.closed(`${WORKSPACE}/a.md`);
    expect(await counts(world)).toEqual([]);
    expect(await world.service.workspace.citedCount(PACT, '9.9')).toBeUndefined();
    expect(await world.service.workspace.citedPassages(`${WORKSPACE}/a.md`)).toEqual([]);
  });
});
