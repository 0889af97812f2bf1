import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { styleNames } from '../../server/src/core/format/style-name.ts';
import { temporaryFolder } from '../lsp/folders.ts';
import { IN_TEXT, NUMBERS } from '../service/csl-styles.ts';
import { pincite } from './command.ts';

const PASSAGE = 'cn-ru-2025-global-strategic-stability#10';
const LOCATOR = '第10段';
const PANDOC_FORM = '[@cn-ru-2025-global-strategic-stability，第10段]';

async function cite(...args: readonly string[]): Promise<string> {
  const { out, err, code } = await pincite(['cite', PASSAGE, ...args, '--json']);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  const json = JSON.parse(out) as Readonly<Record<string, unknown>>;
  expect(Object.keys(json)).toEqual(['text']);
  return String(json['text']);
}

async function cannot(...args: readonly string[]): Promise<string> {
  const { out, err, code } = await pincite(['cite', PASSAGE, ...args]);
  expect({ out, code }).toEqual({ out: '', code: 2 });
  expect(err).toMatch(/^pincite: [^\n]+\n$/);
  return err;
}

describe('the Pandoc citation', () => {
  test.each([
    [],
    ['--format', 'markdown'],
    ['--format', 'text'],
    ['--format', 'html'],
    ['--style', 'pandoc'],
  ])('is the same characters in every text format: %s %s', async (...args) => {
    expect(await cite(...args)).toBe(PANDOC_FORM);
  });

  test('has no position, language, number or date of its own, and says so', async () => {
    expect(await cannot('--position', 'later')).toContain('--position needs a style');
    expect(await cannot('--accessed', '2026-01-15')).toContain('--accessed needs a style');
  });
});

describe('every style', () => {
  test('is known by its name', async () => {
    const { out, code } = await pincite(['cite', '--help']);
    expect(code).toBe(0);
    for (const style of styleNames) expect(out).toContain(`"${style}"`);
    expect(await cite('--style', 'cn-history', '--format', 'html')).toContain(LOCATOR);
  });

  test('numbers, dates of access and the language of the draft are options', async () => {
    expect(await cite('--style', 'gb7714-2025-numeric', '--number', '7', '--format', 'text')).toContain('7');
    const options = ['--style', 'gb7714-2015-note', '--format', 'text'];
    expect(await cite(...options, '--accessed', '2026-01-15')).toContain('2026-01-15');
    expect(await cite(...options)).not.toContain('2026-01-15');
    // By the language of the draft: the national standard, or Chicago with its English month.
    expect(await cite('--style', 'auto', '--format', 'text')).toContain('[N');
    expect(await cite('--style', 'auto', '--language', 'en', '--format', 'text')).toContain('May 9, 2025');
  });
});

describe('bibliographic formats describe the statement', () => {
  test('csl-json', async () => {
    expect(JSON.parse(await cite('--format', 'csl-json'))).toMatchObject([
      {
        id: 'cn-ru-2025-global-strategic-stability',
        type: 'article-newspaper',
        title: '中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明',
        'container-title': '人民日报',
        issued: { 'date-parts': [[2025, 5, 9]] },
      },
    ]);
  });

  test.each([
    ['csl-yaml', 'id: cn-ru-2025-global-strategic-stability'],
    ['biblatex', '{cn-ru-2025-global-strategic-stability,'],
    ['ris', 'TY  - NEWS'],
  ])('%s', async (format, expected) => {
    expect(await cite('--format', format)).toContain(expected);
  });
});

describe('what cannot be', () => {
  test.each([
    [['--style', 'vancouver'], 'vancouver'],
    [['--format', 'docx'], 'docx'],
    [['--style', 'apa', '--position', 'last'], 'last'],
    [['--style', 'apa', '--language', '中文'], 'language such as zh-CN'],
    [['--style', 'apa', '--number', '0'], 'above zero'],
    [['--style', 'gb7714-2015-note', '--accessed', '2025-02-30'], 'date such as 2025-05-08'],
    [['--style', 'apa', '--csl', 'x.csl'], 'either --style or --csl'],
    [['--csl', '/no/such file;.csl'], 'The CSL file /no/such file;.csl does not exist. Correct --csl.'],
  ])('%s is one clear line', async (args, expected) => {
    expect(await cannot(...args)).toContain(expected);
  });
});

