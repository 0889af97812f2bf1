import { describe, expect, test } from 'vitest';
import { formatGithub } from '../../server/src/cli/check/github.ts';
import { createDraft } from '../../server/src/service/draft.ts';
import { ALTERED, CITED, draftsOf, INVENTED, PAGE_TRAP, STABILITY, VERBATIM } from './check-drafts.ts';

describe('text', () => {
  test('has a line for each finding, and one on the quotations of each file', async () => {
    const line = `${VERBATIM}，${ALTERED}，${INVENTED}。`;
    const [altered, invented] = [line.indexOf('太') + 1, line.indexOf(INVENTED) + 1];
    const { check } = draftsOf({
      'a.md': `# 甲\n\n${line}\n`,
      'b.md': `${VERBATIM}。\n`,
      'c.md': '无。\n',
    });
    const { code, out, err } = await check('a.md', 'b.md', 'c.md');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.split('\n')).toEqual([
      `a.md:3:${altered}: warning quote-altered: “太” stands in the source as “外”.`,
      expect.stringMatching(new RegExp(`^a\\.md:3:${invented}: warning quote-not-found: `)),
      'a.md: 3 quotations: 1 verbatim, 1 altered, 1 not found',
      'b.md: 1 quotation: 1 verbatim',
      'c.md: no quotations',
      '3 files: 4 quotations: 2 verbatim, 1 altered, 1 not found',
      '',
    ]);
    expect(await check('b.md', 'c.md')).toMatchObject({ code: 0, err: '' });
  });
});

