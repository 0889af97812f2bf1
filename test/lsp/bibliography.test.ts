import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { BibliographyParams, BibliographyResult } from '../../server/src/lsp/protocol.ts';
import { writeDisk } from '../../server/src/node/write.ts';
import { eventually, loaded, startClient, type Client, type Options } from './client.ts';
import { statementText, temporaryFolder, type Folder } from './folders.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';

interface Workspace extends Client {
  readonly folder: Folder;
  /** What the user was shown. */
  readonly shown: string[];
  /** The keys of the entries of a CSL-JSON file, `undefined` while there is none. */
  keys(name?: string): string[] | undefined;
}

async function start(files: Readonly<Record<string, string>>, settings: unknown, options: Options = {}) {
  const folder = temporaryFolder(files);
  const client = await startClient({
    initializationOptions: settings,
    ...options,
    host: { writeFile: writeDisk, ...options.host },
    params: { workspaceFolders: [{ uri: folder.uri, name: 'w' }], ...options.params },
  });
  const shown: string[] = [];
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.push(message);
  });
  const keys = (name = 'refs.json'): string[] | undefined => {
    const file = path.join(folder.path, name);
    if (!existsSync(file)) return undefined;
    return (JSON.parse(readFileSync(file, 'utf8')) as { id: string }[]).map(({ id }) => id);
  };
  return { ...client, folder, shown, keys } satisfies Workspace;
}

/** Longer than the server waits for somebody to write on. */
const SETTLED = 1500;

describe('pincite/bibliography', () => {
  const ask = (client: Client, params: BibliographyParams): Promise<BibliographyResult | null> =>
    client.connection.sendRequest('pincite/bibliography', params);

  test('of a draft as it is in the editor, and of a part of it', async () => {
    const client = await start({ 'n.md': '甲。' }, {});
    await loaded(client, 5);
    const uri = client.folder.uriOf('n.md');
    await client.open(uri, `😀[@${LAW}] 甲\n[@${STABILITY}；@no-1] [@no-1]`);
    const whole = await ask(client, { format: 'csl-json', uri });
    expect([whole?.statements, whole?.unknown]).toEqual([2, ['no-1']]);
    expect(JSON.parse(whole?.text ?? '')).toMatchObject([{ id: LAW }, { id: STABILITY }]);
    const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 5 } };
    expect(await ask(client, { format: 'biblatex', uri, range })).toMatchObject({
      text: expect.stringMatching(new RegExp(`^@misc\\{${LAW},`)) as string,
      statements: 1,
      unknown: [],
    });
  });

  test('of the workspace, of a draft that nobody opened, and of none', async () => {
    const client = await start({ 'n.md': `[@${LAW}]`, 'deep/m.md': `[@${STABILITY}; @no-1]` }, {});
    expect(await ask(client, { format: 'ris' })).toMatchObject({ statements: 2, unknown: ['no-1'] });
    const uri = client.folder.uriOf('deep/m.md');
    expect(await ask(client, { format: 'csl-yaml', uri })).toMatchObject({ statements: 1 });
    expect(await ask(client, { format: 'ris', uri: client.folder.uriOf('none.md') })).toBeNull();
  });
});