describe.skipIf(process.platform === 'win32')('a CSL file', () => {
  /** Programs that stand for a Pandoc, in a folder whose name a shell would take apart. */
  function given(script: string): { readonly csl: string; readonly pandoc: string } {
    const folder = temporaryFolder({ 'a b; exit 3/in text.csl': IN_TEXT });
    const pandoc = fileURLToPath(folder.write('a b; exit 3/pan doc', `#!/usr/bin/env node\n${script}\n`));
    chmodSync(pandoc, 0o755);
    return { csl: fileURLToPath(folder.uriOf('a b; exit 3/in text.csl')), pandoc };
  }

  test('is given to the Pandoc that was named, as it is', async () => {
    const answer = { blocks: [{ t: 'Para', c: [{ t: 'Cite', c: [[], [{ t: 'Str', c: 'CSL-ARGS' }]] }] }] };
    const { csl, pandoc } = given(
      `const csl = process.argv.find((arg) => arg.startsWith('--csl='));
       process.stdout.write(JSON.stringify(${JSON.stringify(answer)}).replace('CSL-ARGS', csl));`,
    );
    expect(await cite('--csl', csl, '--pandoc', pandoc, '--format', 'text')).toBe(`--csl=${csl}`);
  });

  test.each([
    ['fails', "process.stderr.write('no locale\\nmore'); process.exit(5)", 'no locale. Check the CSL file'],
    ['prints garbage', "process.stdout.write('<html>')", 'is not from Pandoc'],
    [
      'prints without end',
      "setInterval(() => process.stdout.write('x'.repeat(1 << 20)))",
      'is not from Pandoc',
    ],
  ])('says so where Pandoc %s', async (_what, script, expected) => {
    const { csl, pandoc } = given(script);
    expect(await cannot('--csl', csl, '--pandoc', pandoc)).toContain(expected);
  });

  test('needs a Pandoc', async () => {
    const { csl } = given('');
    expect(await cannot('--csl', csl, '--pandoc', '/no/pandoc')).toContain('Install it from pandoc.org');
  });
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const OFFICIAL = '/usr/share/citation-style-language/styles';

describe.skipIf(!hasPandoc)('with the installed Pandoc', () => {
  test('a CSL file in a folder with spaces, semicolons and Chinese', async () => {
    const folder = temporaryFolder({ '样式; a b/数 字.csl': NUMBERS, 'in-text.csl': IN_TEXT });
    const numbers = fileURLToPath(folder.uriOf('样式; a b/数 字.csl'));
    expect(await cite('--csl', numbers, '--format', 'text')).toBe('[1，第10段]');
    expect(await cite('--csl', numbers, '--format', 'html')).toBe('<sup>[1，第10段]</sup>');
    const inText = fileURLToPath(folder.uriOf('in-text.csl'));
    expect(await cite('--csl', inText, '--format', 'text')).toBe('(中俄全球战略稳定联合声明 2025，第10段)');
  });

  describe.skipIf(!existsSync(OFFICIAL))('and the official styles', () => {
    const official = (name: string, ...more: readonly string[]): Promise<string> =>
      cite('--csl', `${OFFICIAL}/${name}.csl`, '--format', 'text', ...more);

    test.each([
      'apa',
      'modern-language-association',
      'chicago-fullnote-bibliography',
      'chicago-author-date',
      'oscola',
      'china-national-standard-gb-t-7714-2015-numeric',
      'china-national-standard-gb-t-7714-2015-author-date',
      'china-national-standard-gb-t-7714-2015-note',
      'dependent/nature-physics',
    ])('%s keeps the locator in a later note', async (name) => {
      expect(await official(name, '--position', 'later')).toContain(`，${LOCATOR}`);
    });

    test('print what the manuals say', async () => {
      expect(await official('apa', '--language', 'en')).toBe('(中华人民共和国 & 俄罗斯联邦, 2025，第10段)');
      expect(await official('china-national-standard-gb-t-7714-2015-numeric')).toBe('[1，第10段]');
    });
  });
});
