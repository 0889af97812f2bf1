import { describe, expect, test } from 'vitest';
import { origins } from '../../server/src/core/corpus.ts';
import { createDraft } from '../../server/src/service/draft.ts';
import {
  allRoots,
  CONFIGURED,
  createWorld,
  rootOf,
  settle,
  shippedFiles,
  show,
  SHIPPED,
  statementFile,
  WORKSPACE,
  type World,
} from './workspace.ts';

const GOOD = `${CONFIGURED}/good.statement.md`;
const BAD = `${CONFIGURED}/bad.statement.md`;
const good = { [GOOD]: statementFile('good', '甲。') };

function keys({ service }: World): string[] {
  return service
    .list()
    .map(({ key }) => key)
    .sort();
}

/** `file line:character-line:character severity code: message`; a folder has no place. */
function problems({ service }: World): string[] {
  return service.status().problems.map(({ uri, range, severity, code, message }) => {
    const place = range === undefined ? '' : ` ${show(range)}`;
    return `${uri.replace('file:///', '')}${place} ${severity} ${code}: ${message}`;
  });
}

/** The words of a statement's first paragraph; `undefined` if there is none. */
function opening({ service }: World, key: string): string | undefined {
  const shown = service.show(key, '');
  return 'refused' in shown ? undefined : shown.passages[0]?.text;
}

describe('a file that is not as it should be', () => {
  test.each<readonly [string, string, string, readonly string[]]>([
    [
      'broken front matter',
      '---\nid: bad\ntitle: 题\nauthor: [a\n---\n\n乙。\n',
      '4:11-5:1 error front-matter-invalid',
      ['bad', 'good'],
    ],
    [
      'front matter without an end',
      '---\nid: bad\n\n乙。\n',
      '1:1-1:4 error front-matter-unclosed',
      ['good'],
    ],
    ['no title', '---\nid: bad\n---\n\n乙。\n', '2:5-2:8 warning title-missing', ['bad', 'good']],
    ['no id', '---\ntitle: 题\n---\n\n乙。\n', '1:1-1:4 error key-missing', ['bad', 'good']],
    [
      'an id that is no key',
      '---\nid: 坏\ntitle: 题\n---\n\n乙。\n',
      '2:5-2:6 error key-invalid',
      ['bad', 'good'],
    ],
    ['no text', '---\nid: bad\ntitle: 题\n---\n', '1:1-1:4 error no-text', ['good']],
    [
      'a section numbered twice',
      statementFile('bad', '## 一\n\n甲。\n\n## 一\n\n乙。'),
      '10:1-10:5 error section-duplicate',
      ['bad', 'good'],
    ],
    ['nothing at all', '', '1:1-1:1 error', ['good']],
  ])(
    'with %s is named with its line and a sentence, and the others stay',
    async (_, text, expected, usable) => {
      const world = await createWorld({ ...good, [BAD]: text });
      const named = problems(world);
      expect(named.some((problem) => problem.startsWith(`corpus/bad.statement.md ${expected}`))).toBe(true);
      for (const problem of named) expect(problem).toMatch(/: [A-Z“].*[.)]$/);
      expect(keys(world)).toEqual(usable);
      expect(opening(world, 'good')).toBe('甲。');
    },
  );

  test('the problem goes when it is mended', async () => {
    const world = await createWorld({ ...good, [BAD]: '---\nid: bad\n' });
    expect(problems(world)).toHaveLength(1);
    await world.files.write(BAD, statementFile('bad', '乙。'));
    expect(problems(world)).toEqual([]);
    expect(keys(world)).toEqual(['bad', 'good']);
  });

  test('a line of 20 MB is refused at once, with its line and length', async () => {
    const start = performance.now();
    const world = await createWorld({ ...good, [BAD]: statementFile('bad', 'あ'.repeat(20_000_000)) });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(problems(world)).toEqual([
      'corpus/bad.statement.md 6:1-6:2 error line-too-long: This line has 20000000 characters, more than the 1000000 that can be read. Divide it into paragraphs.',
    ]);
    expect(keys(world)).toEqual(['good']);
  });

  test('bytes that are not UTF-8 are named with their line', async () => {
    const world = await createWorld({ ...good, [BAD]: { kind: 'not-utf8', before: '---\nid: bad\n' } });
    expect(problems(world)).toEqual([
      'corpus/bad.statement.md 3:1-3:1 error not-utf8: From line 3 on this file is not UTF-8 text. Save it again as UTF-8.',
    ]);
    expect(keys(world)).toEqual(['good']);
  });

  test('a file that cannot be read is named', async () => {
    const world = await createWorld({ ...good, [BAD]: { kind: 'unreadable', reason: 'EACCES' } });
    expect(problems(world)).toEqual([
      'corpus/bad.statement.md 1:1-1:1 error unreadable-file: This file cannot be read (EACCES). Check its permissions.',
    ]);
    expect(keys(world)).toEqual(['good']);
  });
});

