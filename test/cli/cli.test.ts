import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { lineOf } from '../service/shipped-lines.ts';
import { temporaryFolder, statementText } from '../lsp/folders.ts';
import { nodes, pincite, repository, shell, type Outcome } from './command.ts';

const STABILITY = 'cn-ru-2025-global-strategic-stability';
const LAW = 'cn-ru-2025-international-law';
const WORLD = 'cn-ru-2017-world-situation';
const newestFirst = [
  'cn-ru-2026-comprehensive-coordination',
  'cn-ru-2025-comprehensive-partnership',
  STABILITY,
  LAW,
  WORLD,
];

interface Row {
  readonly key: string;
  readonly [name: string]: unknown;
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the test says what it expects
function json<T = unknown>({ out, err, code }: Outcome, expectedCode = 0, expectedError = ''): T {
  expect({ err, code }).toEqual({ err: expectedError, code: expectedCode });
  // One JSON value and nothing else.
  return JSON.parse(out) as T;
}

/** One line on standard error, nothing on standard output, exit code 2: nothing that looks like a stack. */
function cannotRun({ out, err, code }: Outcome, line?: string | RegExp): void {
  expect({ out, code }).toEqual({ out: '', code: 2 });
  expect(err).toMatch(/^pincite: [^\n]+\n$/);
  expect(err).not.toMatch(/\n\s+at /);
  if (typeof line === 'string') expect(err).toBe(`pincite: ${line}\n`);
  if (line instanceof RegExp) expect(err).toMatch(line);
}

describe.each(nodes())('under $name', ({ file: node }) => {
  const run = (...args: readonly string[]): Promise<Outcome> => pincite(args, { node });

  test('list --json', async () => {
    const rows = json<Row[]>(await run('list', '--json'));
    expect(rows.map(({ key }) => key)).toEqual(newestFirst);
    expect(rows[2]).toEqual({
      key: STABILITY,
      title: '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明',
      titleShort: '中俄全球战略稳定联合声明',
      eventDate: '2025-05-08',
      issued: '2025-05-09',
      language: 'zh-CN',
      completeness: 'complete',
      sections: 0,
      paragraphs: 25,
      witnesses: ['A', 'B'],
      path: expect.stringMatching(
        /^\/.*\/corpus\/statements\/cn-ru-2025-global-strategic-stability\.statement\.md$/,
      ) as string,
    });
    expect(rows.map(({ completeness }) => completeness)).toEqual([
      'truncated',
      'complete',
      'complete',
      'truncated',
      'truncated',
    ]);
    expect(rows.map(({ sections }) => sections)).toEqual([4, 10, 0, 10, 10]);
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(rows[0] ?? {}));
  });

  test('list for people', async () => {
    const { out, err, code } = await run('list');
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.trimEnd().split('\n')).toHaveLength(5);
    expect(out).toContain(
      `${LAW}\t2025-05-08\t中华人民共和国和俄罗斯联邦关于进一步加强合作维护国际法权威的联合声明\n`,
    );
  });

  test('show --json', async () => {
    const shown = json<Row & { passages: Row[] }>(await run('show', `${LAW}#4.1`, '--json'));
    expect(shown).toEqual({
      key: LAW,
      title: '中华人民共和国和俄罗斯联邦关于进一步加强合作维护国际法权威的联合声明',
      address: '4.1',
      locator: '第四部分第1段',
      heading: '四',
      passages: [
        {
          address: '4.1',
          text: '中华人民共和国和俄罗斯联邦共同认为，主权平等原则对国际关系的稳定至关重要。根据此原则，各国在独立、平等的基础上享有权利，并在相互尊重的基础上承担义务和责任。',
          uri: expect.stringMatching(
            /^file:\/\/\/.*\/cn-ru-2025-international-law\.statement\.md$/,
          ) as string,
          range: {
            start: { line: lineOf(LAW, 8) - 1, character: 2 },
            end: { line: lineOf(LAW, 8) - 1, character: 80 },
          },
        },
      ],
      // Read in the source: 四、 is line 99.
      sources: [{ siglum: 'A', source: '000_b94e3d6e5a76abc0.txt', lines: [[99, 99]] }],
    });
    const whole = json<Row & { passages: Row[] }>(await run('show', STABILITY, '--json'));
    expect([whole['address'], whole['locator'], whole['heading'], whole.passages.length]).toEqual([
      '',
      '',
      '',
      25,
    ]);
    const section = json<Row & { passages: Row[] }>(await run('show', `${WORLD}#四`, '--json'));
    expect(section.passages.map(({ address }) => address)).toEqual(['4.1', '4.2', '4.3', '4.4']);
    const range = json<Row & { passages: Row[] }>(await run('show', `${WORLD}#4.3-5.1`, '--json'));
    expect(range.passages.map(({ address }) => address)).toEqual(['4.3', '4.4', '5.1']);
  });

