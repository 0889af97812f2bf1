import { describe, expect, test } from 'vitest';
import { origins } from '../../server/src/core/corpus.ts';
import {
  CONFIGURED,
  createWorld,
  rootOf,
  settle,
  statementFile,
  WORKSPACE,
  type World,
} from './workspace.ts';

const workspace = rootOf(WORKSPACE, origins.workspace);

/** The drafts as `name: text`. */
async function list({ service }: World, options = {}): Promise<string[]> {
  const drafts = await service.drafts.list(options);
  return drafts.map(({ uri, text }) => `${uri.replace(`${WORKSPACE}/`, '')}: ${text}`);
}

describe('the drafts of the workspace', () => {
  test('are Markdown of every kind below its folders, and nothing of a corpus', async () => {
    const world = await createWorld(
      {
        [`${WORKSPACE}/b.md`]: 'b',
        [`${WORKSPACE}/a.qmd`]: 'a',
        [`${WORKSPACE}/deep/er/c.Rmd`]: 'c',
        [`${WORKSPACE}/deep/d.markdown`]: 'd',
        [`${WORKSPACE}/e.txt`]: 'e',
        [`${WORKSPACE}/f.mdx`]: 'f',
        [`${WORKSPACE}/pact.statement.md`]: statementFile('pact', '甲。'),
        [`${WORKSPACE}/.git/g.md`]: 'g',
        [`${WORKSPACE}/x/node_modules/h.md`]: 'h',
        [`${WORKSPACE}/texts/plain.md`]: '# 关于甲的声明\n\n甲。\n',
        [`${WORKSPACE}/texts/sources/one.md`]: 'received',
        [`${WORKSPACE}/texts/README.md`]: 'about',
        [`${CONFIGURED}/far.md`]: '# 关于乙的声明\n\n乙。\n',
      },
      [workspace, rootOf(`${WORKSPACE}/texts`, origins.configured), rootOf(CONFIGURED, origins.configured)],
    );
    expect(await list(world)).toEqual([
      ...['a.qmd: a', 'b.md: b', 'deep/d.markdown: d', 'deep/er/c.Rmd: c', 'texts/README.md: about'],
    ]);
  });

  test('are not read before somebody asks, and then once', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'a' }, [workspace]);
    const gate = world.files.hold();
    expect(gate.held).toEqual([]);
    const asked = Promise.all([list(world), list(world)]);
    await gate.release();
    expect(await asked).toEqual([['a.md: a'], ['a.md: a']]);
    const again = world.files.hold();
    expect(await list(world)).toEqual(['a.md: a']);
    expect(again.held).toEqual([]);
  });

  test('follow the disk', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'a', [`${WORKSPACE}/x/b.md`]: 'b' }, [
      workspace,
    ]);
    expect(await list(world)).toEqual(['a.md: a', 'x/b.md: b']);
    await world.files.write(`${WORKSPACE}/a.md`, 'A');
    await world.files.write(`${WORKSPACE}/c.md`, 'c');
    expect(await list(world)).toEqual(['a.md: A', 'c.md: c', 'x/b.md: b']);
    await world.files.rename(`${WORKSPACE}/c.md`, `${WORKSPACE}/d.md`);
    await world.files.remove(`${WORKSPACE}/a.md`);
    expect(await list(world)).toEqual(['d.md: c', 'x/b.md: b']);
  });

  test('that lay in a deleted folder are gone, though editors tell the folder alone', async () => {
    const files = { [`${WORKSPACE}/x/b.md`]: 'b', [`${WORKSPACE}/xx.md`]: 'xx' };
    const world = await createWorld(files, [workspace]);
    expect(await list(world)).toEqual(['x/b.md: b', 'xx.md: xx']);
    world.service.loader.fileChanged = () => Promise.resolve();
    await world.files.remove(`${WORKSPACE}/x/b.md`);
    world.service.drafts.fileChanged(`${WORKSPACE}/x`);
    expect(await list(world)).toEqual(['xx.md: xx']);
  });

  test('that change while they are being read are read once more', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'old' }, [workspace]);
    const gate = world.files.hold();
    const asked = list(world);
    await settle();
    expect(gate.held).toEqual([WORKSPACE]);
    await gate.release(WORKSPACE);
    expect(gate.held).toContain(`${WORKSPACE}/a.md`);
    await world.files.write(`${WORKSPACE}/a.md`, 'new');
    await gate.release();
    expect(await asked).toEqual(['a.md: new']);
  });

  test('are those of the folders that are open now, also where these change meanwhile', async () => {
    const other = 'file:///other';
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'a', [`${other}/b.md`]: 'b' }, [workspace]);
    const gate = world.files.hold();
    const asked = world.service.drafts.list();
    await settle();
    expect(gate.held).toEqual([WORKSPACE]);
    await gate.release(WORKSPACE);
    const loading = world.service.loader.load([rootOf(other, origins.workspace)]);
    await gate.release();
    await loading;
    expect((await asked).map(({ text }) => text)).toEqual(['b']);
    expect((await world.service.drafts.list()).map(({ text }) => text)).toEqual(['b']);
  });

  test('that changed unheard are found when asked for afresh', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'a', [`${WORKSPACE}/b.md`]: 'b' }, [workspace]);
    expect(await list(world)).toHaveLength(2);
    world.service.loader.fileChanged = () => Promise.resolve();
    await world.files.write(`${WORKSPACE}/a.md`, 'A');
    await world.files.write(`${WORKSPACE}/c.md`, 'c');
    await world.files.remove(`${WORKSPACE}/b.md`);
    expect(await list(world)).toEqual(['a.md: a', 'b.md: b']);
    expect(await list(world, { fresh: true })).toEqual(['a.md: A', 'c.md: c']);
  });

  test('are left out where they cannot be used', async () => {
    const world = await createWorld(
      {
        [`${WORKSPACE}/long.md`]: 'x'.repeat(4_000_001),
        [`${WORKSPACE}/bytes.md`]: { kind: 'not-utf8', before: 'x' },
        [`${WORKSPACE}/locked.md`]: { kind: 'unreadable', reason: 'EACCES' },
        [`${WORKSPACE}/a.md`]: 'a',
      },
      [workspace],
    );
    expect(await list(world)).toEqual(['a.md: a']);
    world.files.folder(WORKSPACE, { kind: 'unreadable', reason: 'EACCES' });
    expect(await list(world, { fresh: true })).toEqual([]);
  });
});