describe('a folder that is not as it should be', () => {
  test('is named, and the others are read', async () => {
    const roots = [
      rootOf('file:///nowhere', origins.configured),
      rootOf('file:///closed', origins.configured),
      ...allRoots,
    ];
    const world = await createWorld(good, roots);
    world.files.folder('file:///closed', { kind: 'unreadable', reason: 'EACCES' });
    await world.service.loader.reload();
    expect(problems(world)).toEqual([
      'closed error unreadable-folder: The corpus folder /closed cannot be read (EACCES).',
      'nowhere error missing-folder: The corpus folder /nowhere does not exist. Correct the setting “pincite.corpusPaths”.',
    ]);
    expect(keys(world)).toEqual(['good']);
  });

  test('is no problem if it belongs to the workspace or ships: neither was typed by the user', async () => {
    const world = await createWorld(good, allRoots);
    expect(problems(world)).toEqual([]);
  });

  test('that a relative path may mean is no problem where another one exists', async () => {
    const root = (uri: string) => ({ ...rootOf(uri, origins.configured), asked: 'texts' });
    const roots = [root('file:///one/texts'), root('file:///two/texts')];
    const world = await createWorld(
      { 'file:///two/texts/a.statement.md': statementFile('two', '乙。') },
      roots,
    );
    expect(problems(world)).toEqual([]);
    await world.service.loader.load([root('file:///one/texts'), root('file:///three/texts')]);
    expect(problems(world)).toHaveLength(2);
  });

  test('is no longer named once it is there', async () => {
    const world = await createWorld(good, [rootOf('file:///later', origins.configured)]);
    expect(problems(world)).toHaveLength(1);
    await world.files.write('file:///later/a.statement.md', statementFile('late', '乙。'));
    await world.service.loader.reload();
    expect(problems(world)).toEqual([]);
    expect(keys(world)).toEqual(['late']);
  });
});