  test('show for people', async () => {
    expect((await run('show', `@${STABILITY}#第11段`)).out).toBe(
      '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明 · 第11段\n\n[11] 双方谴责将商业航天系统用于干涉主权国家内政、介入他国武装冲突的行为。\n',
    );
  });

  test('search --json', async () => {
    const found = json<{
      passages: (Row & { text: string; matches: [number, number][] })[];
      total: number;
      elapsedMs: number;
    }>(await run('search', '作战疆域', '--json'));
    expect(Object.keys(found)).toEqual(['passages', 'total', 'elapsedMs']);
    expect(found.total).toBe(2);
    expect(found.elapsedMs).toBeTypeOf('number');
    for (const passage of found.passages) {
      expect(Object.keys(passage).sort()).toEqual([
        'address',
        'key',
        'locator',
        'matches',
        'range',
        'score',
        'text',
        'uri',
      ]);
      expect(passage.matches.map(([start, end]) => passage.text.slice(start, end))).toEqual(['作战疆域']);
    }
    expect(found.passages.map(({ key, address }) => `${key}#${String(address)}`).sort()).toEqual([
      'cn-ru-2025-comprehensive-partnership#8.5',
      `${STABILITY}#10`,
    ]);
    const one = json<{ passages: Row[]; total: number }>(
      await run('search', '双方', '--limit', '1', '--json'),
    );
    expect(one.passages).toHaveLength(1);
    expect(one.total).toBeGreaterThan(100);
  });

  test('search takes several words, addresses, and a query that finds nothing', async () => {
    const words = json<{ passages: Row[] }>(await run('search', '外空', '国际倡议', '--json'));
    expect(words.passages).toHaveLength(2);
    const place = json<{ passages: Row[] }>(await run('search', '四.1 国际法', '--json'));
    expect(place.passages[0]).toMatchObject({ key: LAW, address: '4.1' });
    expect(json(await run('search', '天文望远镜', '--json'))).toMatchObject({ passages: [], total: 0 });
    expect(await run('search', '天文望远镜')).toEqual({ code: 0, out: '', err: 'No passage was found.\n' });
  });

  test('cite', async () => {
    expect(await run('cite', `${LAW}#4.1`)).toEqual({ code: 0, out: `[@${LAW}，第四部分第1段]\n`, err: '' });
    expect(
      json(await run('cite', `${STABILITY}#3-5`, '--style', 'pandoc', '--format', 'markdown', '--json')),
    ).toEqual({
      text: `[@${STABILITY}，第3—5段]`,
    });
    expect(json(await run('cite', STABILITY, '--json'))).toEqual({ text: `[@${STABILITY}]` });
  });