describe('pincite.bibliographyPath', () => {
  const settings = { bibliographyPath: 'refs.json' };

  test('is written at the start, and follows what is written and saved', async () => {
    const client = await start({ 'n.md': `[@${STABILITY}]` }, settings);
    await eventually(() => {
      expect(client.keys()).toEqual([STABILITY]);
    });
    const uri = client.folder.uriOf('n.md');
    await client.open(uri, `[@${STABILITY}]`);
    await client.change(uri, `[@${LAW}] [@${STABILITY}] [@no-1]`);
    await eventually(() => {
      expect(client.keys()).toEqual([STABILITY, LAW]);
    });
    // What is saved still counts; then it is saved.
    await client.change(uri, `[@${LAW}]`, 3);
    await sleep(SETTLED);
    expect(client.keys()).toEqual([STABILITY, LAW]);
    client.folder.write('n.md', `[@${LAW}]`);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await eventually(() => {
      expect(client.keys()).toEqual([LAW]);
    });
    expect(client.shown).toEqual([]);
  });

  test('follows drafts that other programs change, and statements', async () => {
    const client = await start(
      { 'n.md': '甲。', 'a.statement.md': statementText('a-1', '甲。'), 'refs.bib': '' },
      { bibliographyPath: 'refs.bib', defaultCorpus: false },
    );
    await loaded(client, 1);
    const file = path.join(client.folder.path, 'refs.bib');
    const changed = (name: string): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.folder.uriOf(name), type: 2 }],
      });
    client.folder.write('n.md', '[@a-1]');
    await changed('n.md');
    await eventually(() => {
      expect(readFileSync(file, 'utf8')).toContain('title = {关于a-1的声明}');
    });
    client.folder.write('a.statement.md', statementText('a-1', '甲。').replace('关于a-1', '关于别'));
    await changed('a.statement.md');
    await eventually(() => {
      expect(readFileSync(file, 'utf8')).toContain('title = {关于别的声明}');
    });
  });

  test('leaves alone what somebody else wrote, and says so once', async () => {
    const mine = '[{"id": "mine"}]';
    const client = await start({ 'n.md': `[@${STABILITY}]`, 'refs.json': mine }, settings);
    await eventually(() => {
      expect(client.shown).toHaveLength(1);
    });
    expect(client.shown[0]).toMatch(/^refs\.json was not written by Pincite/);
    await client.open(client.folder.uriOf('n.md'), `[@${LAW}]`);
    await sleep(SETTLED);
    expect(readFileSync(path.join(client.folder.path, 'refs.json'), 'utf8')).toBe(mine);
    expect(client.shown).toHaveLength(1);
  });

  test('is not written where nothing is cited, nor without the setting', async () => {
    const client = await start({ 'n.md': '甲。' }, settings);
    const other = await start({ 'n.md': `[@${STABILITY}]` }, {});
    await Promise.all([loaded(client, 5), loaded(other, 5)]);
    await sleep(SETTLED);
    expect([client.keys(), other.keys()]).toEqual([undefined, undefined]);
    expect([...client.shown, ...other.shown]).toEqual([]);
  });

  test('is one file in each workspace folder, for its own drafts', async () => {
    const other = temporaryFolder({ 'm.md': `[@${LAW}]` });
    const first = temporaryFolder({ 'n.md': `[@${STABILITY}]` });
    const client = await start({}, settings, {
      params: {
        workspaceFolders: [
          { uri: first.uri, name: 'a' },
          { uri: other.uri, name: 'b' },
        ],
      },
    });
    const ids = (folder: Folder): string[] =>
      (JSON.parse(readFileSync(path.join(folder.path, 'refs.json'), 'utf8')) as { id: string }[]).map(
        ({ id }) => id,
      );
    await eventually(() => {
      expect([ids(first), ids(other)]).toEqual([[STABILITY], [LAW]]);
    });
    expect(client.shown).toEqual([]);
  });

  test('may change while the server runs', async () => {
    const client = await start({ 'n.md': `[@${STABILITY}]`, 'sub/x.md': '甲。' }, {});
    await loaded(client, 5);
    const push = (bibliographyPath: string): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { pincite: { bibliographyPath } },
      });
    await push('sub/refs.json');
    await eventually(() => {
      expect(client.keys('sub/refs.json')).toEqual([STABILITY]);
    });
    await push('none/refs.json');
    await eventually(() => {
      expect(client.shown).toEqual([
        'The bibliography refs.json cannot be written (ENOENT). Correct “pincite.bibliographyPath”; the folder must exist.',
      ]);
    });
  });

  test('is not missed in a document that names it; another is', async () => {
    const front = (name: string): string => `---\nbibliography: ${name}\n---\n\n[@${STABILITY}]\n`;
    const client = await start({ 'n.md': front('refs.json'), 'other.json': '[]' }, settings);
    const codes = (name: string): unknown[] | undefined =>
      client.published.get(client.folder.uriOf(name))?.map(({ code, severity }) => [code, severity]);
    await eventually(() => {
      expect(client.keys()).toEqual([STABILITY]);
    });
    await client.open(client.folder.uriOf('n.md'), front('refs.json'));
    await client.open(client.folder.uriOf('m.md'), front('other.json'));
    await eventually(() => {
      expect(codes('n.md')).toEqual([]);
      expect(codes('m.md')).toEqual([['not-in-bibliography', 3]]);
    });
  });

  const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
  test.skipIf(!hasPandoc).each(['refs.json', 'refs.yaml', 'refs.bib'])(
    'is all that Pandoc needs: %s',
    async (name) => {
      const note = `---\nbibliography: ${name}\n---\n\n甲[@${STABILITY}，第3段]。\n`;
      const client = await start({ 'n.md': note }, { bibliographyPath: name });
      await eventually(() => {
        expect(existsSync(path.join(client.folder.path, name))).toBe(true);
      });
      const { stdout, stderr } = spawnSync('pandoc', ['--citeproc', '-t', 'plain', '--wrap=none', 'n.md'], {
        cwd: client.folder.path,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(stdout).toContain('第3段');
      expect(stdout).toContain('中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明');
    },
  );
});