describe('two statements with one key', () => {
  const other = `${CONFIGURED}/other.statement.md`;

  test('in one folder are a mistake of the second file', async () => {
    const world = await createWorld({ ...good, [other]: statementFile('good', '乙。') });
    expect(problems(world)).toEqual([
      'corpus/other.statement.md 2:5-2:9 error duplicate-key: The key good already belongs to good.statement.md. Give this statement another “id”.',
    ]);
    expect(opening(world, 'good')).toBe('甲。');
  });

  test('let the workspace win over a configured folder', async () => {
    const world = await createWorld({
      ...good,
      [`${WORKSPACE}/z.statement.md`]: statementFile('good', '乙。'),
    });
    expect(opening(world, 'good')).toBe('乙。');
    expect(problems(world)).toEqual([
      'corpus/good.statement.md 2:5-2:9 error duplicate-key: The key good already belongs to z.statement.md. Give this statement another “id”.',
    ]);
  });

  test('let a user stand in for a text that ships, and say so', async () => {
    const key = 'cn-ru-2025-international-law';
    const world = await createWorld({ ...shippedFiles(), [other]: statementFile(key, '乙。') });
    expect(opening(world, key)).toBe('乙。');
    expect(problems(world)).toEqual([
      `corpus/other.statement.md 2:5-2:33 information replaces-shipped: This statement is used in place of the one that ships with Pincite under the key ${key}.`,
    ]);
    await world.files.remove(other);
    expect(opening(world, key)).toMatch(/^中华人民共和国/);
    expect(problems(world)).toEqual([]);
  });

  test('are no mistake any more when the first goes or takes another key', async () => {
    const world = await createWorld({ ...good, [other]: statementFile('good', '乙。') });
    await world.files.write(GOOD, statementFile('better', '甲。'));
    expect(problems(world)).toEqual([]);
    expect(opening(world, 'good')).toBe('乙。');
    expect(opening(world, 'better')).toBe('甲。');
    await world.files.remove(other);
    expect(keys(world)).toEqual(['better']);
  });

  test('leave search and lists with one of them', async () => {
    const world = await createWorld({ ...good, [other]: statementFile('good', '乙乙乙。') });
    expect((await world.service.search('乙乙', 9)).total).toBe(0);
    await world.files.remove(GOOD);
    expect((await world.service.search('乙乙', 9)).total).toBe(1);
  });
});

describe('files that come and go', () => {
  test('are followed', async () => {
    const world = await createWorld(good);
    await world.files.remove(GOOD);
    expect(keys(world)).toEqual([]);
    expect((await world.service.search('甲', 9)).total).toBe(0);
    await world.files.write(GOOD, statementFile('good', '丙。'));
    expect(opening(world, 'good')).toBe('丙。');
    await world.files.rename(GOOD, `${CONFIGURED}/renamed.statement.md`);
    expect(keys(world)).toEqual(['good']);
    expect(world.service.list()[0]?.uri).toBe(`${CONFIGURED}/renamed.statement.md`);
  });

  test('are followed where only their folder is named', async () => {
    const world = await createWorld({
      ...good,
      [`${CONFIGURED}/deep/er/a.statement.md`]: statementFile('deep', '乙。'),
    });
    expect(keys(world)).toEqual(['deep', 'good']);
    await Promise.all([
      // As an editor tells it: the folder alone.
      world.files.remove(`${CONFIGURED}/deep/er/a.statement.md`),
      world.service.loader.fileChanged(`${CONFIGURED}/deep`),
    ]);
    expect(keys(world)).toEqual(['good']);
  });

  test('outside of every folder are left alone', async () => {
    const world = await createWorld(good);
    await world.files.write('file:///elsewhere/a.statement.md', statementFile('else', '乙。'));
    await world.files.write('file:///corpusnot/a.statement.md', statementFile('not', '乙。'));
    expect(keys(world)).toEqual(['good']);
  });

  test('count as plain texts in a corpus folder, not in the workspace; sources and companions never', async () => {
    const world = await createWorld({
      [`${CONFIGURED}/plain.md`]: '# 关于甲的声明\n\n甲。\n',
      [`${CONFIGURED}/sub/text.TXT`]: '关于乙的声明\n\n乙。\n',
      [`${CONFIGURED}/sources/raw.txt`]: '关于丙的声明\n\n丙。\n',
      [`${CONFIGURED}/README.md`]: '# 说明\n\n丁。\n',
      [`${WORKSPACE}/note.md`]: '# 札记\n\n戊。\n',
      [`${WORKSPACE}/mine.statement.md`]: statementFile('mine', '己。'),
    });
    expect(keys(world)).toEqual(['mine', 'plain', 'text']);
    expect(problems(world).filter((problem) => problem.includes(' error '))).toEqual([]);
  });

  test('of a root that is taken away go with it', async () => {
    const world = await createWorld({
      ...good,
      [`${WORKSPACE}/mine.statement.md`]: statementFile('mine', '己。'),
    });
    expect(keys(world)).toEqual(['good', 'mine']);
    await world.service.loader.load([rootOf(WORKSPACE, origins.workspace)]);
    expect(keys(world)).toEqual(['mine']);
    await world.service.loader.load([]);
    expect(keys(world)).toEqual([]);
  });

  test('that two roots hold are read once, for the nearer one', async () => {
    const world = await createWorld(good, [
      rootOf('file:///corpus', origins.workspace),
      rootOf('file:///corpus/', origins.shipped),
    ]);
    expect(keys(world)).toEqual(['good']);
    expect(problems(world)).toEqual([]);
  });
});