  test('resolve --json', async () => {
    const text = `见[@${STABILITY}，第11段]。\n又见[@${LAW}]`;
    expect(json(await run('resolve', text, '--json'))).toEqual([
      {
        range: { start: { line: 0, character: 1 }, end: { line: 0, character: STABILITY.length + 9 } },
        raw: `[@${STABILITY}，第11段]`,
        key: STABILITY,
        addresses: ['11'],
        locator: '第11段',
        problems: [],
      },
      {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: LAW.length + 5 } },
        raw: `[@${LAW}]`,
        key: LAW,
        addresses: [],
        locator: '',
        problems: [],
      },
    ]);
    expect(json(await run('resolve', 'nothing here, not even info@example.org', '--json'))).toEqual([]);
  });

  test('resolve exits with 1 where there are findings', async () => {
    expect(json(await run('resolve', `[@${LAW}，第四部分第3段] [@nobody]`, '--json'), 1)).toMatchObject([
      {
        key: LAW,
        addresses: ['4.3'],
        problems: [
          {
            code: 'no-such-passage',
            message:
              '“第四部分第3段” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
          },
        ],
      },
      {
        key: 'nobody',
        addresses: [],
        problems: [{ code: 'unknown-key', message: 'No statement has the key nobody.' }],
      },
    ]);
    const { out, code } = await run('resolve', '一\n二[@nobody，第3段]');
    expect({ out, code }).toEqual({
      out: '2:2\t[@nobody，第3段]\tnobody#3\n    No statement has the key nobody.\n',
      code: 1,
    });
  });

  test('resolve reads standard input for -', async () => {
    const outcome = await pincite(['resolve', '-', '--json'], { node, input: `[@${STABILITY}，第11段]\n` });
    expect(json<Row[]>(outcome)).toMatchObject([{ key: STABILITY, addresses: ['11'] }]);
    expect(json(await pincite(['resolve', '-', '--json'], { node, input: '' }))).toEqual([]);
  });

  test('lsp --stdio answers an initialize request and leaves with its client', async () => {
    const message = (body: unknown): string => {
      const text = JSON.stringify(body);
      return `Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`;
    };
    const input = [
      message({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: null, rootUri: null, capabilities: {} },
      }),
      message({ jsonrpc: '2.0', method: 'initialized', params: {} }),
      message({ jsonrpc: '2.0', id: 2, method: 'shutdown' }),
      message({ jsonrpc: '2.0', method: 'exit' }),
    ].join('');
    const { out, err, code } = await pincite(['lsp', '--stdio'], { node, input, keepInputOpen: true });
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toMatch(/^Content-Length: \d+\r\n\r\n\{/);
    expect(out).toContain('"hoverProvider":true');
  });

  test('tells its version', async () => {
    const manifest = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect((await run('--version')).out.trim()).toBe(manifest.version);
  });

  test('what cannot run says why in one line', async () => {
    cannotRun(await run('show', 'nobody'), 'No statement has the key nobody.');
    cannotRun(await run('show', 'nobody', '--json'), 'No statement has the key nobody.');
    cannotRun(
      await run('show', `${LAW}#4.3`),
      '“4.3” is not in the statement 中俄维护国际法权威联合声明. The nearest passage is 第四部分第1段.',
    );
    cannotRun(await run('cite', `${LAW}#x y`), '“x y” is not understood as a place in a statement.');
    cannotRun(
      await run('cite', 'cn-ru-2025-international-lwa'),
      `No statement has the key cn-ru-2025-international-lwa. The nearest is ${LAW}.`,
    );
    cannotRun(await run('list', '--no-such-option'), /unknown option '--no-such-option'/);
    cannotRun(await run('list', '--jsn'), /unknown option '--jsn' \(Did you mean --json\?\)/);
    cannotRun(await run('nosuchcommand'), /unknown command 'nosuchcommand'/);
    cannotRun(await run('show'), /missing required argument/);
    cannotRun(await run('show', LAW, 'x'), /too many arguments/);
    cannotRun(await run('search', '双方', '--limit', '0'), /It should be a whole number above zero\./);
    cannotRun(await run('search', '双方', '--limit', 'many'), /It should be a whole number above zero\./);
    cannotRun(await run('cite', LAW, '--style', 'harvard'), /Allowed choices are pandoc, .*oscola\./);
    cannotRun(await run('list', '--corpus'), /argument missing/);
  });

  test('help goes to standard output', async () => {
    for (const args of [['--help'], ['help'], ['show', '--help']]) {
      const { out, err, code } = await run(...args);
      expect({ err, code }).toEqual({ err: '', code: 0 });
      expect(out).toMatch(/^Usage: pincite/);
    }
    expect((await run('--help')).out).toMatch(/list[^]*show[^]*search[^]*cite[^]*resolve[^]*lsp/);
  });

  test('output to a pipe that is closed early is no crash', async () => {
    for (const line of [
      'list',
      'show cn-ru-2025-comprehensive-partnership',
      'search 双方 --limit 500 --json',
    ]) {
      const { err } = await shell(`for i in 1 2 3; do pincite ${line} | head -1; done; true`, { node });
      expect(err).toBe('');
    }
    const { err, code } = await shell(`pincite search 双方 --limit 500 --json | true`, { node });
    expect({ err, code }).toEqual({ err: '', code: 0 });
  });

  test('output larger than the buffer of a pipe is complete', async () => {
    const { out, code } = await shell('pincite search 的 --limit 1000 --json | cat', {
      node,
    });
    expect(code).toBe(0);
    expect(Buffer.byteLength(out)).toBeGreaterThan(3 * 65536);
    const found = JSON.parse(out) as { passages: unknown[]; total: number };
    expect(found.passages).toHaveLength(found.total);
  });
});