describe('open drafts', () => {
  test('win over the disk, and those that were never saved count', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'disk' }, [workspace]);
    const { loader, drafts } = world.service;
    loader.opened(`${WORKSPACE}/a.md`, 'open', 'markdown');
    loader.opened(`${WORKSPACE}/new.md`, 'new', 'markdown');
    loader.opened('untitled:Untitled-1', 'untitled', 'markdown');
    loader.opened('untitled:Untitled-2', 'data', 'plaintext');
    loader.opened(`${WORKSPACE}/pact.statement.md`, statementFile('pact', '甲。'), 'pincite-statement');
    expect(await list(world)).toEqual([...['a.md: open', 'new.md: new', 'untitled:Untitled-1: untitled']]);
    expect(drafts.open(`${WORKSPACE}/pact.statement.md`)?.text).toContain('甲。');
    await loader.closed(`${WORKSPACE}/a.md`);
    await loader.closed('untitled:Untitled-1');
    expect(await list(world)).toEqual(['a.md: disk', 'new.md: new']);
  });

  test('from elsewhere are asked for apart, unless no folder is open', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'a' }, [workspace]);
    world.service.loader.opened('file:///elsewhere/b.md', 'b', 'markdown');
    expect(await list(world)).toEqual(['a.md: a']);
    expect((await world.service.drafts.listWithOpen()).map(({ text }) => text)).toEqual(['b', 'a']);
    const bare = await createWorld({}, []);
    bare.service.loader.opened('file:///elsewhere/b.md', 'b', 'markdown');
    expect(await list(bare)).toEqual(['file:///elsewhere/b.md: b']);
  });

  test('tell of every change of a draft, and of nothing else', async () => {
    const world = await createWorld({ [`${WORKSPACE}/a.md`]: 'a' }, [workspace]);
    let told = 0;
    const stop = world.service.drafts.onChange(() => told++);
    world.service.loader.opened(`${WORKSPACE}/a.md`, 'b', 'markdown');
    expect(told).toBe(1);
    await world.files.write(`${WORKSPACE}/c.md`, 'c');
    expect(told).toBe(2);
    await world.service.loader.closed(`${WORKSPACE}/a.md`);
    expect(told).toBe(3);
    await world.files.write(`${WORKSPACE}/pact.statement.md`, statementFile('pact', '甲。'));
    world.service.loader.opened(`${WORKSPACE}/pact.statement.md`, '', 'pincite-statement');
    expect(told).toBe(3);
    stop();
    await world.files.write(`${WORKSPACE}/c.md`, 'd');
    expect(told).toBe(3);
  });
});