describe('a file that is open', () => {
  test('wins over the disk, and gives way when it is closed', async () => {
    const world = await createWorld(good);
    world.service.loader.opened(GOOD, statementFile('good', '编辑中。'));
    expect(opening(world, 'good')).toBe('编辑中。');
    await world.files.write(GOOD, statementFile('good', '磁盘上。'));
    expect(opening(world, 'good')).toBe('编辑中。');
    await world.service.loader.reload();
    expect(opening(world, 'good')).toBe('编辑中。');
    await world.service.loader.closed(GOOD);
    expect(opening(world, 'good')).toBe('磁盘上。');
  });

  test('may change its key while it is open', async () => {
    const world = await createWorld(good);
    world.service.loader.opened(GOOD, statementFile('goo', '甲。'));
    expect(keys(world)).toEqual(['goo']);
    const draft = createDraft('file:///notes/a.md', '[@good] [@goo]');
    const codes = (await world.service.diagnostics(draft, { unknownKey: 'information' })).map(
      ({ code, range }) => `${code} ${show(range)}`,
    );
    expect(codes).toEqual(['unknown-key 1:3-1:7']);
    world.service.loader.opened(GOOD, statementFile('good', '甲。'));
    expect(keys(world)).toEqual(['good']);
  });

  test('counts before it was ever saved and wherever it lies, until it is closed', async () => {
    const world = await createWorld(good);
    const uri = 'untitled:/new.statement.md';
    world.service.loader.opened(uri, statementFile('fresh', '乙。'));
    expect(keys(world)).toEqual(['fresh', 'good']);
    await world.service.loader.reload();
    expect(keys(world)).toEqual(['fresh', 'good']);
    await world.service.loader.closed(uri);
    expect(keys(world)).toEqual(['good']);
  });

  test('goes when it is closed and was deleted meanwhile', async () => {
    const world = await createWorld(good);
    world.service.loader.opened(GOOD, statementFile('good', '编辑中。'));
    await world.files.remove(GOOD);
    await world.service.loader.reload();
    expect(keys(world)).toEqual(['good']);
    await world.service.loader.closed(GOOD);
    expect(keys(world)).toEqual([]);
  });

  test('that is a note is no statement', async () => {
    const world = await createWorld(good);
    world.service.loader.opened(`${WORKSPACE}/note.md`, '# 札记\n\n[@good]\n');
    expect(keys(world)).toEqual(['good']);
    expect(world.service.isStatement(`${WORKSPACE}/note.md`)).toBe(false);
  });
});