describe('corpora', () => {
  test('are added with --corpus, any number of times', async () => {
    const one = temporaryFolder({ 'deep/a.statement.md': statementText('one-a', '甲。') });
    const two = temporaryFolder({
      'plain.md': '# 关于乙的声明\n\n2020年1月2日\n\n一、乙。\n\n二、丙。\n',
      'text.txt': 'Joint Statement on Something\n\nFirst paragraph.\n\nSecond paragraph.\n',
      'README.md': '# 说明\n\n无。\n',
      'sources/raw.txt': '原件\n\n无。\n',
    });
    const rows = json<Row[]>(await pincite(['list', '--json', '--corpus', one.path, '--corpus', two.path]));
    expect(rows.map(({ key }) => key).sort()).toEqual([...newestFirst, 'one-a', 'plain', 'text'].sort());
    const alone = json<Row[]>(await pincite(['list', '--json', '--no-default-corpus', '--corpus', one.path]));
    expect(alone).toMatchObject([{ key: 'one-a', path: path.join(one.path, 'deep/a.statement.md') }]);
    expect(json(await pincite(['cite', 'plain#2.1', '--corpus', two.path, '--json']))).toEqual({
      text: '[@plain，第二部分第1段]',
    });
    expect(json(await pincite(['cite', 'text#2', '--corpus', two.path, '--json']))).toEqual({
      text: '[@text, ¶ 2]',
    });
    const [passage] = json<{ passages: { uri: string }[] }>(
      await pincite(['show', 'text#2', '--corpus', two.path, '--json']),
    ).passages;
    expect(fileURLToPath(passage?.uri ?? '')).toBe(path.join(two.path, 'text.txt'));
  });

  test('may be relative paths, end in a slash, and be left out altogether', async () => {
    const folder = temporaryFolder({ 'texts/a.statement.md': statementText('one-a', '甲。') });
    for (const name of ['texts', 'texts/', './texts/', `${folder.path}/texts/`]) {
      const args = ['list', '--json', '--no-default-corpus', '--corpus', name];
      expect(json<Row[]>(await pincite(args, { folder: folder.path }))).toMatchObject([{ key: 'one-a' }]);
    }
    expect(json(await pincite(['list', '--json', '--no-default-corpus']))).toEqual([]);
    cannotRun(await pincite(['show', LAW, '--no-default-corpus']), `No statement has the key ${LAW}.`);
  });

  test('that do not exist are named; what there is, is shown', async () => {
    const outcome = await pincite(['list', '--json', '--corpus', '/no/such/folder']);
    const line = '/no/such/folder: error: This folder does not exist. Correct --corpus.\n';
    expect(json<Row[]>(outcome, 1, line)).toHaveLength(5);
    expect(await pincite(['cite', LAW, '--corpus', '/no/such/folder'])).toEqual({
      code: 1,
      out: `[@${LAW}]\n`,
      err: line,
    });
  });

  test('with broken files: each is named with line and sentence, the others are listed, exit code 1', async () => {
    const folder = temporaryFolder({
      'good.statement.md': statementText('good', '甲。'),
      'unclosed.statement.md': '---\nid: unclosed\n',
      'twice.statement.md': statementText('twice', '## 一', '甲。', '## 一', '乙。'),
      'zz-duplicate.statement.md': statementText('good', '乙。'),
      'long.txt': `题\n\n${'あ'.repeat(7_000_000)}\n`,
    });
    folder.write('bytes.md', Buffer.from([0x23, 0x20, 0x41, 0x0a, 0xff, 0x0a]));
    const { out, err, code } = await pincite([
      'list',
      '--no-default-corpus',
      '--json',
      '--corpus',
      folder.path,
    ]);
    expect(code).toBe(1);
    expect((JSON.parse(out) as Row[]).map(({ key }) => key)).toEqual(['good', 'twice']);
    const lines = err
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(`${folder.path}/`, ''));
    expect(lines).toEqual([
      'bytes.md:2:1: error: From line 2 on this file is not UTF-8 text. Save it again as UTF-8.',
      'long.txt:3:1: error: This line has 7000000 characters, more than the 1000000 that can be read. Divide it into paragraphs.',
      'twice.statement.md:11:1: error: There is already a section 一 here. Its paragraphs are numbered on after those of the first; correct one of the numbers.',
      'unclosed.statement.md:1:1: error: The front matter has no closing line. Add a line “---” after its last field.',
      'zz-duplicate.statement.md:2:5: error: The key good already belongs to good.statement.md. Give this statement another “id”.',
    ]);
    // Everything else goes on with what can be used.
    expect((await pincite(['cite', 'twice#1.2', '--no-default-corpus', '--corpus', folder.path])).code).toBe(
      0,
    );
  });

  test('that stand in for a shipped text say so, which is no error', async () => {
    const folder = temporaryFolder({ 'mine.statement.md': statementText(LAW, '我的文本。') });
    const { out, err, code } = await pincite(['list', '--corpus', folder.path]);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(5);
    expect(err).toBe(
      `${folder.path}/mine.statement.md:2:5: information: This statement is used in place of the one that ships with Pincite under the key ${LAW}.\n`,
    );
    expect((await pincite(['show', `${LAW}#1`, '--corpus', folder.path])).out).toContain('我的文本。');
  });

  test('may hold hidden folders and node_modules, which are left out', async () => {
    const folder = temporaryFolder({ 'a.statement.md': statementText('one-a', '甲。') });
    for (const name of ['.git', 'node_modules']) {
      mkdirSync(path.join(folder.path, name));
      writeFileSync(
        path.join(folder.path, name, 'b.statement.md'),
        statementText(`no-${name.slice(1)}`, '乙。'),
      );
    }
    expect(
      json<Row[]>(await pincite(['list', '--json', '--no-default-corpus', '--corpus', folder.path])),
    ).toHaveLength(1);
  });
});

describe('languages', () => {
  test('texts follow the locale where there are translations', async () => {
    const english = await pincite(['show', 'nobody'], { env: { LANG: 'en_GB.UTF-8' } });
    const chinese = await pincite(['show', 'nobody'], { env: { LANG: 'zh_CN.UTF-8' } });
    const overridden = await pincite(['show', 'nobody'], { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } });
    expect(english.err).toBe('pincite: No statement has the key nobody.\n');
    expect(overridden.err).toBe(english.err);
    expect(chinese.err).toMatch(/^pincite: .*nobody.*\n$/);
    expect(chinese.err).not.toBe(english.err);
    for (const LANG of ['', 'C.UTF-8', '../../etc/passwd', 'xx_YY', 'zh_TW.UTF-8'])
      expect((await pincite(['show', 'nobody'], { env: { LANG } })).err).toBe(english.err);
  });
});
