import { beforeAll, describe, expect, test } from 'vitest';
import { origins } from '../../server/src/core/corpus.ts';
import type { CiteOptions } from '../../server/src/service/cite.ts';
import { isRefusal } from '../../server/src/service/refusal.ts';
import type { Pandoc, PandocOutcome } from '../../server/src/service/pandoc.ts';
import { createService, type Service } from '../../server/src/service/service.ts';
import { wasmPandoc } from '../pandoc/wasm-pandoc.ts';
import { DEPENDENT, IN_TEXT, NOTES, NUMBERED_NOTES, NUMBERS } from './csl-styles.ts';
import { CONFIGURED, memoryFiles, rootOf, statementFile } from './workspace.ts';

const CHINESE = statementFile(
  'trade-cn',
  '## 一、口岸\n\n甲。\n\n乙。',
  'title: 关于*贸易*_与_口岸的“联合”声明\ntitle-short: 贸易声明\ncontainer-title: 人民日报\nissued: 2020-03-04\nlanguage: zh-CN\nURL: https://a.example/x_y_z?d=1\nauthor: [{literal: 甲国}]\n',
);
const ENGLISH = statementFile(
  'trade-en',
  '## 4. Ports\n\nFirst.\n\nSecond.',
  'title: Declaration [on] Trade @home\ntitle-short: Trade\nissued: 2020-03-04\nlanguage: en\n',
);
const STYLES: Readonly<Record<string, string>> = {
  'notes.csl': NOTES,
  'numbered-notes.csl': NUMBERED_NOTES,
  'in-text.csl': IN_TEXT,
  'numbers.csl': NUMBERS,
  'journal.csl': DEPENDENT,
  'dependent/journal.csl': DEPENDENT,
  'a/b/journal.csl': DEPENDENT,
  'note.md': '# A note, no style\n',
  'silent.csl': '<style xmlns="http://purl.org/net/xbiblio/csl"><info/></style>',
  'broken.csl': `${NOTES.slice(0, 300)}<citation>`,
};

interface Given {
  readonly service: Service;
  /** Documents that Pandoc was given. */
  readonly asked: readonly string[];
  readonly logged: string[];
}

async function start(own?: Pandoc): Promise<Given> {
  const files = memoryFiles({
    [`${CONFIGURED}/cn.statement.md`]: CHINESE,
    [`${CONFIGURED}/en.statement.md`]: ENGLISH,
    ...Object.fromEntries(Object.entries(STYLES).map(([name, text]) => [`file:///styles/${name}`, text])),
  });
  const { pandoc, asked } = wasmPandoc(files);
  const logged: string[] = [];
  const service = createService({
    ...{ files, pause: () => Promise.resolve(), pandoc: own ?? pandoc },
    warn: (event, details) => logged.push(`${event} ${details['errors'] ?? ''}`),
  });
  await service.loader.load([rootOf(CONFIGURED, origins.configured)]);
  return { service, asked, logged };
}

async function cite(
  { service }: Given,
  target: string,
  csl: string,
  options: Partial<CiteOptions> = {},
): Promise<string> {
  const [key = '', address = ''] = target.split('#');
  const cited = await service.citeAs(key, address, {
    ...{ style: 'auto', format: 'markdown', position: 'first', pandocPath: 'pandoc' },
    csl: { asked: csl, uris: ['file:///elsewhere/x.csl', `file:///styles/${csl}`], setting: '“pincite.csl”' },
    ...options,
  });
  return isRefusal(cited) ? `refused: ${cited.refused}` : cited.text;
}