describe('things that happen at once', () => {
  test('a load that a later one overtakes is done when that is', async () => {
    const world = await createWorld(good);
    const gate = world.files.hold();
    const done: string[] = [];
    const first = world.service.loader
      .load([rootOf(CONFIGURED, origins.configured)])
      .then(() => done.push('first'));
    const second = world.service.loader
      .load([rootOf(WORKSPACE, origins.workspace)])
      .then(() => done.push('second'));
    await gate.release(CONFIGURED);
    expect(done).toEqual([]);
    expect(world.service.status().loading).toBe(true);
    await gate.release();
    await Promise.all([first, second]);
    expect(keys(world)).toEqual([]);
    expect(world.service.status().loading).toBe(false);
  });

  test('a file that an overtaken load was still reading is not put in', async () => {
    const world = await createWorld(good, []);
    const gate = world.files.hold();
    const first = world.service.loader.load([rootOf(CONFIGURED, origins.configured)]);
    await gate.release(CONFIGURED);
    expect(gate.held).toContain(GOOD);
    const second = world.service.loader.load([]);
    await gate.release();
    await Promise.all([first, second]);
    expect(keys(world)).toEqual([]);
  });

  test('a change that is told while the folder is read wins over what was read before it', async () => {
    const world = await createWorld(good, []);
    const gate = world.files.hold();
    const load = world.service.loader.load(allRoots);
    await gate.release(WORKSPACE);
    await gate.release(CONFIGURED);
    await gate.release(SHIPPED);
    expect(gate.held).toContain(GOOD);
    // The first answer is still on its way when the file changes.
    const change = world.files.write(GOOD, statementFile('good', '新。'));
    await settle();
    await gate.releaseLastFirst();
    await Promise.all([load, change]);
    expect(opening(world, 'good')).toBe('新。');
  });

  test('answers that come in the wrong order do not bring an old text back', async () => {
    const world = await createWorld(good);
    const gate = world.files.hold();
    const writes = [
      world.files.write(GOOD, statementFile('good', '一。')),
      world.files.write(GOOD, statementFile('good', '二。')),
    ];
    await gate.releaseLastFirst();
    await Promise.all(writes);
    expect(opening(world, 'good')).toBe('二。');
  });

  test('a file that is created while its folder is read stays', async () => {
    const world = await createWorld(good, []);
    const gate = world.files.hold();
    const load = world.service.loader.load([rootOf(CONFIGURED, origins.configured)]);
    await gate.release(CONFIGURED);
    const created = world.files.write(`${CONFIGURED}/new.statement.md`, statementFile('new', '新。'));
    await gate.release();
    await Promise.all([load, created]);
    expect(keys(world)).toEqual(['good', 'new']);
  });

  test('a file that is opened while it is read keeps its open text', async () => {
    const world = await createWorld(good, []);
    const gate = world.files.hold();
    const load = world.service.loader.load([rootOf(CONFIGURED, origins.configured)]);
    await gate.release(CONFIGURED);
    world.service.loader.opened(GOOD, statementFile('good', '编辑中。'));
    await gate.release();
    await load;
    expect(opening(world, 'good')).toBe('编辑中。');
  });

  test('a file that is opened right after it was closed keeps its open text', async () => {
    const world = await createWorld(good);
    world.service.loader.opened(GOOD, statementFile('good', '编辑中。'));
    const gate = world.files.hold();
    const closing = world.service.loader.closed(GOOD);
    world.service.loader.opened(GOOD, statementFile('good', '又打开。'));
    await gate.release();
    await closing;
    expect(opening(world, 'good')).toBe('又打开。');
  });

  test('a file that is deleted while its folder is read does not come back', async () => {
    const world = await createWorld(
      { ...good, [`${CONFIGURED}/z.statement.md`]: statementFile('zed', '乙。') },
      [],
    );
    const gate = world.files.hold();
    const load = world.service.loader.load([rootOf(CONFIGURED, origins.configured)]);
    await gate.release(CONFIGURED);
    const removed = world.files.remove(GOOD);
    await gate.release();
    await Promise.all([load, removed]);
    expect(keys(world)).toEqual(['zed']);
  });

  test('every change of the corpus is told', async () => {
    const world = await createWorld(good);
    let told = 0;
    const stop = world.service.onCorpusChange(() => told++);
    await world.files.write(GOOD, statementFile('good', '新。'));
    expect(told).toBeGreaterThan(0);
    stop();
    const before = told;
    await world.files.remove(GOOD);
    expect(told).toBe(before);
  });

  test('the shipped corpus is read whole', async () => {
    const world = await createWorld(shippedFiles(), [rootOf(SHIPPED, origins.shipped)]);
    expect(world.service.status()).toEqual({
      statements: 5,
      paragraphs: 91 + 119 + 25 + 10 + 25,
      loading: false,
      problems: [],
    });
  });
});