describe('JSON', () => {
  test('has file, range, code, severity and message, in the order of the files and the text', async () => {
    const { check } = draftsOf({
      'b.md': `[@zhang]，${ALTERED}。\n\n${PAGE_TRAP}\n`,
      'a.md': `[@${STABILITY}，第99段]\n`,
    });
    const { code, out, err } = await check('b.md', 'a.md', '--format', 'json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const findings = JSON.parse(out) as Readonly<Record<string, unknown>>[];
    expect(findings.map(({ file, code: own, severity }) => [file, own, severity])).toEqual([
      ['b.md', 'unknown-key', 'information'],
      ['b.md', 'quote-altered', 'warning'],
      ['b.md', 'page-trap', 'warning'],
      ['a.md', 'no-such-passage', 'warning'],
    ]);
    expect(findings[1]).toEqual({
      file: 'b.md',
      range: { start: { line: 0, character: 17 }, end: { line: 0, character: 18 } },
      ...{ code: 'quote-altered', severity: 'warning', message: '“太” stands in the source as “外”.' },
    });
    expect((await check('b.md', 'a.md', '--json')).out).toBe(out);
    expect((await check('a.md', '--json', '--exclude', '*')).out).not.toBe('[]\n');
  });
});

describe('GitHub', () => {
  test('has workflow commands with the signs in them that need it written otherwise', async () => {
    const { check } = draftsOf({ 'a,b:50%.md': `${ALTERED}。\n\n[@%25x]\n`, 'n.md': '[@zhang]\n' });
    const { out } = await check('./a,b:50%.md', 'n.md', '--format', 'github');
    expect(out.split('\n')[0]).toBe(
      '::warning file=a%2Cb%3A50%25.md,line=1,endLine=1,col=9,endColumn=9,title=quote-altered::“太” stands in the source as “外”.',
    );
    expect(out).toContain(
      '::notice file=n.md,line=1,endLine=1,col=3,endColumn=7,title=unknown-key::No statement has the key zhang.\n',
    );
    expect(out).toContain('n.md: no quotations\n');
  });

  test('of any message, and no file name is a command', () => {
    const draft = createDraft('file:///a.md', '甲');
    const range = draft.lines.rangeOf({ start: 0, end: 1 });
    const finding = { range, code: 'x', severity: 'error', message: '50%\r\n::debug::a,b' } as const;
    const quotations = {
      ...{ total: 0, verbatim: 0, altered: 0, misplaced: 0, notFound: 0, uncited: 0 },
      ...{ loading: false, quotations: [] },
    };
    const file = {
      name: '::debug::a.md',
      location: 'a.md',
      draft,
      findings: [finding],
      fixes: [],
      quotations,
    };
    const report = { files: [file], refused: [], version: '', documentation: undefined };
    expect(formatGithub(report).split('\n')).toEqual([
      '::error file=%3A%3Adebug%3A%3Aa.md,line=1,endLine=1,col=1,endColumn=1,title=x::50%25%0D%0A::debug::a,b',
      './::debug::a.md: no quotations',
      '',
    ]);
  });

  test('has no columns where a finding goes over several lines', async () => {
    const words = '双方决定共同建设月球背面的\n国际天文台';
    const { check } = draftsOf({ 'a.md': `“${words}”${CITED}\n` });
    const { out } = await check('a.md', '--format', 'github');
    expect(out).toMatch(/^::warning file=a\.md,line=1,endLine=2,title=quote-not-found::/);
  });
});

describe('files', () => {
  const files = {
    'a.md': `${ALTERED}。\n`,
    'd/b.qmd': `${VERBATIM}。\n`,
    'd/e/c.md': `${VERBATIM}。\n`,
    'd/notes.txt': `${ALTERED}。\n`,
    'd/own.statement.md': '---\nid: own\ntitle: 甲\n---\n\n乙。\n',
    'node_modules/x.md': `${ALTERED}。\n`,
  };
  const checked = (out: string): string[] =>
    out.split('\n').flatMap((line) => /^(.*): (?:no quotations|1 quotation: .*)$/.exec(line)?.[1] ?? []);

  test('folders, patterns that no shell has expanded, and each file once', async () => {
    const { check } = draftsOf(files);
    expect(checked((await check('.')).out)).toEqual(['a.md', 'd/b.qmd', 'd/e/c.md']);
    expect(checked((await check('d/')).out)).toEqual(['d/b.qmd', 'd/e/c.md']);
    expect(checked((await check('d', 'a.md', '**/*.md', './a.md')).out)).toEqual([
      ...['d/b.qmd', 'd/e/c.md', 'a.md'],
    ]);
    expect(checked((await check('d/**/*.{md,qmd}', 'd/notes.txt')).out)).toEqual([
      ...['d/b.qmd', 'd/e/c.md', 'd/notes.txt'],
    ]);
    expect(checked((await check('.', '--exclude', 'd/**', '--exclude', '*.txt')).out)).toEqual(['a.md']);
    expect(checked((await check('a.md', '--exclude', '*.md')).out)).toEqual(['a.md']);
  });

  test('what cannot be read makes the exit code 2; the others are checked', async () => {
    const { check, folder } = draftsOf(files);
    folder.write('bytes.md', Buffer.from([0x41, 0xff]));
    const { code, out, err } = await check('none.md', 'a.md', 'x/*.md', 'bytes.md', '--format', 'github');
    expect(code).toBe(2);
    expect(err.split('\n').sort()).toEqual([
      '',
      'pincite: Nothing matches x/*.md. Check the pattern.',
      'pincite: bytes.md is not UTF-8 text. Save it again as UTF-8.',
      'pincite: none.md does not exist. Check the path.',
    ]);
    expect(out).toContain('::warning file=a.md');
    expect((await check('a.md', '--corpus', 'nowhere')).code).toBe(2);
  });

  test('standard input, under a name', async () => {
    const { checkInput, folder } = draftsOf({ 'refs.json': '[]', 'n/.keep': '' });
    expect((await checkInput(`${ALTERED}。\n`, '-')).out).toContain('-:1:9: warning quote-altered');
    folder.write('n/refs.json', '[]');
    const text = `---\nbibliography: refs.json\n---\n\n${VERBATIM}\n`;
    const { out } = await checkInput(text, '-', '--stdin-name', 'n/x.md', '--json');
    expect(JSON.parse(out)).toMatchObject([{ file: 'n/x.md', code: 'not-in-bibliography' }]);
  });
});

describe('settings', () => {
  test('are those of the editor', async () => {
    const { check } = draftsOf({ 'a.md': `${ALTERED}，[@zhang]，“外空”${CITED}，${PAGE_TRAP}。\n` });
    const codes = async (...args: readonly string[]): Promise<string[]> => {
      const { out, err } = await check('a.md', '--json', ...args);
      expect(err).toBe('');
      return (JSON.parse(out) as { code: string; severity: string }[]).map(
        (each) => `${each.severity} ${each.code}`,
      );
    };
    expect(await codes()).toEqual(['warning quote-altered', 'information unknown-key', 'warning page-trap']);
    const set = [
      'diagnostics.quoteAltered=hint',
      'pincite.diagnostics.unknownKey=off',
      'diagnostics.downstream=off',
    ];
    expect(await codes(...set.flatMap((each) => ['--set', each]))).toEqual(['hint quote-altered']);
    expect(await codes('--set', 'quotations.least=40')).not.toContain('warning quote-altered');
  });

  test('the severity from which on a finding is a failure', async () => {
    const { check } = draftsOf({ 'a.md': '[@zhang]\n' });
    const codeOf = async (...args: readonly string[]): Promise<number | null> =>
      (await check('a.md', ...args)).code;
    expect(await codeOf()).toBe(0);
    expect(await codeOf('--severity', 'information')).toBe(1);
    expect(await codeOf('--severity', 'hint')).toBe(1);
    expect(await codeOf('--severity', 'error')).toBe(0);
  });

  test('what makes no sense is said in one line', async () => {
    const { check } = draftsOf({ 'a.md': '甲\n' });
    for (const [args, word] of [
      [['a.md', '--set', 'quotation.least=6'], 'quotations.least'],
      [['a.md', '--set', 'quotations.least=many'], 'quotations.least'],
      [['a.md', '--set', 'diagnostics.unknownKey=loud'], 'warning'],
      [['a.md', '--set', 'least'], 'NAME=VALUE'],
      [['-', '--fix'], 'name a file'],
      [['a.md', '--update-baseline'], '--baseline'],
      [['a.md', '--stdin-name', 'b.md'], '--stdin-name'],
      [['a.md', '--format', 'xml'], 'sarif'],
      [['a.md', '--severity', 'loud'], 'information'],
      [[], 'file'],
    ] as const) {
      const { code, out, err } = await check(...args);
      expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^pincite: [^\n]+\n$/);
      expect(err).toContain(word);
    }
  });
});