describe('Pandoc 3 formats by a CSL file', { timeout: 60_000 }, () => {
  let given: Given;
  beforeAll(async () => {
    given = await start();
  }, 60_000);

  test('notes: the first, a later one, one right after, in each format', async () => {
    expect(await cite(given, 'trade-cn', 'notes.csl', { format: 'text' })).toBe(
      '关于*贸易*_与_口岸的“联合”声明, 人民日报, https://a.example/x_y_z?d=1.',
    );
    expect(await cite(given, 'trade-cn', 'notes.csl', { format: 'html' })).toBe(
      '<em>关于*贸易*_与_口岸的“联合”声明</em>, 人民日报, <a href="https://a.example/x_y_z?d=1">https://a.example/x_y_z?d=1</a>.',
    );
    expect(await cite(given, 'trade-cn', 'notes.csl', { position: 'later' })).toBe('贸易声明.');
    expect(await cite(given, 'trade-cn', 'notes.csl', { position: 'ibid', language: 'en' })).toBe('Ibid.');
  });

  test('the locator of a Chinese statement stays word for word, in every position', async () => {
    for (const csl of ['notes.csl', 'in-text.csl', 'numbers.csl', 'numbered-notes.csl']) {
      for (const position of ['first', 'later', 'ibid'] as const) {
        expect(await cite(given, 'trade-cn#1.2', csl, { position })).toContain('，第一部分第2段');
      }
    }
    expect(await cite(given, 'trade-cn#1.2', 'in-text.csl', { language: 'en-US' })).toBe(
      '(贸易声明 2020，第一部分第2段)',
    );
  });

  test('what CSL can say of a locator it says; the rest is kept in words', async () => {
    expect(await cite(given, 'trade-en#4', 'in-text.csl')).toBe('(Trade 2020, sec. 4)');
    expect(await cite(given, 'trade-en#4.2', 'in-text.csl')).toBe('(Trade 2020, § 4, ¶ 2)');
    // A style that drops locators gets them as words.
    expect(await cite(given, 'trade-en#4', 'numbers.csl', { format: 'text' })).toBe('[1, § 4]');
    expect(await cite(given, 'trade-en#4.2', 'numbers.csl', { format: 'html' })).toBe(
      '<sup>[1, § 4, ¶ 2]</sup>',
    );
  });

  test('the number of a reference is the one that was asked for', async () => {
    expect(await cite(given, 'trade-cn', 'numbers.csl', { number: 12, format: 'text' })).toBe('[12]');
    const entry = { number: 12, position: 'entry', format: 'text' } as const;
    expect(await cite(given, 'trade-en', 'numbers.csl', entry)).toBe('[12] Declaration [on] Trade @home.');
  });

  test('a later note never names the number of a note that nobody knows', async () => {
    const first = await cite(given, 'trade-cn', 'numbered-notes.csl');
    expect(first).toContain('口岸');
    expect(await cite(given, 'trade-cn', 'numbered-notes.csl', { position: 'later' })).toBe(first);
  });

  test('list entries, where the style has a list', async () => {
    expect(await cite(given, 'trade-cn', 'in-text.csl', { position: 'entry', format: 'text' })).toBe(
      '甲国. 关于*贸易*_与_口岸的“联合”声明. https://a.example/x_y_z?d=1.',
    );
    // Without author and address there is no mark in their place.
    expect(await cite(given, 'trade-en', 'in-text.csl', { position: 'entry', format: 'text' })).toBe(
      'Declaration [on] Trade @home.',
    );
    expect(await cite(given, 'trade-en', 'notes.csl', { position: 'entry' })).toBe(
      'refused: The CSL style notes.csl has no list of references.',
    );
  });

  test('a style that stands for another leads to it, beside it or above, and is never fetched', async () => {
    expect(await cite(given, 'trade-en', 'journal.csl')).toBe('(Trade 2020)');
    expect(await cite(given, 'trade-en', 'dependent/journal.csl')).toBe('(Trade 2020)');
  });

  test('the same is asked once', async () => {
    const own = await start();
    const once = await cite(own, 'trade-cn#1.2', 'in-text.csl');
    const { length } = own.asked;
    expect(await cite(own, 'trade-cn#1.2', 'in-text.csl')).toBe(once);
    expect(own.asked).toHaveLength(length);
  });

  test('a style that Pandoc cannot read is named, with what Pandoc says', async () => {
    expect(await cite(given, 'trade-en', 'broken.csl')).toMatch(
      /^refused: “pandoc” cannot format with broken\.csl: [^\n]+ Check the CSL file/,
    );
    expect(given.logged.at(-1)).toMatch(/^pandoc\.said .+/);
  });
});

describe('one clear line', () => {
  const outcome = async (answer: PandocOutcome, csl = 'notes.csl'): Promise<string> =>
    cite(await start(() => Promise.resolve(answer)), 'trade-en', csl);
  const done = (output: string): PandocOutcome => ({ kind: 'done', output, errors: '' });

  test.each<[string, string, RegExp]>([
    [
      'a CSL file that is missing',
      'no.csl',
      /^refused: The CSL file no\.csl does not exist\. Correct “pincite\.csl”\.$/,
    ],
    [
      'a file that is no style',
      'note.md',
      /^refused: note\.md is not a CSL style\. Correct “pincite\.csl”\.$/,
    ],
    ['a style without citations', 'silent.csl', /says nothing about citations/],
    [
      'a style whose parent is missing',
      'a/b/journal.csl',
      /only names another, in-text\. Put in-text\.csl beside it\.$/,
    ],
  ])('%s, before Pandoc is asked', async (_what, csl, line) => {
    expect(await outcome({ kind: 'missing', reason: 'never asked' }, csl)).toMatch(line);
  });

  test.each<[string, PandocOutcome, RegExp]>([
    [
      'a missing Pandoc',
      { kind: 'missing', reason: 'ENOENT' },
      /cannot be started as “pandoc” \(ENOENT\)\. Install it/,
    ],
    ['one that hangs', { kind: 'timeout' }, /did not answer within 10 seconds/],
    ['one that never ends', { kind: 'too-much' }, /is not from Pandoc/],
    ['garbage', done('hello'), /is not from Pandoc/],
    ['JSON that is no document', done('{"blocks": 3}'), /is not from Pandoc/],
    [
      'a document without the citation',
      done('{"blocks": [{"t": "Para", "c": []}]}'),
      /prints nothing for a citation/,
    ],
    [
      'an old Pandoc',
      { kind: 'failed', code: 2, errors: 'Unknown option --citeproc.' },
      /too old .* 2\.11 or later/,
    ],
    ['a failure without a word', { kind: 'failed', code: 9, errors: '' }, /exit code 9\./],
  ])('%s', async (_what, answer, line) => {
    const said = await outcome(answer);
    expect(said).toMatch(line);
    expect(said).toMatch(/^refused: [^\n]+$/);
  });

  test('what went wrong is asked again', async () => {
    let asked = 0;
    const given = await start(() => {
      asked++;
      return Promise.resolve({ kind: 'missing', reason: 'ENOENT' });
    });
    await cite(given, 'trade-cn', 'notes.csl');
    await cite(given, 'trade-cn', 'notes.csl');
    expect(asked).toBe(2);
  });
});
